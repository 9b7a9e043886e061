import { randomUUID } from 'node:crypto'
import { kept } from '~/platform/kept.server'
import type { Present } from './contract.server'
import { live, type LiveSocket } from './state.server'

/** Colleagues named in a list; the rest are a number. */
export const MOST_SHOWN = 24
const SETTLE_MS = 400
const REPEAT_MS = 10_000
const FORGET_MS = 25_000

interface Elsewhere { at: number; people: Present[]; total: number }
/** what processes tell each other: who sends, which room, who is there, whether an answer is wanted */
type Word = [node: string, room: string, people: Present[], total: number, ask: boolean]

const state = kept('live-presence', () => ({
  node: randomUUID(),
  here: new Map<string, Map<number, Set<string>>>(),
  cards: new Map<number, Present>(),
  elsewhere: new Map<string, Map<string, Elsewhere>>(),
  waiting: new Map<string, NodeJS.Timeout>(),
  repeat: undefined as NodeJS.Timeout | undefined,
}))

function local(room: string): { people: Present[]; total: number } {
  const ids = [...(state.here.get(room)?.keys() ?? [])]
  return { people: ids.slice(0, MOST_SHOWN).flatMap(id => state.cards.get(id) ?? []), total: ids.length }
}

/** Who is here, over all processes. */
export function presentIn(room: string): { people: Present[]; total: number } {
  const own = local(room)
  const byId = new Map(own.people.map(person => [person.id, person]))
  let cut = own.total - own.people.length
  for (const there of state.elsewhere.get(room)?.values() ?? []) {
    for (const person of there.people) byId.set(person.id, person)
    cut += there.total - there.people.length
  }
  return { people: [...byId.values()].sort((a, b) => a.id - b.id).slice(0, MOST_SHOWN), total: byId.size + cut }
}

/** Whether this person is here, in whichever process. */
export function isPresent(room: string, personId: number): boolean {
  if (state.here.get(room)?.has(personId)) return true
  return [...(state.elsewhere.get(room)?.values() ?? [])].some(there => there.people.some(person => person.id === personId))
}

function show(room: string): void {
  if (!live.io || state.waiting.has(room)) return
  state.waiting.set(room, setTimeout(() => {
    state.waiting.delete(room)
    live.io?.local.to(`${room}#asn`).emit('here', { room, ...presentIn(room) })
  }, SETTLE_MS))
}

function tell(room: string, ask: boolean): void {
  const { people, total } = local(room)
  const word: Word = [state.node, room, people, total, ask]
  live.io?.serverSideEmit('presence', word)
}

export function entered(room: string, socket: LiveSocket): void {
  const { viewer } = socket.data
  if (viewer.personId === null) return
  const people = state.here.get(room) ?? new Map<number, Set<string>>()
  const first = people.size === 0
  state.here.set(room, people)
  const sockets = people.get(viewer.personId) ?? new Set()
  people.set(viewer.personId, sockets)
  sockets.add(socket.id)
  state.cards.set(viewer.personId, { id: viewer.personId, name: viewer.name, slug: viewer.slug, photo: viewer.photo })
  if (sockets.size === 1) {
    show(room)
    tell(room, first)
  } else {
    socket.emit('here', { room, ...presentIn(room) })
  }
}

export function left(room: string, socket: LiveSocket): void {
  const { personId } = socket.data.viewer
  const people = state.here.get(room)
  const sockets = personId === null ? undefined : people?.get(personId)
  if (!people || !sockets?.delete(socket.id) || sockets.size > 0 || personId === null) return
  people.delete(personId)
  if (people.size === 0) state.here.delete(room)
  if (![...state.here.values()].some(others => others.has(personId))) state.cards.delete(personId)
  show(room)
  tell(room, false)
}

function hear([node, room, people, total, ask]: Word): void {
  const nodes = state.elsewhere.get(room) ?? new Map<string, Elsewhere>()
  if (total === 0) nodes.delete(node)
  else nodes.set(node, { at: Date.now(), people, total })
  if (nodes.size > 0) state.elsewhere.set(room, nodes)
  else state.elsewhere.delete(room)
  if (!state.here.has(room)) return
  show(room)
  if (ask) tell(room, false)
}

/** Says again who is here, for processes that came later, and forgets those of processes gone silent. */
function repeat(): void {
  for (const room of state.here.keys()) tell(room, false)
  const old = Date.now() - FORGET_MS
  for (const [room, nodes] of state.elsewhere) {
    for (const [node, there] of nodes) {
      if (there.at >= old) continue
      nodes.delete(node)
      show(room)
    }
    if (nodes.size === 0) state.elsewhere.delete(room)
  }
}

export function startPresence(): () => void {
  live.io?.on('presence', (word: Word) => hear(word))
  state.repeat = setInterval(repeat, REPEAT_MS)
  return () => {
    clearInterval(state.repeat)
    for (const timer of state.waiting.values()) clearTimeout(timer)
    state.waiting.clear()
    for (const room of [...state.here.keys()]) {
      state.here.delete(room)
      tell(room, false)
    }
    state.cards.clear()
    state.elsewhere.clear()
  }
}
