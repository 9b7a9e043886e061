import { randomUUID } from 'node:crypto'
import { lackingOf, mergedWith } from '~/editor/coediting.server'
import type { Opened } from '~/editor/shared-text'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Invalid, NotFound } from '~/platform/errors'

/** Bytes of one shared text. The words of an article are far less; what was deleted leaves little behind. */
export const MOST_BYTES = 2 * 1024 * 1024

interface Row { generation: number; base: number; newest: number; state: Uint8Array | null; leased: boolean }

const textOf = ({ generation, base }: Row, state: Uint8Array, vector: Uint8Array): Opened => {
  const found = lackingOf(state, vector)
  if (!found) throw new Invalid('http:invalid.format')
  return { kind: 'text', generation, base, missing: found.missing, vector: found.vector }
}

/**
 * The shared text for somebody who has `vector` of it, or the order to bring it. A text that goes on from another revision than the newest starts
 * anew for who comes; who already writes in it (`generation`) stays in theirs.
 * @throws Conflict when the text of that generation is no more
 */
export async function openText(articleId: number, generation: number | null, vector: Uint8Array): Promise<{ opened: Opened; anew: boolean }> {
  return transaction(async tx => {
    await tx.$executeRaw`insert into article_live (article_id, base) select id, last_revision from article where id = ${articleId}::int and binned_at is null on conflict do nothing`
    const row = await lock(tx, articleId)
    if (generation !== null) {
      if (row.generation !== generation || !row.state) throw new Conflict()
      return { opened: textOf(row, row.state, vector), anew: false }
    }
    const anew = row.base !== row.newest
    if (anew) {
      row.generation += 1
      await tx.$executeRaw`update article_live set base = ${row.newest}::int, generation = ${row.generation}::int, state = null, token = null, writers = '{}', files = '{}', updated_at = clock_timestamp() where article_id = ${articleId}::int`
    } else if (row.state) return { opened: textOf(row, row.state, vector), anew: false }
    else if (row.leased) return { opened: { kind: 'wait' }, anew: false }
    const token = randomUUID()
    await tx.$executeRaw`update article_live set token = ${token}::text, token_until = clock_timestamp() + interval '4 seconds' where article_id = ${articleId}::int`
    return { opened: { kind: 'plant', generation: row.generation, base: row.newest, token }, anew }
  })
}

/** The row of the text stays as it is until the transaction ends. @throws NotFound */
async function lock(tx: Tx, articleId: number): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    select l.generation, l.base, a.last_revision as newest, l.state, l.token is not null and l.token_until > clock_timestamp() as leased
    from article_live l join article a on a.id = l.article_id where l.article_id = ${articleId}::int for update of l`
  if (!row) throw new NotFound('article')
  return row
}

/** The text nobody had begun, brought by whoever was appointed. @throws Conflict when somebody else was meanwhile */
export async function plantText(articleId: number, { generation, token, update, personId }: { generation: number; token: string; update: Uint8Array; personId: number }): Promise<void> {
  const state = mergedWith(null, [update])
  if (state.length > MOST_BYTES) throw new Invalid('http:invalid.tooLong')
  await transaction(async tx => {
    const done = await tx.$executeRaw`
      update article_live set state = ${state}::bytea, token = null, token_until = null, writers = array[${personId}::int], updated_at = clock_timestamp()
      where article_id = ${articleId}::int and generation = ${generation}::int and state is null and token = ${token}::text`
    if (done === 0) throw new Conflict()
  })
}

/** Merges what was written into what is stored. @returns `gone` when the text has begun anew, `full` when it would be too long: then nothing was written */
export async function writeText(articleId: number, generation: number, updates: readonly Uint8Array[], writers: readonly number[]): Promise<'written' | 'gone' | 'full'> {
  return transaction(async tx => {
    const row = await lock(tx, articleId)
    if (row.generation !== generation || !row.state) return 'gone'
    const state = mergedWith(row.state, updates)
    if (state.length > MOST_BYTES) return 'full'
    await tx.$executeRaw`
      update article_live set state = ${state}::bytea, updated_at = clock_timestamp(),
        writers = (select coalesce(array_agg(distinct w), '{}') from unnest(writers || ${[...writers]}::int[]) w) where article_id = ${articleId}::int`
    return 'written'
  })
}

/** What was written since the last revision goes; whoever comes next brings that revision. @returns false when the text of that generation is no more */
export async function dropText(tx: Tx, articleId: number, generation: number): Promise<boolean> {
  const row = await lock(tx, articleId)
  if (row.generation !== generation || !row.state) return false
  await tx.$executeRaw`
    update article_live set base = ${row.newest}::int, generation = ${generation + 1}::int, state = null, token = null, token_until = null, writers = '{}', files = '{}', updated_at = clock_timestamp() where article_id = ${articleId}::int`
  return true
}

/** A revision was saved out of the shared text: it goes on from that. @returns who wrote in it; nobody when the revision is of another text */
export async function moveBase(tx: Tx, articleId: number, moved: { generation: number; from: number; to: number }): Promise<number[]> {
  const [row] = await tx.$queryRaw<{ writers: number[] }[]>`
    update article_live set base = ${moved.to}::int where article_id = ${articleId}::int and generation = ${moved.generation}::int and base = ${moved.from}::int and state is not null returning writers`
  return row?.writers ?? []
}
