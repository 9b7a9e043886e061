import type { ThreadPlaces } from '~/features/discussion/notices.server'
import type { NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import { translator } from '~/platform/i18n/words'
import type { Locale } from '~/platform/viewer'
import { isBadge } from './badges'
import './events'

interface Owner {
  id: number
  slug: string
  locale: Locale
}

async function ownerOf(personId: number): Promise<Owner | undefined> {
  return (await sql<Owner>('recognition-owner', 'select id, slug, locale from person where id = $1', [personId]))[0]
}

const badgeName = (owner: Owner, badge: string): string => (isBadge(badge) ? translator(owner.locale, 'recognition')(`badge.${badge}.name`) : badge)

async function badgeTold({ personId, badge }: { personId: number; badge: string }): Promise<Told[]> {
  const owner = await ownerOf(personId)
  return owner ? [{
    personId, audience: `user:${personId}`, url: `/orang/${owner.slug}#lencana`, groupKey: `badge:${badge}`, about: `badge:${personId}.${badge}`, params: { name: '', title: badgeName(owner, badge) },
  }] : []
}

/** Badges earned and gone, and questions one was asked to answer. `places` by kind of thread. */
export function recognitionNotices(places: Readonly<Record<string, ThreadPlaces>>): NoticeContribution {
  const earned: NoticeRule<'recognition.badge.earned'> = { name: 'recognition.badge', event: 'recognition.badge.earned', recipients: event => badgeTold(event.payload) }
  const gone: NoticeRule<'recognition.badge.gone'> = {
    name: 'recognition.badgeGone', event: 'recognition.badge.gone',
    recipients: async event => (await badgeTold(event.payload)).map(told => ({ ...told, about: `badge-gone:${event.payload.personId}.${event.payload.badge}` })),
  }
  const invited: NoticeRule<'recognition.answer.invited'> = {
    name: 'recognition.invited', event: 'recognition.answer.invited',
    recipients: async ({ payload: { threadId, personId }, actorId }) => {
      const [thread] = await sql<{ kind: string; audience: string; shelf: string; name: string; postId: number }>('recognition-invited', `select t.kind, t.audience, t.shelf, a.name, p.id as "postId" from thread t join post p on p.thread_id = t.id and p.number = 1 and p.deleted_at is null join person a on a.id = $2
        where t.id = $1 and t.removed_at is null`, [threadId, actorId ?? 0])
      const place = thread && (await places[thread.kind]?.([threadId]))?.get(threadId)
      if (!thread || !place) return []
      return [{
        personId, audience: thread.audience, url: '/ajakan', groupKey: `thread:${threadId}`, about: `post:${thread.postId}`, params: { name: thread.name, title: place.title },
        targets: [[`thread:${threadId}`], place.tags, [thread.shelf], ...(actorId === null ? [] : [[`person:${actorId}`]])],
      }]
    },
  }
  const badge: SubjectReader = async abouts => {
    const found = new Map<string, Subject>()
    for (const about of abouts) {
      const match = /^badge:(\d+)\.(.+)$/.exec(about)
      const [award] = match ? await sql<{ at: number }>('recognition-award', 'select (extract(epoch from earned_at) * 1000)::float8 as at from badge_award where person_id = $1 and badge = $2', [Number(match[1]), match[2]]) : []
      const owner = match && award ? await ownerOf(Number(match[1])) : undefined
      if (award && owner && match?.[2])
        found.set(about, { audience: `user:${owner.id}`, title: badgeName(owner, match[2]), url: `/orang/${owner.slug}#lencana`, name: '', text: translator(owner.locale, 'recognition')(`badge.${match[2]}.rule`), at: award.at })
    }
    return found
  }
  return { rules: [earned, gone, invited], subjects: { badge } }
}
