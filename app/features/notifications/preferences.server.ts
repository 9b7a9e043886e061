import { setTimeZone } from '~/features/people/profile.server'
import { transaction } from '~/platform/db/db.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import type { Member } from '~/platform/viewer'
import { ruleGroups } from './groups'
import type { PreferencesInput } from './preferences.schema'

/** All of it at once, as the page shows it. What is waiting follows the new choice, also what a quiet night that is now none had put off. */
export async function savePreferences(member: Member, input: PreferencesInput): Promise<void> {
  const { personId } = member
  const quiet = input.quiet && input.quietFrom !== undefined && input.quietTo !== undefined
  const setting = {
    quietFrom: quiet ? (input.quietFrom ?? null) : null, quietTo: quiet ? (input.quietTo ?? null) : null,
    days: [...new Set(input.days)].sort((a, b) => a - b), digestAt: input.digestAt, autoWatch: input.autoWatch,
  }
  if (input.timeZone) await setTimeZone(member, input.timeZone)
  await transaction(async tx => {
    await tx.noticeSetting.upsert({ where: { personId }, create: { personId, ...setting }, update: setting })
    await tx.noticeChoice.deleteMany({ where: { personId } })
    await tx.noticeChoice.createMany({ data: ruleGroups.map(ruleGroup => ({ personId, ruleGroup, ...input.channels[ruleGroup] })), skipDuplicates: true })
    for (const task of ['notice_mail', 'notice_push']) await enqueue(tx, task, { personId }, { key: `${task}:${personId}`, maxAttempts: 25 })
  })
}
