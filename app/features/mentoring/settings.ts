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
export const settingKeys = Object.keys(settingDefaults) as SettingKey[]

/** What each may be, so that no number stops the programme. Whole numbers, but for weights. */
export const settingBounds: Record<SettingKey, readonly [number, number]> = {
  'requests.open': [1, 50], 'requests.nudgeDays': [1, 60], 'requests.expireDays': [2, 90], 'slots.holdMinutes': [5, 120], 'slots.weeksAhead': [1, 26], 'slots.noticeHours': [0, 168], 'reviews.hiddenDays': [1, 60], 'pairs.silentWeeks': [1, 26],
  'match.tags': [0, 100], 'match.position': [0, 100], 'match.unit': [0, 100], 'match.capacity': [0, 100], 'match.response': [0, 100], 'match.language': [0, 100], 'match.past': [0, 100], 'match.fairness': [0, 100],
}
