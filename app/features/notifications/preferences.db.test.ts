import { expect, test } from 'vitest'
import { makeMember, viewerFor } from '#tests/factories/people'
import { sql, transaction } from '~/platform/db/db.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { defaults, ruleGroups, type Channels, type RuleGroup } from './groups'
import { getPreferences } from './preferences.queries.server'
import { preferencesSchema } from './preferences.schema'
import { savePreferences } from './preferences.server'

const channels = Object.fromEntries(ruleGroups.map(group => [group, { ...defaults[group] }])) as Record<RuleGroup, Channels>
const form = (more: object) => preferencesSchema.parse({ channels, quiet: true, quietFrom: '20:00', quietTo: '06:00', days: [1, 2, 3, 4, 5], digestAt: '07:00', autoWatch: true, ...more })

test('hours and days are kept, in the zone the person chose', async () => {
  const member = await makeMember()
  // 22.00 in Jakarta and midnight in Jayapura; a Tuesday there, a Monday here
  const late = Date.parse('2026-11-23T22:00:00+07:00')
  await savePreferences(member, form({ timeZone: 'Asia/Jayapura' }))
  const moved = await viewerFor({ id: member.personId })
  expect(moved.timeZone).toBe('Asia/Jayapura')
  expect(await getPreferences(moved, late)).toMatchObject({ quietFrom: 1200, days: [1, 2, 3, 4, 5], heldUntil: Date.parse('2026-11-24T06:00:00+09:00') })
  await savePreferences(moved, form({}))
  expect((await viewerFor({ id: member.personId })).timeZone).toBe('Asia/Jayapura')
  expect(() => form({ timeZone: 'Mars/Olympus' })).toThrow()
})

test('who ends the quiet time gets at once what it had put off', async () => {
  const member = await makeMember()
  const morning = new Date(Date.now() + 8 * 3_600_000)
  for (const task of ['notice_mail', 'notice_push']) await transaction(tx => enqueue(tx, task, { personId: member.personId }, { runAt: morning, key: `${task}:${member.personId}` }))
  await savePreferences(member, form({ quiet: false, days: [1, 2, 3, 4, 5, 6, 7] }))
  const jobs = await sql<{ key: string; soon: boolean }>('test-jobs-of', 'select key, run_at <= now() as soon from graphile_worker.jobs where key in ($1, $2) order by key', [`notice_mail:${member.personId}`, `notice_push:${member.personId}`])
  expect(jobs).toEqual([{ key: `notice_mail:${member.personId}`, soon: true }, { key: `notice_push:${member.personId}`, soon: true }])
})
