import { sql, transaction } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import './events'
import type { LanguageName } from './kinds'
import { asWriter, ensureProfile } from './rules.server'
import { touchStanding } from './standing.server'

export interface ProfileText {
  showPosition: boolean
  showHistory: boolean
  publicName: boolean
  learnerAbout: string
  languages: readonly LanguageName[]
  timeZone: string
  wants: readonly string[]
}

export interface OwnMentoringProfile extends Omit<ProfileText, 'languages'> {
  languages: string[]
}

/** As it is, or as it would be made. */
export async function getOwnMentoringProfile(personId: number): Promise<OwnMentoringProfile> {
  const [row] = await sql<OwnMentoringProfile>('mentoring-own-profile', `select coalesce(f.show_position, true) as "showPosition", coalesce(f.show_history, false) as "showHistory", coalesce(f.public_name, false) as "publicName",
      coalesce(f.learner_about, '') as "learnerAbout", coalesce(f.languages, '{id}') as languages, coalesce(f.time_zone, a.time_zone) as "timeZone", coalesce(f.wants, '{}') as wants
    from person a left join mentoring_profile f on f.person_id = a.id where a.id = $1`, [personId])
  return row ?? { showPosition: true, showHistory: false, publicName: false, learnerAbout: '', languages: ['id'], timeZone: 'Asia/Jakarta', wants: [] }
}

export interface LearnerShared {
  about: string
  languages: string[]
  wants: string[]
}

/** What a learner wrote for those they ask. Unscoped: the caller has shown that the viewer was asked. */
export async function learnerSharedUnscoped(personId: number): Promise<LearnerShared> {
  const { learnerAbout, languages, wants } = await getOwnMentoringProfile(personId)
  return { about: learnerAbout, languages, wants: [...wants] }
}

/** @throws Forbidden, SignInNeeded, Invalid beside wants */
export async function saveMentoringProfile(viewer: Viewer, input: ProfileText): Promise<void> {
  const member = asWriter(viewer)
  if (input.wants.length > 8) throw new Invalid({ wants: ['mentoring:errors.wants'] })
  await transaction(async tx => {
    await ensureProfile(tx, member.personId)
    await tx.mentoringProfile.update({ where: { personId: member.personId }, data: { ...input, languages: [...input.languages], wants: [...input.wants] } })
    const offers = await tx.mentoringOffer.findMany({ where: { mentorId: member.personId }, select: { id: true } })
    for (const offer of offers) await recordEvent(tx, 'mentoring.offer.changed', { offerId: offer.id, mentorId: member.personId, fresh: false }, member.personId)
    if (offers.length > 0) await touchStanding(tx, member.personId)
  })
}
