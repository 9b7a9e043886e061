import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { z } from 'zod'
import { kept } from '~/platform/kept.server'
import type { Viewer } from '~/platform/viewer'
import type { Asking, LiveContribution, LiveRoom } from './contract.server'

/** What is kept of a connection. Small: thousands are idle at a time. */
export interface SocketData {
  viewer: Viewer
  /** only the session's own cookie, to ask again who this is */
  cookie: string
  address: string
  tokens: number
  tokensAt: number
  typedAt: number
}

type Events = DefaultEventsMap
export type LiveServer = Server<Events, Events, Events, SocketData>
export type LiveSocket = Socket<Events, Events, Events, SocketData>

export interface Parts {
  identify: (cookieHeader: string | null) => Promise<Viewer>
  contributions: readonly LiveContribution[]
}

interface State {
  io: LiveServer | null
  identify: Parts['identify']
  rooms: Map<string, LiveRoom>
  stops: (() => Promise<void>)[]
  messages: Map<string, { input: z.ZodType; answer: (asking: Asking, input: never) => Promise<unknown> }>
  /** goes up whenever rights may have changed: who was being let in meanwhile is asked once more */
  epoch: number
  /** rights being asked again right now */
  doubts: Set<Promise<unknown>>
  /** emits so far, one per fact and room */
  emits: number
  byPerson: Map<number, Set<LiveSocket>>
  byAddress: Map<string, number>
}

export const live = kept('live', (): State => ({
  io: null, identify: () => Promise.reject(new Error('live has not been started')), rooms: new Map(), messages: new Map(), stops: [],
  epoch: 0, doubts: new Set(), emits: 0, byPerson: new Map(), byAddress: new Map(),
}))

export function takeParts({ identify, contributions }: Parts): void {
  live.identify = identify
  live.rooms = new Map(contributions.flatMap(one => one.rooms.map(room => [room.prefix, room])))
  live.stops = contributions.flatMap(one => one.stop ?? [])
  live.messages = new Map(contributions.flatMap(one => Object.entries(one.messages ?? {})))
}

/**
 * One emit for everybody in a room, in every process, with one payload encoded once. Rights were asked at the door.
 * Does nothing in a process without live (a command).
 */
export function emitTo(room: string, event: string, payload: unknown): void {
  if (!live.io) return
  live.emits += 1
  live.io.to(room).emit(event, payload)
}

/** Whether a browser listens in this room on a connection of this very process. */
export const heardHere = (room: string): boolean => (live.io?.of('/').adapter.rooms.get(room)?.size ?? 0) > 0

/** To the browsers of this process alone: for facts that every process hears of by itself. */
export function emitHere(room: string, event: string, payload: unknown): void {
  if (!live.io) return
  live.emits += 1
  live.io.local.to(room).emit(event, payload)
}
