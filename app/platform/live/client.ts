import type { Socket } from 'socket.io-client'

/** `off`: lost for more than a moment; it tries again by itself. */
export type LiveStatus = 'connecting' | 'on' | 'off'

export interface LiveState {
  status: LiveStatus
  /** when the next try comes, milliseconds since 1970; null while connected or trying */
  retryAt: number | null
}

export class LiveRefusal extends Error {
  readonly code: string
  /** seconds until it is worth trying again */
  readonly retryAfter: number
  constructor(code: string, retryAfter = 0) {
    super(code)
    this.code = code
    this.retryAfter = retryAfter
  }
}

type Reply = { ok: true; value: unknown } | { ok: false; code: string; retryAfter?: number }
type Listener = (payload: never) => void

export interface RoomListener {
  /** let in, for the first time or again after a loss: ask now for what was missed. `value` is what the door handed out */
  onJoined?: (value: unknown) => void
  /** the policy says no */
  onRefused?: () => void
}

export interface LiveOptions {
  /** default: this site */
  url?: string
  headers?: Record<string, string>
  /** websocket with polling as the way back, unless said otherwise */
  transports?: ('websocket' | 'polling')[]
}

const GRACE_MS = 3_000
const ANSWER_MS = 8_000
const LONGEST_WAIT_MS = 20_000

/**
 * One connection, shared by all that listen. It comes back by itself: after network loss, a server's restart, sleep, and when the page is
 * looked at again. The library is fetched only when somebody listens.
 */
export class LiveConnection {
  #options: LiveOptions
  #socket: Socket | null = null
  #users = 0
  #state: LiveState = { status: 'connecting', retryAt: null }
  #watchers = new Set<(state: LiveState) => void>()
  #listeners = new Map<string, Set<Listener>>()
  #rooms = new Map<string, Set<RoomListener>>()
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #grace: ReturnType<typeof setTimeout> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined
  #replaced = false
  #hiddenAt = 0

  constructor(options: LiveOptions = {}) {
    this.#options = options
  }

  get state(): LiveState {
    return this.#state
  }

  watch(watcher: (state: LiveState) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Keeps the connection open while somebody uses it. @returns gives it back; it closes a few seconds after the last */
  use(): () => void {
    this.#users += 1
    clearTimeout(this.#closing)
    if (this.#users === 1) void this.#open()
    let used = true
    return () => {
      if (!used) return
      used = false
      this.#users -= 1
      if (this.#users === 0) this.#closing = setTimeout(() => this.#close(), 2_000)
    }
  }

  on<Payload>(event: string, listener: (payload: Payload) => void): () => void {
    const set = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, set)
    set.add(listener as Listener)
    return () => set.delete(listener as Listener)
  }

  /** Listens in a room, and comes back into it after every loss. @returns leaves */
  join(room: string, listener: RoomListener = {}): () => void {
    const set = this.#rooms.get(room) ?? new Set()
    this.#rooms.set(room, set)
    set.add(listener)
    if (this.#socket?.connected) void this.#enter(room, [listener])
    return () => {
      set.delete(listener)
      if (set.size > 0 || this.#rooms.get(room) !== set) return
      this.#rooms.delete(room)
      if (this.#socket?.connected) this.#socket.emit('leave', { room })
    }
  }

  /** @throws LiveRefusal with a code of the server's, or `Offline`, or `Timeout` */
  ask<Value>(event: string, input: unknown): Promise<Value> {
    const socket = this.#socket
    if (!socket?.connected) return Promise.reject(new LiveRefusal('Offline'))
    return new Promise((resolve, reject) => {
      socket.timeout(ANSWER_MS).emit(event, input, (late: Error | null, reply?: Reply) => {
        if (late || !reply) reject(new LiveRefusal('Timeout'))
        else if (reply.ok) resolve(reply.value as Value)
        else reject(new LiveRefusal(reply.code, reply.retryAfter))
      })
    })
  }

  /** A hint nobody waits for. */
  say(event: string, input: unknown): void {
    if (this.#socket?.connected) this.#socket.volatile.emit(event, input)
  }

  /** Tries now instead of at the next turn. */
  retryNow(): void {
    this.#replaced = false
    clearTimeout(this.#retry)
    this.#retry = undefined
    if (this.#users > 0 && this.#socket && !this.#socket.connected) this.#socket.connect()
  }

  #set(state: LiveState): void {
    if (state.status === this.#state.status && state.retryAt === this.#state.retryAt) return
    this.#state = state
    for (const watcher of this.#watchers) watcher(state)
  }

  async #open(): Promise<void> {
    if (this.#socket) return this.retryNow()
    const { io } = await import('socket.io-client')
    if (this.#socket || this.#users === 0) return
    const { url, headers, transports = ['websocket', 'polling'] } = this.#options
    const options = { transports, reconnection: false, timeout: 8_000, tryAllTransports: true, forceNew: true, autoConnect: false, ...(headers ? { extraHeaders: headers } : {}) }
    const socket = url ? io(url, options) : io(options)
    this.#socket = socket
    socket.on('connect', () => this.#connected())
    socket.on('connect_error', error => this.#lost(error.message === 'TooMany' ? 30_000 : 0))
    socket.on('disconnect', () => this.#lost(0))
    socket.on('replaced', () => { this.#replaced = true })
    socket.on('evicted', (gone: { room: string; again: boolean }) => this.#evicted(gone))
    socket.onAny((event: string, payload: unknown) => {
      for (const listener of this.#listeners.get(event) ?? []) listener(payload as never)
    })
    if (typeof document !== 'undefined') {
      document.addEventListener('visibilitychange', this.#looked)
      window.addEventListener('online', this.#looked)
      window.addEventListener('pageshow', this.#looked)
    }
    socket.connect()
  }

  #close(): void {
    const socket = this.#socket
    this.#socket = null
    clearTimeout(this.#retry)
    clearTimeout(this.#grace)
    this.#retry = this.#grace = undefined
    if (typeof document !== 'undefined') {
      document.removeEventListener('visibilitychange', this.#looked)
      window.removeEventListener('online', this.#looked)
      window.removeEventListener('pageshow', this.#looked)
    }
    socket?.removeAllListeners()
    socket?.offAny()
    socket?.disconnect()
    this.#set({ status: 'connecting', retryAt: null })
  }

  #connected(): void {
    this.#failures = 0
    clearTimeout(this.#grace)
    this.#grace = undefined
    this.#set({ status: 'on', retryAt: null })
    for (const [room, listeners] of this.#rooms) void this.#enter(room, [...listeners])
    for (const listener of this.#listeners.get('connect') ?? []) listener(undefined as never)
  }

  #lost(atLeast: number): void {
    if (!this.#socket || this.#users === 0) return
    const wait = Math.max(atLeast, Math.min(LONGEST_WAIT_MS, 400 * 2 ** this.#failures) * (0.5 + Math.random()))
    this.#failures = Math.min(this.#failures + 1, 8)
    clearTimeout(this.#retry)
    // a newer page of the same person took the place: this one waits until it is looked at
    this.#retry = this.#replaced ? undefined : setTimeout(() => this.retryNow(), wait)
    const retryAt = this.#replaced ? null : Date.now() + wait
    if (this.#state.status === 'off') this.#set({ status: 'off', retryAt })
    else {
      this.#set({ status: 'connecting', retryAt: null })
      this.#grace ??= setTimeout(() => {
        this.#grace = undefined
        if (!this.#socket?.connected) this.#set({ status: 'off', retryAt: this.#retry ? Math.max(Date.now(), retryAt ?? 0) : null })
      }, GRACE_MS)
    }
  }

  async #enter(room: string, listeners: readonly RoomListener[]): Promise<void> {
    try {
      const value = await this.ask('join', { room })
      for (const listener of listeners) listener.onJoined?.(value)
    } catch (error) {
      const { code, retryAfter } = error as LiveRefusal
      if (code === 'NotFound' || code === 'Invalid') {
        for (const listener of listeners) listener.onRefused?.()
      } else if (code !== 'Offline') {
        setTimeout(() => this.#enterAgain(room), Math.max(1, retryAfter) * 1000 + Math.random() * 1000)
      }
    }
  }

  #enterAgain(room: string): void {
    const listeners = this.#rooms.get(room)
    if (listeners && this.#socket?.connected) void this.#enter(room, [...listeners])
  }

  #evicted({ room, again }: { room: string; again: boolean }): void {
    if (again) setTimeout(() => this.#enterAgain(room), 1_000 + Math.random() * 1_000)
    else for (const listener of this.#rooms.get(room) ?? []) listener.onRefused?.()
  }

  /** Looked at again, or the network is back. A connection that slept may be dead without knowing. */
  #looked = (): void => {
    if (document.visibilityState === 'hidden') {
      this.#hiddenAt = Date.now()
      return
    }
    if (!this.#socket?.connected) return this.retryNow()
    if (Date.now() - this.#hiddenAt < 20_000) return
    this.#hiddenAt = Date.now()
    const { socket } = { socket: this.#socket }
    socket.timeout(4_000).emit('alive', null, (late: Error | null) => {
      if (late && this.#socket === socket) socket.io.engine.close()
    })
    for (const listener of this.#listeners.get('resync') ?? []) listener({} as never)
  }
}

let shared: LiveConnection | undefined
/** The page's one connection. */
export const liveConnection = (): LiveConnection => (shared ??= new LiveConnection())
