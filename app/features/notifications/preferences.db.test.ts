import { expect, test } from 'vitest'
import { makeMember, viewerFor } from '#tests/factories/people'
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
