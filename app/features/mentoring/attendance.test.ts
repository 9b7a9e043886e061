import { expect, test } from 'vitest'
import { countedMinutes, outcomeOf, type Said } from './attendance'

test.each<[Said, Said[], string]>([
  [null, [null], 'BOOKED'], [true, [null], 'BOOKED'], [null, [true], 'BOOKED'], [false, [null], 'BOOKED'], [null, [false], 'BOOKED'],
  [true, [true], 'DONE'], [false, [false], 'MISSED'], [false, [true], 'BOOKED'], [true, [false], 'MISSED'],
  [true, [null, true, false], 'DONE'], [true, [false, null], 'BOOKED'], [true, [false, false], 'MISSED'], [false, [false, null], 'MISSED'], [false, [false, true], 'BOOKED'], [true, [], 'BOOKED'], [false, [], 'BOOKED'],
])('mentor %s, learners %j: %s', (mentor, learners, outcome) => { expect(outcomeOf(mentor, learners)).toBe(outcome) })

const there = (minutes: number) => ({ attended: true, minutes })
const away = { attended: false, minutes: 0 }
test.each([
  [there(60), there(45), null, false, 45], [there(30), there(60), null, false, 30], [there(60), null, null, false, null], [null, there(60), null, false, null], [there(60), away, null, false, null], [away, there(60), null, false, null],
  [there(90), there(80), true, true, 80], [there(90), there(80), false, true, null], [there(90), there(80), null, true, null],
])('%j and %j, listed %s, group %s: %s minutes', (mentor, learner, present, group, minutes) => { expect(countedMinutes(mentor, learner, present, group)).toBe(minutes) })
