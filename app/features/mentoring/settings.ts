/**
 * The numbers of the programme and what they are until an officer changes them (`mentoring_setting`). Match weights are shares of one
 * hundred; the formula is in `docs/mentoring-match.md`.
 */
export const settingDefaults = {
  /** open requests of one learner */
  'requests.open': 5,
  /** days until a silent mentor is nudged */
  'requests.nudgeDays': 3,
  /** days until an unanswered request goes back and the offer is paused */
  'requests.expireDays': 7,
  /** minutes a slot is held for who writes a request */
  'slots.holdMinutes': 20,
  /** weeks ahead in which slots are offered */
  'slots.weeksAhead': 6,
  /** hours before a slot at which it can no longer be taken */
  'slots.noticeHours': 12,
  /** days after which one side's closing form is shown without the other's */
  'reviews.hiddenDays': 7,
  /** weeks without a sign after which a pair counts as silent */
  'pairs.silentWeeks': 3,
  'match.tags': 35,
  'match.position': 12,
  'match.unit': 8,
  'match.capacity': 12,
  'match.response': 13,
  'match.language': 5,
  'match.past': 5,
  'match.fairness': 10,
} as const satisfies Record<string, number>

export type SettingKey = keyof typeof settingDefaults
