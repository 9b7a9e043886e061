import { expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { newKey } from '#tests/factories/discussion'
import { makeCategory } from '#tests/factories/forum'
import { makeSeries, setStart } from '#tests/factories/meetings'
import { startNotices, toldBy, watches } from '#tests/factories/notices'
import { makeMember } from '#tests/factories/people'
import { remindOfTasks, turnMeetings } from './meetings-clock.server'
import { answerMeeting, skipMeeting } from './meetings.server'
import { finishTask, saveMinutes } from './minutes.server'

const of = async (personId: number) => (await toldBy(personId)).filter(rule => rule.startsWith('forum.'))

test('who answered hears of what is near and what is skipped, who follows of minutes, who has a task of its day until it is done', async () => {
  const [host, comes, stays, follower] = await Promise.all([makeMember(), makeMember(), makeMember(), makeMember()])
  const category = await makeCategory({ audience: 'asn' })
  const series = await makeSeries({ host, category })
  const [first, second] = series.meetings as [number, number]
  await watches(follower.personId, `series:${series.id}`)
  const stop = startNotices()
  await answerMeeting(comes, { topicId: first, reply: 'COME' })
  await answerMeeting(stays, { topicId: first, reply: 'NOT' })
  await answerMeeting(comes, { topicId: second, reply: 'MAYBE' })
  await setStart(first, 10)
  await turnMeetings()
  await skipMeeting(host, { topicId: second, reason: 'Libur' })
  await setStart(first, -5)
  await saveMinutes(host, { topicId: first, written: { markdown: 'Ringkas.' }, decisions: [], tasks: [{ id: null, text: 'Ukur lagi', assigneeId: comes.personId, dueOn: '2026-01-02' }], revision: 0, clientKey: newKey() })
  await remindOfTasks()
  await stop()
  expect((await of(comes.personId)).sort()).toEqual(['forum.meetingSkipped', 'forum.meetingSoon', 'forum.minutes', 'forum.taskDue', 'forum.taskGiven'])
  expect(await of(stays.personId)).toEqual([])
  expect((await of(follower.personId)).filter(rule => rule === 'forum.minutes')).toEqual(['forum.minutes'])
  const { id } = await db.meetingTask.findFirstOrThrow({ where: { topicId: first } })
  const again = startNotices()
  await finishTask(comes, { taskId: id, done: true })
  await again()
  expect((await of(comes.personId)).sort()).toEqual(['forum.meetingSkipped', 'forum.meetingSoon', 'forum.minutes'])
})

test('a new series is one notice to who follows its category or its host, its later meetings to who follows the series', async () => {
  const [host, ofCategory, ofHost, ofBoth, deaf] = await Promise.all([makeMember(), makeMember(), makeMember(), makeMember(), makeMember()])
  const category = await makeCategory({ audience: 'asn' })
  await watches(ofCategory.personId, `category:${category.id}`)
  await watches(ofHost.personId, `person:${host.personId}`)
  for (const target of [`category:${category.id}`, `person:${host.personId}`]) await watches(ofBoth.personId, target)
  const stop = startNotices()
  const series = await makeSeries({ host, category })
  await stop()
  for (const one of [ofCategory, ofHost, ofBoth]) expect(await toldBy(one.personId)).toEqual(['forum.seriesOpened'])
  expect(await toldBy(deaf.personId)).toEqual([])
  expect(await db.notice.findFirst({ where: { personId: ofBoth.personId } })).toMatchObject({ url: expect.stringContaining(`/forum/rutin/${series.id}/`) as string, audience: 'asn' })
  await watches(deaf.personId, `series:${series.id}`)
  const again = startNotices()
  await skipMeeting(host, { topicId: series.meetings[0] ?? 0, reason: 'Libur' })
  await again()
  expect(await toldBy(deaf.personId)).toEqual(['forum.meetingPlanned'])
  expect(await toldBy(ofCategory.personId)).toEqual(['forum.seriesOpened'])
})
