import '~/features/people/events'
import { ownersOfUnscoped } from '~/features/people/pseudonyms.server'
import { sql } from '~/platform/db/db.server'
import type { NoticeContribution, NoticeRule, WatchableReader } from './contract'

const people: WatchableReader = async (viewer, targets) => {
  const ids = targets.map(target => Number(target.slice('person:'.length))).filter(id => id <= 2_147_483_647 && id !== viewer.personId)
  const rows = await sql<{ id: number; name: string; slug: string }>('watch-people', 'select id, name, slug from person where id = any($1) and closed_at is null', [ids])
  return new Map(rows.map(row => [`person:${row.id}`, { label: row.name, url: `/orang/${row.slug}` }]))
}

/** Two officers opened a name somebody writes under: they are told at once, with the reason, and by a way nobody can mute. */
const unmasked: NoticeRule<'people.pseudonym.opened'> = {
  name: 'people.unmasked', event: 'people.pseudonym.opened',
  recipients: async ({ payload }) => {
    const owner = (await ownersOfUnscoped([payload.personId])).get(payload.personId)
    const [row] = await sql<{ reason: string; label: string }>('unmasked-reason', 'select u.reason, x.name as label from unmasking u join person x on x.id = u.person_id where u.id = $1', [payload.unmaskingId])
    if (owner === undefined || !row) return []
    return [{ personId: owner, audience: `user:${owner}`, url: `/pos/${payload.postId}`, groupKey: `unmasking:${payload.unmaskingId}`, about: `unmasking:${payload.unmaskingId}`, params: { name: row.label, title: row.reason.slice(0, 300) } }]
  },
}

/** What this room itself gives: people can be followed, and people is the floor and knows no notices. */
export const ownNotices: NoticeContribution = { watchables: { person: people }, rules: [unmasked] }
