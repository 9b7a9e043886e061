import { isReadable, signedCaret } from '~/editor/coediting.server'
import { sharedColour } from '~/editor/shared-colours'
import type { Opened } from '~/editor/shared-text'
import { sql } from '~/platform/db/db.server'
import { AppError, Conflict, Forbidden, Invalid } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { canEdit } from './policy'
import { reachWork } from './rows/reach.server'
import { openText, plantText, writeText } from './rows/live-text.server'

/** Written to the database at most this often for each text, in ms; at once when the last one of this process leaves. */
const WRITE_EVERY = 2_000

interface Waiting { articleId: number; generation: number; updates: Uint8Array[]; writers: Set<number>; timer: NodeJS.Timeout | undefined; writtenAt: number; running: Promise<void>; full: boolean }
const waiting = kept('article-live', () => new Map<string, Waiting>())

/** Who may edit the article may write in its shared text. @throws NotFound, Forbidden */
async function reachDraft(viewer: Viewer, articleId: number): Promise<Member> {
  const { member, article } = await reachWork(viewer, articleId)
  if (!canEdit(member, article, article.collection)) throw new Forbidden(isSilenced(member) ? 'silenced' : 'generic')
  return member
}

export async function mayDraft(viewer: Viewer, articleId: number): Promise<boolean> {
  if (!Number.isSafeInteger(articleId) || articleId < 1 || articleId > 2_147_483_647) return false
  try {
    await reachDraft(viewer, articleId)
    return true
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false
    throw error
  }
}

/** @throws NotFound, Forbidden, Conflict when the text of that generation is no more, Invalid for a vector that is none */
export async function openDraft(viewer: Viewer, { articleId, generation, vector }: { articleId: number; generation: number | null; vector: Uint8Array }): Promise<{ opened: Opened; anew: boolean }> {
  await reachDraft(viewer, articleId)
  await writeDrafts(articleId)
  return openText(articleId, generation, vector)
}

/** @throws NotFound, Forbidden, Conflict when somebody else was appointed meanwhile, Invalid for bytes that are no text */
export async function plantDraft(viewer: Viewer, { articleId, ...planted }: { articleId: number; generation: number; token: string; update: Uint8Array }): Promise<void> {
  const member = await reachDraft(viewer, articleId)
  if (!isReadable(planted.update)) throw new Invalid('http:invalid.format')
  await plantText(articleId, { ...planted, personId: member.personId })
}

export interface Said { articleId: number; generation: number; update: Uint8Array | null; aware: Uint8Array | null }

/**
 * Takes what somebody wrote; the rest hear what is returned, under the name of who it really is.
 * @throws NotFound, Forbidden, Conflict when the text has begun anew or can grow no longer, Invalid for bytes that are no change
 */
export async function takeSaid(viewer: Viewer, said: Said): Promise<Said> {
  const { articleId, generation, update } = said
  const [member, [row]] = await Promise.all([
    reachDraft(viewer, articleId),
    sql<{ generation: number }>('live-generation', 'select generation from article_live where article_id = $1 and state is not null', [articleId]),
  ])
  if (row?.generation !== generation) throw new Conflict()
  if (update && !isReadable(update)) throw new Invalid('http:invalid.format')
  const aware = said.aware ? signedCaret(said.aware, { personId: member.personId, name: member.name, colour: sharedColour(member.personId) }) : null
  if (said.aware && !aware) throw new Invalid('http:invalid.format')
  if (update) later(articleId, generation, update, member.personId)
  return { articleId, generation, update, aware }
}

function later(articleId: number, generation: number, update: Uint8Array, personId: number): void {
  const key = `${articleId}:${generation}`
  const one = waiting.get(key) ?? { articleId, generation, updates: [], writers: new Set<number>(), timer: undefined, writtenAt: 0, running: Promise.resolve(), full: false }
  waiting.set(key, one)
  if (one.full) throw new Conflict()
  one.updates.push(update)
  one.writers.add(personId)
  one.timer ??= setTimeout(() => { void write(key, one) }, Math.max(0, one.writtenAt + WRITE_EVERY - Date.now()))
}

/** One after the other; what could not be written waits for the next turn. */
function write(key: string, one: Waiting): Promise<void> {
  clearTimeout(one.timer)
  one.timer = undefined
  return (one.running = one.running.then(async () => {
    const updates = one.updates.splice(0)
    if (updates.length === 0) return
    one.writtenAt = Date.now()
    try {
      const done = await writeText(one.articleId, one.generation, updates, [...one.writers])
      if (done === 'full') one.full = true
      if (done === 'gone') waiting.delete(key)
    } catch (error) {
      if (error instanceof AppError) return void waiting.delete(key) // the article is gone
      log.warn({ err: (error as Error).message }, 'knowledge: a shared text could not be written')
      one.updates.unshift(...updates)
      one.timer ??= setTimeout(() => { void write(key, one) }, WRITE_EVERY)
    }
  }))
}

/** Writes what waits in this process: of one article, or of all before it ends. */
export async function writeDrafts(articleId: number | null = null): Promise<void> {
  await Promise.all([...waiting].flatMap(([key, one]) => (articleId === null || one.articleId === articleId ? [write(key, one)] : [])))
}

/** Nobody of this process writes in it any more. */
export async function closeDrafts(articleId: number): Promise<void> {
  await writeDrafts(articleId)
  for (const [key, one] of waiting) if (one.articleId === articleId && one.updates.length === 0 && !one.timer) waiting.delete(key)
}
