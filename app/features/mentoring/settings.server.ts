import { broadcast, onBroadcast } from '~/platform/db/broadcast.server'
import { sql, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import type { Viewer } from '~/platform/viewer'
import { isOfficer } from './offers-policy'
import { asMember } from './rules.server'
import { settingBounds, settingDefaults, settingKeys, type SettingKey } from './settings'

export type Numbers = Record<SettingKey, number>

const KEEP_FOR = 30_000
const shelf = kept('mentoring-numbers', () => {
  const made = { read: null as Promise<Numbers> | null, until: 0 }
  onBroadcast('mentoring-numbers', () => { made.read = null })
  return made
})

/** Every number of the programme; kept half a minute, dropped everywhere when an officer changes one. */
export function allNumbers(): Promise<Numbers> {
  if (shelf.read && shelf.until > Date.now()) return shelf.read
  const read = sql<{ key: string; value: number }>('mentoring-numbers', 'select key, value from mentoring_setting')
    .then(rows => ({ ...settingDefaults, ...Object.fromEntries(rows.filter(row => row.key in settingDefaults).map(row => [row.key, row.value])) }) as Numbers)
  shelf.read = read
  shelf.until = Date.now() + KEEP_FOR
  read.catch(() => { if (shelf.read === read) shelf.read = null })
  return read
}

export const numberOf = async (key: SettingKey): Promise<number> => (await allNumbers())[key]

/** What was typed, a comma as well as a point before the fraction. @throws Invalid beside each that cannot be */
export function numbersOf(typed: Readonly<Record<string, string>>): Numbers {
  const errors: Record<string, string[]> = {}
  const numbers = { ...settingDefaults } as Numbers
  for (const key of settingKeys) {
    const text = (typed[key] ?? '').trim().replace(',', '.')
    const [min, max] = settingBounds[key]
    const value = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN
    if (!(value >= min && value <= max) || (!key.startsWith('match.') && !Number.isInteger(value))) errors[key] = ['mentoring:errors.number']
    else numbers[key] = value
  }
  if (Object.keys(errors).length === 0 && numbers['requests.nudgeDays'] >= numbers['requests.expireDays']) errors['requests.nudgeDays'] = ['mentoring:errors.nudge']
  if (Object.keys(errors).length === 0 && settingKeys.filter(key => key.startsWith('match.')).every(key => numbers[key] === 0)) errors['match.tags'] = ['mentoring:errors.weights']
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return numbers
}

/** Changes the numbers of the programme; every process asks anew. @throws Forbidden for all but officers, Invalid */
export async function changeNumbers(viewer: Viewer, typed: Readonly<Record<string, string>>): Promise<void> {
  const member = asMember(viewer)
  if (!isOfficer(member)) throw new Forbidden('officersOnly')
  const numbers = numbersOf(typed)
  await transaction(async tx => {
    for (const key of settingKeys)
      await tx.mentoringSetting.upsert({ where: { key }, create: { key, value: numbers[key], byId: member.personId }, update: { value: numbers[key], byId: member.personId } })
  })
  await broadcast('mentoring-numbers', '')
}
