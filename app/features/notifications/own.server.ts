import { sql } from '~/platform/db/db.server'
import type { NoticeContribution, WatchableReader } from './contract'

const people: WatchableReader = async (viewer, targets) => {
  const ids = targets.map(target => Number(target.slice('person:'.length))).filter(id => id <= 2_147_483_647 && id !== viewer.personId)
  const rows = await sql<{ id: number; name: string; slug: string }>('watch-people', 'select id, name, slug from person where id = any($1) and closed_at is null', [ids])
  return new Map(rows.map(row => [`person:${row.id}`, { label: row.name, url: `/orang/${row.slug}` }]))
}

/** What this room itself gives: people can be followed, and people is the floor and knows no notices. */
export const ownNotices: NoticeContribution = { watchables: { person: people } }
