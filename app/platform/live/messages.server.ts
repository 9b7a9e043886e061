import { z } from 'zod'
import { AppError, TooMany, Unavailable } from '~/platform/errors'
import { log } from '~/platform/log/log.server'
import type { Answer, Asking, LiveMessage } from './contract.server'
import { takeToken } from './gate.server'
import { presentIn } from './presence.server'
import { joinRoom, leaveRoom, membersOf, roomNamed } from './rooms.server'
import { live, type LiveSocket } from './state.server'

/** How often one connection may say that its person is writing, in ms. */
const TYPING_EVERY = 1_500

const roomInput = z.object({ room: z.string().max(80).regex(/^[a-z][a-z-]{0,20}:[\w:.-]{1,50}$/) })

const own: Record<string, { input: z.ZodType; answer: (socket: LiveSocket, input: z.infer<typeof roomInput>) => Promise<unknown> }> = {
  join: {
    input: roomInput,
    answer: async (socket, { room }) => {
      if (!(await joinRoom(socket, room))) throw new AppError('NotFound', 404)
      return roomNamed(room)?.room.presence && socket.data.viewer.kind === 'ASN' ? { here: presentIn(room) } : {}
    },
  },
  leave: {
    input: roomInput,
    answer: (socket, { room }) => {
      leaveRoom(socket, room)
      return Promise.resolve({})
    },
  },
  typing: {
    input: roomInput,
    answer: async (socket, { room }) => {
      const { viewer, typedAt } = socket.data
      const now = Date.now()
      const named = roomNamed(room)
      if (viewer.personId === null || !named?.room.typing || !socket.rooms.has(room)) throw new AppError('NotFound', 404)
      if (now - typedAt >= TYPING_EVERY) {
        socket.data.typedAt = now
        if (await named.room.quiet?.(named.id)) return {}
        socket.to(membersOf(room)).volatile.emit('typing', { room, id: viewer.personId, name: viewer.name })
      }
      return {}
    },
  },
}

function refusal(error: unknown): Answer {
  if (error instanceof TooMany || error instanceof Unavailable) return { ok: false, code: error.code, retryAfter: error.retryAfter }
  if (error instanceof AppError) return { ok: false, code: error.code }
  log.error({ err: error instanceof Error ? error.message : String(error) }, 'live: a message could not be answered')
  return { ok: false, code: 'Unavailable', retryAfter: 5 }
}

async function answerTo(socket: LiveSocket, event: unknown, input: unknown): Promise<Answer> {
  const wait = takeToken(socket.data)
  if (wait > 0) return { ok: false, code: 'TooMany', retryAfter: wait }
  if (typeof event !== 'string') return { ok: false, code: 'Invalid' }
  try {
    const platform = Object.hasOwn(own, event) ? own[event] : undefined
    const found = platform ?? live.messages.get(event)
    if (!found) return { ok: false, code: 'NotFound' }
    const parsed = found.input.safeParse(input)
    if (!parsed.success) return { ok: false, code: 'Invalid' }
    if (platform) return { ok: true, value: await platform.answer(socket, parsed.data as z.infer<typeof roomInput>) }
    const asking: Asking = {
      viewer: socket.data.viewer, isIn: room => socket.rooms.has(room), enter: room => joinRoom(socket, room),
      tellOthers: (room, name, payload) => { if (socket.rooms.has(room)) socket.to(room).emit(name, payload) },
      cut: () => { setImmediate(() => socket.disconnect(true)) }, // the answer goes first
    }
    return { ok: true, value: await (found as LiveMessage).answer(asking, parsed.data as never) }
  } catch (error) {
    return refusal(error)
  }
}

/**
 * Answers every message. The socket's own event emitter never sees one: a browser that sends an event called "error" would
 * otherwise end the process.
 */
export function hearMessages(socket: LiveSocket): void {
  let unheard = 0
  socket.use(([event, ...args]: unknown[]) => {
    const last = args.at(-1)
    const reply = typeof last === 'function' ? (last as (answer: Answer) => void) : null
    void answerTo(socket, event, args[0]).then(answer => {
      if (!answer.ok && answer.code === 'TooMany') unheard += 1
      if (unheard > 200) socket.disconnect(true)
      else reply?.(answer)
    })
  })
  socket.on('error', () => undefined)
}
