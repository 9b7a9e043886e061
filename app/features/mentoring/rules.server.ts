import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, Invalid, SignInNeeded } from '~/platform/errors'
import { isMember, isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { RULES_VERSION } from './rules'

/** Suspended people and strangers take no part. @throws Forbidden, SignInNeeded */
export function asMember(viewer: Viewer): Member {
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

/** Who may write at all. @throws Forbidden, SignInNeeded */
export function asWriter(viewer: Viewer): Member {
  const member = asMember(viewer)
  if (isSilenced(member)) throw new Forbidden('silenced')
  if (!member.verified) throw new Forbidden('unverified')
  return member
}

/** The conduct rules as they are now were accepted. Asked before offering or requesting. */
export async function hasAcceptedRules(personId: number): Promise<boolean> {
  const [row] = await sql<{ version: number }>('mentoring-rules', 'select rules_version as version from mentoring_profile where person_id = $1', [personId])
  return (row?.version ?? 0) >= RULES_VERSION
}

/** For verbs: pages send people to the rules before they get that far. @throws Invalid on the form */
export async function needRules(member: Member): Promise<void> {
  if (!(await hasAcceptedRules(member.personId))) throw new Invalid('mentoring:errors.rules')
}

/** Everybody who takes part has a profile. Twice is once. */
export async function ensureProfile(tx: Tx, personId: number): Promise<void> {
  await tx.$executeRaw`insert into mentoring_profile (person_id, time_zone) select id, time_zone from person where id = ${personId}::int on conflict do nothing`
}

/** Once for each version. @throws Forbidden, SignInNeeded */
export async function acceptRules(viewer: Viewer): Promise<void> {
  const member = asMember(viewer)
  await transaction(async tx => {
    await ensureProfile(tx, member.personId)
    await tx.$executeRaw`update mentoring_profile set rules_version = ${RULES_VERSION}::int, rules_at = now() where person_id = ${member.personId}::int and rules_version < ${RULES_VERSION}::int`
  })
}
