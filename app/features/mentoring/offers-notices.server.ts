import type { NoticeContribution, NoticeRule } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './events'
import { newOfferPath } from './paths'

/** Whoever an officer invited is told that they may offer mentoring now. */
const invited: NoticeRule<'mentoring.guest.invited'> = {
  name: 'mentoring.guestInvited', event: 'mentoring.guest.invited', official: true,
  async recipients({ payload: { personId }, actorId }) {
    const [row] = await sql<{ name: string }>('guest-inviter', `select coalesce((select name from person where id = $2), '') as name from mentoring_profile where person_id = $1 and invited_by_id is not null`, [personId, actorId ?? 0])
    return row ? [{ personId, audience: `user:${personId}`, url: newOfferPath, groupKey: `guest:${personId}`, about: `guest:${personId}`, params: { name: row.name, title: 'Mentoring' } }] : []
  },
}

export const offerNotices: NoticeContribution = {
  rules: [invited], amendments: [],
  subjects: {
    guest: async abouts => new Map((await sql<{ id: number; name: string; at: number }>('guest-subjects', `select f.person_id as id, b.name, (extract(epoch from f.created_at) * 1000)::float8 as at from mentoring_profile f join person b on b.id = f.invited_by_id where f.person_id = any($1)`,
      [abouts.map(about => Number(about.slice('guest:'.length)))])).map(row => [`guest:${row.id}`, { audience: `user:${row.id}`, title: 'Mentoring', url: newOfferPath, name: row.name, text: '', at: row.at }])),
  },
}
