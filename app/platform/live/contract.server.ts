import type { z } from 'zod'
import type { Consumer } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'

/** A kind of room, named `<prefix>:<id>`: `thread:12`, `list:unit:3`. */
export interface LiveRoom {
  prefix: string
  /** The policy: may this viewer listen here? Asked at the door, and again whenever a right may have ended. */
  join: (viewer: Viewer, id: string) => Promise<boolean>
  /** colleagues in the room see which colleagues are there */
  presence?: boolean
  /** nobody sees here who is there or who writes */
  quiet?: (id: string) => Promise<boolean>
  /** members in the room may tell the other members that they are writing */
  typing?: boolean
  /** the last connection of this process has left it */
  emptied?: (id: string) => Promise<void>
}

export interface Asking {
  viewer: Viewer
  /** whether the one who asks has been let into the room */
  isIn: (room: string) => boolean
  /** asks the policy and lets the asking connection in; false when it says no */
  enter: (room: string) => Promise<boolean>
  /** to everybody else in a room the asking one is in, in every process */
  tellOthers: (room: string, event: string, payload: unknown) => void
  /** ends the connection of whoever sends what no page of ours would */
  cut: () => void
}

/** A question a browser may ask over its connection. Errors of the closed list become answers; nothing is thrown at the socket. */
export interface LiveMessage {
  input: z.ZodType
  answer: (asking: Asking, input: never) => Promise<unknown>
}

export function liveMessage<Schema extends z.ZodType>(input: Schema, answer: (asking: Asking, input: z.infer<Schema>) => Promise<unknown>): LiveMessage {
  return { input, answer }
}

/** What a room of the house gives to live. */
export interface LiveContribution {
  name: string
  rooms: readonly LiveRoom[]
  /** by name: `thread:since` */
  messages?: Record<string, LiveMessage>
  /** what it pushes when something happened */
  on: Consumer['on']
  /** before the process ends: writes what waits in memory */
  stop?: () => Promise<void>
}

export const liveConsumer = (contribution: LiveContribution): Consumer => ({ name: `live.${contribution.name}`, on: contribution.on })

/** Every answer a browser gets. `code` is one of the closed list of errors. */
export type Answer = { ok: true; value: unknown } | { ok: false; code: string; retryAfter?: number }

/** Somebody who is here, as colleagues see them. */
export interface Present {
  id: number
  name: string
  slug: string
  photo: string | null
}

/** What the platform itself sends. Rooms add their own. */
export interface PlatformEvents {
  /** whole list, at most `MOST_SHOWN`; `total` counts everybody */
  here: { room: string; people: Present[]; total: number }
  typing: { room: string; id: number; name: string }
  /** the right to listen has ended, or could not be asked again (`again`: worth another try) */
  evicted: { room: string; again: boolean }
  /** something may have been missed: ask for what came after the last number */
  resync: Record<string, never>
  /** a newer connection of the same person took this one's place */
  replaced: Record<string, never>
}
