import { onBroadcast } from '~/platform/db/broadcast.server'
import { sql } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import { settingDefaults, type SettingKey } from './settings'

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
