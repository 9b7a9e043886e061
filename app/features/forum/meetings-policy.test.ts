import { describe, expect, test } from 'vitest'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { canAnswer, canFinishTask, canHost, canKeepSeries, canPropose, canStartSeries, canSteer, canWithdraw, canWriteMinutes, seesWhoComes } from './meetings-policy'

const member = (personId: number, kind: Member['kind'], more: Partial<Member> = {}): Member =>
  ({ ...stranger(), personId, kind, verified: true, audiences: kind === 'ASN' ? ['public', 'asn', `user:${personId}`] : ['public', `user:${personId}`], ...more })
const who: Record<string, Viewer> = {
  stranger: stranger(),
  citizen: member(1, 'CITIZEN'),
  unverified: member(2, 'CITIZEN', { verified: false }),
  asn: member(3, 'ASN'),
  host: member(4, 'ASN'),
  silencedHost: member(4, 'ASN', { silencedUntil: Date.now() + 3_600_000 }),
  /** was named host and has left the administration */
  formerHost: member(4, 'CITIZEN'),
}
const start = 1_000_000
const end = 2_000_000
const meeting = (more: object = {}) => ({ audience: 'public', hostIds: [4], ended: false, startsAt: start, endsAt: end, skipped: false, locked: false, ...more })
const yes = (names: string) => names.split(' ').filter(Boolean)
const allowed = (ask: (viewer: Viewer) => boolean) => Object.keys(who).filter(name => ask(who[name] as Viewer))

describe('a series', () => {
  const table: [name: string, ask: (viewer: Viewer) => boolean, allowed: string][] = [
    ['1 is started by ASN where they may open topics', viewer => canStartSeries(viewer, { audience: 'public', openAudience: 'public', archived: false }), 'asn host'],
    ['2 also where only ASN open', viewer => canStartSeries(viewer, { audience: 'public', openAudience: 'asn', archived: false }), 'asn host'],
    ['3 not in an archived category', viewer => canStartSeries(viewer, { audience: 'public', openAudience: 'public', archived: true }), ''],
    ['4 not in a unit that is not theirs', viewer => canStartSeries(viewer, { audience: 'unit:9', openAudience: 'unit:9', archived: false }), ''],
    ['5 has hosts', viewer => canHost(viewer, meeting()), 'host'],
    ['6 whose category the host no longer reads has none', viewer => canHost(viewer, meeting({ audience: 'unit:9' })), ''],
    ['7 is kept by its hosts', viewer => canKeepSeries(viewer, meeting()), 'host'],
    ['8 that ended is kept by nobody', viewer => canKeepSeries(viewer, meeting({ ended: true })), ''],
  ]
  test.each(table)('%s', (_name, ask, names) => expect(allowed(ask)).toEqual(yes(names)))
})

describe('a meeting', () => {
  const before = start - 1
  const during = start
  const after = end
  const members = 'citizen asn host silencedHost formerHost'
  const table: [name: string, ask: (viewer: Viewer) => boolean, allowed: string][] = [
    ['1 is answered before', viewer => canAnswer(viewer, meeting(), before), members],
    ['2 is answered while it runs', viewer => canAnswer(viewer, meeting(), during), members],
    ['3 is not answered afterwards', viewer => canAnswer(viewer, meeting(), after), ''],
    ['4 is not answered when skipped', viewer => canAnswer(viewer, meeting({ skipped: true }), before), ''],
    ['5 for ASN is answered by ASN', viewer => canAnswer(viewer, meeting({ audience: 'asn' }), before), 'asn host silencedHost'],
    ['6 takes points before', viewer => canPropose(viewer, meeting(), before), 'citizen asn host formerHost'],
    ['7 takes no points from its start', viewer => canPropose(viewer, meeting(), during), ''],
    ['8 takes no points when skipped', viewer => canPropose(viewer, meeting({ skipped: true }), before), ''],
    ['9 takes no points when its topic is locked', viewer => canPropose(viewer, meeting({ locked: true }), before), ''],
    ['10 is moved by hosts before', viewer => canSteer(viewer, meeting(), before), 'host'],
    ['11 is not moved once it runs', viewer => canSteer(viewer, meeting(), during), ''],
    ['12 loses a point to its author and the host', viewer => canWithdraw(viewer, meeting(), { authorId: 1 }, before), 'citizen host'],
    ['13 loses none once it runs', viewer => canWithdraw(viewer, meeting(), { authorId: 1 }, during), ''],
    ['14 has no minutes before', viewer => canWriteMinutes(viewer, meeting(), before), ''],
    ['15 has minutes by the host while it runs', viewer => canWriteMinutes(viewer, meeting(), during), 'host'],
    ['16 has minutes by the host afterwards, the series ended or not', viewer => canWriteMinutes(viewer, meeting({ ended: true }), after), 'host'],
    ['17 has no minutes when skipped', viewer => canWriteMinutes(viewer, meeting({ skipped: true }), after), ''],
    ['18 has tasks done by whoever has them and the host', viewer => canFinishTask(viewer, { assigneeId: 3 }, meeting()), 'asn host'],
    ['19 a silenced person still finishes their own', viewer => canFinishTask(viewer, { assigneeId: 4 }, meeting()), 'host silencedHost formerHost'],
    ['20 nobody finishes what they no longer read', viewer => canFinishTask(viewer, { assigneeId: 1 }, meeting({ audience: 'asn' })), 'host'],
    ['21 names who comes to colleagues only', viewer => seesWhoComes(viewer), 'asn host silencedHost'],
  ]
  test.each(table)('%s', (_name, ask, names) => expect(allowed(ask)).toEqual(yes(names)))
})
