import { sql, transaction } from '~/platform/db/db.server'
import { readRows } from '~/platform/db/together.server'
import { Invalid } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { asMember } from './rows/member.server'
import { placeSchema } from './drafts.schema'
import { ms } from './sql'
import type { DraftRow, DraftView } from './views'

/** A person keeps this many; the oldest give way. */
export const MAX_DRAFTS = 100
const MAX_DEPTH = 60

export interface SaveDraft {
  place: string
  title?: string
  /** unsent tree, object or JSON; kept as it is for its writer alone and checked when it is sent */
  doc?: unknown
  markdown?: string
  fields?: Record<string, string>
}

interface Walked {
  words: string
  /** something that says something without words: a picture, a mention, a table */
  things: boolean
}

/** Walks with its own stack: what is unsent is unchecked. @throws Invalid when it is no tree or deeper than any editor makes one */
function walk(doc: unknown, most = Infinity): Walked {
  const found: Walked = { words: '', things: false }
  const stack: { node: unknown; depth: number }[] = [{ node: (doc as { root?: unknown } | null)?.root, depth: 0 }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const node = top.node as { type?: unknown; text?: unknown; name?: unknown; children?: unknown } | null | undefined
    if (typeof node !== 'object' || node === null || top.depth > MAX_DEPTH) throw new Invalid({ markdown: ['editor:errors.invalid'] })
    if (found.words.length < most && typeof node.text === 'string') found.words += node.text
    if (node.type === 'mention' && typeof node.name === 'string') found.words += `@${node.name}`
    if (node.type === 'image' || node.type === 'horizontalrule' || node.type === 'table') found.things = true
    if (Array.isArray(node.children)) {
      if (top.depth > 0 && node.children.length > 0 && found.words !== '') found.words += ' '
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push({ node: node.children[at], depth: top.depth + 1 })
    }
  }
  return found
}

function treeOf(doc: unknown): object | null {
  if (doc === undefined || doc === null || doc === '') return null
  if (typeof doc !== 'string') return doc as object
  try {
    return JSON.parse(doc) as object
  } catch {
    throw new Invalid({ markdown: ['editor:errors.invalid'] })
  }
}

const clean = (value: string): string => value.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD')

/** JSON that PostgreSQL takes: no NUL, no half characters. */
function json(value: object): string {
  const made = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? clean(inner) : inner))
  if (/\\u0000|\\ud[89a-f]/i.test(made)) throw new Invalid({ markdown: ['editor:errors.invalid'] })
  return made
}

/**
 * Keeps what is being written; the last save wins over other devices. Nothing written means no draft: an empty one is thrown away.
 * @returns when it was kept, in milliseconds, or null when there is none now
 * @throws Invalid
 */
export async function saveDraft(viewer: Viewer, input: SaveDraft): Promise<{ updatedAt: number | null }> {
  const { personId } = asMember(viewer)
  const place = placeSchema.safeParse(input.place)
  if (!place.success) throw new Invalid('http:invalid.format')
  const doc = treeOf(input.doc)
  const walked = doc ? walk(doc, 1) : null
  const title = clean(input.title ?? '')
  const markdown = clean(input.markdown ?? '')
  if (title.trim() === '' && markdown.trim() === '' && (!walked || (walked.words.trim() === '' && !walked.things))) {
    await discardDraft(viewer, place.data)
    return { updatedAt: null }
  }
  return transaction(async tx => {
    const [row] = await tx.$queryRaw<{ at: number; fresh: boolean }[]>`
      insert into draft (person_id, place, title, doc, markdown, fields)
      values (${personId}::int, ${place.data}::text, ${title}::text, ${doc ? json(doc) : null}::jsonb, ${markdown}::text, ${json(input.fields ?? {})}::jsonb)
      on conflict (person_id, place) do update set title = excluded.title, doc = excluded.doc, markdown = excluded.markdown, fields = excluded.fields, updated_at = clock_timestamp()
      returning (extract(epoch from updated_at) * 1000)::float8 as at, (xmax = 0) as fresh`
    if (row?.fresh)
      await tx.$executeRaw`
        delete from draft where id in (select id from draft where person_id = ${personId}::int order by updated_at desc, id desc offset ${MAX_DRAFTS}::int)`
    return { updatedAt: row?.at ?? null }
  })
}

export async function discardDraft(viewer: Viewer, place: string): Promise<void> {
  await sql('draft-discard', 'delete from draft where person_id = $1 and place = $2', [asMember(viewer).personId, place])
}

const columns = `d.place, d.title, d.doc, d.markdown, d.fields, ${ms('d.updated_at')} as "updatedAt"`

/** Null for strangers, and where nothing is being written. */
export async function findDraft(viewer: Viewer, place: string): Promise<DraftView | null> {
  if (viewer.personId === null) return null
  const [row] = await sql<DraftView>('draft-of-place', `select ${columns} from draft d where d.person_id = $1 and d.place = $2`, [viewer.personId, place])
  return row ?? null
}

/** The viewer's own, newest first, at most 50. Empty for strangers. */
export async function listDrafts(viewer: Viewer, limit = 50): Promise<DraftRow[]> {
  if (viewer.personId === null) return []
  const rows = await readRows<DraftView>('drafts-of-person', `select ${columns} from draft d where d.person_id = $1 order by d.updated_at desc, d.id desc limit $2`, [viewer.personId, Math.min(50, limit)])
  return rows.map(row => ({ place: row.place, title: row.title, updatedAt: row.updatedAt, excerpt: (row.doc ? walk(row.doc, 140).words : row.markdown).replace(/\s+/g, ' ').trim().slice(0, 140) }))
}
