import { broadcast, onBroadcast } from '~/platform/db/broadcast.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { Viewer } from '~/platform/viewer'
import type { LiveRoom } from './contract.server'
import { entered, left } from './presence.server'
import { live, type LiveSocket } from './state.server'

/** Rooms one connection may be in at once. */
const MOST_ROOMS = 20

/** Sub-rooms no browser can name: the members, and the colleagues, in a room. */
export const membersOf = (room: string) => `${room}#members`
export const colleaguesOf = (room: string) => `${room}#asn`

interface Named { room: LiveRoom; id: string }

export function roomNamed(name: string): Named | null {
  const at = name.indexOf(':')
  const room = live.rooms.get(name.slice(0, at))
  return room && at > 0 ? { room, id: name.slice(at + 1) } : null
}

/** Rooms of a connection as browsers name them. */
export function roomsOf(socket: LiveSocket): string[] {
  return [...socket.rooms].filter(name => name !== socket.id && !name.includes('#'))
}

export function leaveRoom(socket: LiveSocket, name: string): void {
  if (!socket.rooms.has(name)) return
  for (const part of [name, membersOf(name), colleaguesOf(name)]) void socket.leave(part)
  left(name, socket)
  emptied(name)
}

/** Tells the kind of room that nobody of this process is in it any more. */
export function emptied(name: string, without = 0): void {
  const named = roomNamed(name)
  if (!named?.room.emptied || (live.io?.of('/').adapter.rooms.get(name)?.size ?? 0) > without) return
  named.room.emptied(named.id).catch((error: unknown) => log.warn({ err: (error as Error).message }, 'live: an emptied room'))
}

/** Asks the policy and lets in. @returns false when it says no, or the connection is in too many rooms */
export async function joinRoom(socket: LiveSocket, name: string): Promise<boolean> {
  if (socket.rooms.has(name)) return true
  const named = roomNamed(name)
  if (!named || roomsOf(socket).length >= MOST_ROOMS) return false
  const { room, id } = named
  for (let round = 0; round < 3; round++) {
    const { epoch } = live
    const { viewer } = socket.data
    if (!(await room.join(viewer, id))) return false
    const quiet = (await room.quiet?.(id)) ?? false
    if (epoch !== live.epoch || viewer !== socket.data.viewer) continue // rights changed while we asked
    if (!socket.connected) return false
    if (socket.rooms.has(name)) return true
    void socket.join(name)
    if (viewer.personId !== null) void socket.join(membersOf(name))
    if (room.presence && !quiet && viewer.kind === 'ASN') {
      void socket.join(colleaguesOf(name))
      entered(name, socket)
    }
    return true
  }
  return false
}

/** Whom to ask again: one person, everybody in a room or kind of room, or all. A session named here has ended: its connections go unasked. */
export type Doubt = { person: number } | { session: number } | { room: string } | { prefix: string } | { all: true }

function doubted(doubt: Doubt): LiveSocket[] {
  if (!live.io) return []
  if ('person' in doubt) return [...(live.byPerson.get(doubt.person) ?? [])]
  const all = [...live.io.of('/').sockets.values()]
  if ('session' in doubt) return all.filter(socket => socket.data.viewer.sessionId === doubt.session)
  if ('room' in doubt) return all.filter(socket => socket.rooms.has(doubt.room))
  if ('prefix' in doubt) return all.filter(socket => roomsOf(socket).some(name => name.startsWith(`${doubt.prefix}:`)))
  return all
}

function putOut(socket: LiveSocket, room: string, again: boolean): void {
  leaveRoom(socket, room)
  socket.emit('evicted', { room, again })
}

/** Another person, or nobody any more: the browser comes back as who it is now. */
function dismiss(socket: LiveSocket): void {
  for (const name of roomsOf(socket)) putOut(socket, name, true)
  socket.disconnect(true)
}

/** Strangers are all alike and a person has many tabs: one question each. */
function asker(): (viewer: Viewer, name: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  return (viewer, name) => {
    const key = `${viewer.personId ?? ''} ${name}`
    const asked = known.get(key) ?? Promise.resolve(roomNamed(name)).then(named => (named ? named.room.join(viewer, named.id) : false))
    known.set(key, asked)
    return asked
  }
}

async function askAgain(socket: LiveSocket, ask: ReturnType<typeof asker>): Promise<void> {
  const before = socket.data.viewer
  try {
    const now = await live.identify(socket.data.cookie || null)
    if (now.personId !== before.personId || now.sessionId !== before.sessionId) {
      dismiss(socket)
      return
    }
    socket.data.viewer = now
    for (const name of roomsOf(socket)) if (!(await ask(now, name))) putOut(socket, name, false)
  } catch (error) {
    // who cannot be asked may not stay; the browser asks to come in again
    log.warn({ err: (error as Error).message }, 'live: rights could not be asked again')
    for (const name of roomsOf(socket)) putOut(socket, name, true)
  }
}

async function recheckHere(doubt: Doubt): Promise<void> {
  live.epoch += 1
  const sockets = doubted(doubt)
  if ('session' in doubt) {
    for (const socket of sockets) dismiss(socket)
    return
  }
  const ask = asker()
  const next = async () => {
    for (let socket = sockets.pop(); socket; socket = sockets.pop()) await askAgain(socket, ask)
  }
  await Promise.all([next(), next(), next(), next()])
}

/** Whatever leads to asking rights again is said with this from its first moment on, so that words for a room can wait for it. */
export function doubting(run: () => Promise<void>): Promise<void> {
  const doubt = run()
  live.doubts.add(doubt)
  const over = () => void live.doubts.delete(doubt)
  doubt.then(over, over)
  return doubt
}

/** Resolves when whoever was in doubt until now is asked: what is written after a right has ended must not overtake the end. */
export async function doubtsSettled(): Promise<void> {
  if (live.doubts.size > 0) await Promise.allSettled(live.doubts)
}

/**
 * Rights may have ended: asks again, in every process, whether these may still listen, and puts out who may not.
 * What a process keeps of persons must have been dropped before. Resolves when it is done in this process.
 */
export function recheck(doubt: Doubt): Promise<void> {
  return doubting(async () => {
    live.epoch += 1
    const here = recheckHere(doubt)
    await Promise.all([here, broadcast('live', JSON.stringify([process.pid, doubt]))])
  })
}

/** Hears what other processes doubt; after a silence everything is doubtful. Once per process. */
export function listenForDoubts(): void {
  kept('live-doubts', () => {
    const run = (doubt: Doubt) => void recheckHere(doubt).catch((error: unknown) => log.warn({ err: (error as Error).message }, 'live: recheck'))
    onBroadcast('live', body => {
      const [from, doubt] = JSON.parse(body) as [number, Doubt]
      if (from !== process.pid) run(doubt)
    })
    onBroadcast('reconnected', () => run({ all: true }))
    return true
  })
}
