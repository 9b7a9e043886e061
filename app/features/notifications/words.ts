import type { T } from '~/platform/i18n/i18n'

/** "Ari", "Ari dan Budi", "Ari, Budi dan lainnya". `t` is of this room. */
export function namesOf(t: T, names: readonly string[]): string {
  const [first = '', second = '', ...more] = names
  if (!second) return first
  return more.length > 0 ? t('andOthers', { first, second }) : t('and', { first, last: second })
}

/** What happened, as the rule says it: "Ari dan Budi membalas tulisan Anda". */
export const toldWords = (t: T, rule: string, count: number, names: readonly string[]): string =>
  t(`told.${rule}.${count > 1 ? 'many' : 'one'}`, { count, name: namesOf(t, names) })
