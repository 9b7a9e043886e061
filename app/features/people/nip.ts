/*
 * NIP: Perka BKN 22/2007. NI PPPK: birth date, year of appointment, number of the agreement (21 upwards), sex, serial.
 * Both have 18 digits and are personal data: they show birth date and sex.
 */

export type NumberKind = 'NIP' | 'NI_PPPK' | 'OTHER'

export interface StaffNumber {
  value: string
  kind: NumberKind
  /** yyyy-mm-dd */
  birthDate: string
  /** 1 male, 2 female, null when the digit says neither */
  sex: 1 | 2 | null
  /** doubts that do not stop: old and special numbers exist */
  doubts: ('kind' | 'sexDigit' | 'age')[]
}

/** `damaged`: a spreadsheet turned it into a number and lost digits, as in 1.98E+17. */
export type NumberFault = 'missing' | 'damaged' | 'length' | 'birthDate'

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Reads a number as it stands in a file or a form. Spaces, dots and the leading apostrophe of spreadsheets do not matter. */
export function readStaffNumber(typed: string | number): { number: StaffNumber } | { fault: NumberFault } {
  const text = String(typed).trim().replace(/^['’`]+/, '')
  if (text === '') return { fault: 'missing' }
  if (typeof typed === 'number' || /^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return { fault: 'damaged' }
  const value = text.replace(/[\s.-]/g, '')
  if (!/^\d{18}$/.test(value)) return { fault: 'length' }
  // Fifteen digits are what a spreadsheet keeps of a number; a serial starts at 001.
  if (value.endsWith('000')) return { fault: 'damaged' }
  const part = (from: number, to: number) => Number(value.slice(from, to))
  const [year, month, day, appointed, code, sexDigit] = [part(0, 4), part(4, 6), part(6, 8), part(8, 12), part(12, 14), part(14, 15)]
  if (year < 1920 || year > 2015 || !isDay(year, month, day)) return { fault: 'birthDate' }
  const kind: NumberKind = code >= 1 && code <= 12 ? 'NIP' : code >= 21 ? 'NI_PPPK' : 'OTHER'
  const doubts: StaffNumber['doubts'] = []
  if (kind === 'OTHER') doubts.push('kind')
  if (sexDigit !== 1 && sexDigit !== 2) doubts.push('sexDigit')
  const age = kind === 'NIP' && code < month ? appointed - year - 1 : appointed - year
  if (age < 18 || age > 60) doubts.push('age')
  return { number: { value, kind, birthDate: `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`, sex: sexDigit === 1 || sexDigit === 2 ? sexDigit : null, doubts } }
}

/** 1989••••••••••1909: enough to tell two colleagues apart, not enough to use. */
export function maskStaffNumber(value: string): string {
  return value.length <= 8 ? '•'.repeat(value.length) : `${value.slice(0, 4)}${'•'.repeat(value.length - 8)}${value.slice(-4)}`
}

/** 19860926 201505 1 001, for reading. */
export function groupStaffNumber(value: string): string {
  return /^\d{18}$/.test(value) ? `${value.slice(0, 8)} ${value.slice(8, 14)} ${value.slice(14, 15)} ${value.slice(15)}` : value
}
