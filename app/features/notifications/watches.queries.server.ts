import { sql } from '~/platform/db/db.server'
import { readRows } from '~/platform/db/together.server'
import { isMember, type Viewer } from '~/platform/viewer'
import type { Watchable } from './contract'
import { byPrefix, watchableReader } from './given.server'
import { kindOfTarget, type WatchLevel } from './policy'

export interface WatchState {
  target: string
  /** null: nothing chosen, so replies and mentions */
  level: WatchLevel | null
  automatic: boolean
}

/** How much the viewer wants to hear of a thing; null for strangers, who cannot watch. One indexed statement. */
export async function findWatch(viewer: Viewer, target: string): Promise<WatchState | null> {
  if (!isMember(viewer)) return null
  const [row] = await readRows<WatchState>('watch-one', 'select target, level::text as level, automatic from watch where person_id = $1 and target = $2', [viewer.personId, target])
  return row ?? { target, level: null, automatic: false }
}

export interface WatchRow extends WatchState {
  level: WatchLevel
  /** null: no longer there for the viewer; all they can do is forget it */
  thing: Watchable | null
}

export const watchKinds = ['thread', 'category', 'tag', 'person', 'series', 'article', 'collection'] as const
export type WatchKind = (typeof watchKinds)[number]

const PAGE = 50
const list = `select target, level::text as level, automatic, (extract(epoch from updated_at) * 1000)::float8::text as at from watch
  where person_id = $1 and target like $2 and (updated_at, target) < ($3::timestamptz, $4) order by watch.updated_at desc, watch.target desc limit ${PAGE + 1}`

/** What the viewer watches or muted, last changed first. `kind` leaves the rest out; `after` is the list's `next`. */
export async function listWatches(viewer: Viewer, { kind, after }: { kind?: WatchKind; after?: string | null } = {}): Promise<{ rows: WatchRow[]; next: string | null }> {
  if (!isMember(viewer)) return { rows: [], next: null }
  const cursor = /^(\d{1,14}(?:\.\d{1,4})?)\|(.{1,60})$/.exec(after ?? '')
  const rows = await sql<WatchState & { at: string; level: WatchLevel }>('watch-list', list,
    [viewer.personId, `${kind ?? ''}%`, cursor ? new Date(Number(cursor[1])).toISOString() : 'infinity', cursor?.[2] ?? ''])
  const shown = rows.slice(0, PAGE)
  const things = new Map<string, Watchable>()
  for (const [prefix, targets] of byPrefix(shown.map(row => row.target)))
    for (const [target, thing] of (await watchableReader(prefix)?.(viewer, targets)) ?? []) things.set(target, thing)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ target, level, automatic }) => ({ target, level, automatic, thing: things.get(target) ?? null })),
    next: rows.length > PAGE && last ? `${last.at}|${last.target}` : null,
  }
}

export const kindOf = (target: string): WatchKind => (watchKinds.find(kind => kind === kindOfTarget(target)) ?? 'thread')
