/** Badges, each with how many deeds earn it. What counts as a deed stands in `rows/deeds.server.ts`. */
export const badges = {
  'first-answer': 1,
  'ten-answers': 10,
  'experiences-thanked': 5,
  'newcomers-helped': 3,
} as const

export type BadgeName = keyof typeof badges
export const badgeNames = Object.keys(badges) as BadgeName[]
export const isBadge = (name: string): name is BadgeName => Object.hasOwn(badges, name)
