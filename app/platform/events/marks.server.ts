import pg from 'pg'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'

/** What became of one event: who heard it now, whether all have, and what went wrong. */
export interface Mark {
  id: bigint
  names: string[]
  complete: boolean
  error: string | null
}

const FLUSH_AFTER_MS = 40
/** Marks kept while the database is away. Beyond it the events are told again, which consumers do not mind. */
const MOST = 20_000

const state = kept('delivery-marks', () => ({ waiting: [] as Mark[], timer: undefined as NodeJS.Timeout | undefined, writing: Promise.resolve(), pool: null as pg.Pool | null }))

/**
 * One connection that does not wait for the disk: a mark lost with the machine costs a repeated delivery, never a lost one,
 * and so a thousand events cost a few writes instead of a thousand.
 */
export function openMarks(): void {
  if (state.pool) return
  state.pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 1, connectionTimeoutMillis: 5_000, application_name: 'balai-delivery', options: '-c synchronous_commit=off' })
  state.pool.on('error', error => log.warn({ err: error.message }, 'delivery: database connection lost'))
  state.pool.on('connect', client => { client.on('error', () => undefined) }) // lent out and cut off, it would end the process
}

export function mark(one: Mark): void {
  state.waiting.push(one)
  state.timer ??= setTimeout(() => void flushMarks(), FLUSH_AFTER_MS)
}

async function write(marks: readonly Mark[]): Promise<void> {
  await state.pool?.query({
    name: 'mark-events',
    text: `update event e set
        delivered = case when m.names = '' then e.delivered else e.delivered || string_to_array(m.names, ',') end,
        delivered_at = case when m.complete then now() end,
        attempts = e.attempts + case when m.complete then 0 else 1 end,
        last_error = coalesce(m.error, e.last_error)
      from unnest($1::bigint[], $2::text[], $3::bool[], $4::text[]) as m(id, names, complete, error)
      where e.id = m.id and e.delivered_at is null`,
    values: [marks.map(m => String(m.id)), marks.map(m => m.names.join(',')), marks.map(m => m.complete), marks.map(m => m.error)],
  })
}

/** Writes what waits. Never throws: what could not be written is tried again in a second. */
export function flushMarks(): Promise<void> {
  clearTimeout(state.timer)
  state.timer = undefined
  state.writing = state.writing.then(async () => {
    const marks = state.waiting
    state.waiting = []
    if (marks.length === 0) return
    try {
      for (let i = 0; i < marks.length; i += 500) await write(marks.slice(i, i + 500))
    } catch (error) {
      log.warn({ err: (error as Error).message }, 'delivery marks not written yet')
      state.waiting = [...marks, ...state.waiting].slice(0, MOST)
      if (state.pool) state.timer ??= setTimeout(() => void flushMarks(), 1_000)
    }
  })
  return state.writing
}

export async function closeMarks(): Promise<void> {
  await flushMarks()
  clearTimeout(state.timer)
  state.timer = undefined
  const { pool } = state
  state.pool = null
  await pool?.end()
}
