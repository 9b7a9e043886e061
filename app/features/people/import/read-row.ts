import type { EmploymentKind, PositionGroup } from '~/generated/prisma/enums'
import { readStaffNumber, type StaffNumber } from '../nip'
import type { Column, Headers } from './columns'

export type Raw = string | number | Date | null

export interface Problem {
  column: Column | null
  /** locale key under `people:import.problem` */
  code: string
  level: 'error' | 'doubt'
  /** what stands in the cell; numbers of people are masked */
  value?: string
  /** names that come near what was written */
  near?: string[]
}

export interface StaffRow {
  number: StaffNumber | null
  siasnId: string
  name: string
  titleBefore: string
  titleAfter: string
  sex: 1 | 2 | null
  employmentKind: EmploymentKind
  /** false for who left: retired, dismissed, died, moved to another agency */
  serving: boolean
  grade: string
  education: string
  position: string
  positionGroup: PositionGroup
  /** yyyy-mm-dd, null when the file does not say */
  since: string | null
  unitCode: string
  unitName: string
  email: string | null
  problems: Problem[]
}

/** Days of a spreadsheet since 30 December 1899. */
const excelDay = (serial: number) => new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
const iso = (date: Date) => date.toISOString().slice(0, 10)

/** A spreadsheet's day number, `dd-mm-yyyy` (also with / or .) or ISO. @returns yyyy-mm-dd, or null when it is no date */
export function readDate(value: Raw): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : plausible(value)
  const text = String(value ?? '').trim().replace(/^['’]/, '')
  if (/^\d{4,5}(\.\d+)?$/.test(text)) return plausible(excelDay(Number(text)))
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(text)
  const international = /^(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text)
  const [year, month, day] = local ? [local[3], local[2], local[1]] : international ? international.slice(1) : []
  if (!year || !month || !day) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? plausible(date) : null
}

function plausible(date: Date): string | null {
  const year = date.getUTCFullYear()
  return year >= 1920 && year <= 2100 ? iso(date) : null
}

const staysUpper = new Set(['ASN', 'PNS', 'PPPK', 'SDM', 'BKPSDM', 'DPRD', 'RSUD', 'UPTD', 'SD', 'SMP', 'SMA', 'SMK', 'TK', 'PAUD', 'KB', 'IT', 'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'BPBD', 'BPKPD', 'DPMPTSP', 'PTSP', 'IPA', 'IPS', 'KTP', 'PUPR', 'DLH'])
const staysLower = new Set(['DAN', 'DI', 'KE', 'DARI', 'PADA', 'UNTUK', 'BR.', 'BIN', 'BINTI', 'ATAU'])

/** Exports shout: what is all in capitals is written as names are. Anything else stays as it is. */
export function calm(text: string): string {
  if (text !== text.toUpperCase() || !/\p{Lu}{4}/u.test(text)) return text
  return text.split(' ').map((word, at) => {
    if (staysUpper.has(word.replace(/[^\p{L}]/gu, ''))) return word
    if (at > 0 && staysLower.has(word)) return word.toLowerCase()
    return word.toLowerCase().replace(/(^|[-/'(])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
  }).join(' ')
}

const left = /pensiun|diberhentikan|berhenti|pemberhentian(?! sementara)|meninggal|wafat|tewas|mutasi keluar|pindah (instansi|keluar)|mengundurkan|hilang|punah/i
const suspended = /sementara|cltn|luar tanggungan/i

function readSex(text: string): 1 | 2 | null {
  if (/^(1|l|m|laki|pria)/i.test(text)) return 1
  return /^(2|p|f|w|perempuan|wanita)/i.test(text) ? 2 : null
}

function readEmployment(status: string, candidate: string, number: StaffNumber | null): EmploymentKind {
  if (/paruh/i.test(status)) return 'PPPK_PART_TIME'
  if (/pppk|p3k/i.test(status)) return 'PPPK'
  if (/cpns/i.test(status) || /^(c|cpns)$/i.test(candidate)) return 'CPNS'
  if (/non/i.test(status)) return 'NON_ASN'
  if (/pns/i.test(status)) return 'PNS'
  return number?.kind === 'NI_PPPK' ? 'PPPK' : 'PNS'
}

/** The group of a position by what the file calls it; older files only know "struktural". */
export function readGroup(kind: string, position: string): PositionGroup | null {
  if (/pimpinan tinggi|jpt/i.test(kind)) return 'SENIOR_LEADERSHIP'
  if (/pelaksana|fungsional umum|jfu/i.test(kind)) return 'OPERATIONAL'
  if (/administrator/i.test(kind)) return 'ADMINISTRATOR'
  if (/pengawas/i.test(kind)) return 'SUPERVISOR'
  if (/fungsional|jft|^jf/i.test(kind)) return 'FUNCTIONAL'
  if (/struktural/i.test(kind)) {
    if (/^(sekretaris daerah|kepala (dinas|badan|satuan)|inspektur|asisten|staf ahli|sekretaris dprd)/i.test(position)) return 'SENIOR_LEADERSHIP'
    return /^(camat|sekretaris|kepala (bidang|bagian))/i.test(position) ? 'ADMINISTRATOR' : 'SUPERVISOR'
  }
  return null
}

/** One line of the file as the import understands it, with everything that is wrong or doubtful in it. */
export function readRow(headers: Headers, cells: readonly Raw[]): StaffRow {
  const problems: Problem[] = []
  const raw = (column: Column): Raw => (headers.at[column] === undefined ? null : (cells[headers.at[column]] ?? null))
  const text = (column: Column, most = 200): string => {
    const cell = raw(column)
    const value = (cell instanceof Date ? iso(cell) : String(cell ?? '')).normalize('NFC').replace(/^['’`]+/, '').replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim()
    if (value.length > most) problems.push({ column, code: 'long', level: 'error', value: `${value.slice(0, 40)}…` })
    return /^(-|null|n\/a)$/i.test(value) ? '' : value
  }
  const cell = raw('number')
  const read = readStaffNumber(typeof cell === 'number' ? cell : text('number'))
  const number = 'number' in read ? read.number : null
  if ('fault' in read) problems.push({ column: 'number', code: `number.${read.fault}`, level: 'error', value: text('number').slice(0, 24) })
  for (const doubt of number?.doubts ?? []) problems.push({ column: 'number', code: `doubt.${doubt}`, level: 'doubt' })
  const name = calm(text('name'))
  if (!name) problems.push({ column: 'name', code: 'empty', level: 'error' })
  const standing = text('standing')
  const serving = !left.test(standing)
  if (serving && suspended.test(standing)) problems.push({ column: 'standing', code: 'suspended', level: 'doubt', value: standing })
  const position = calm(text('position'))
  if (serving && !position) problems.push({ column: 'position', code: 'empty', level: 'error' })
  const group = readGroup(text('positionKind'), position)
  if (serving && !group && headers.at.positionKind !== undefined) problems.push({ column: 'positionKind', code: 'group', level: 'doubt', value: text('positionKind') })
  const since = readDate(raw('positionSince'))
  if (!since && text('positionSince')) problems.push({ column: 'positionSince', code: 'date', level: 'doubt', value: text('positionSince') })
  const sexSaid = readSex(text('sex'))
  if (sexSaid && number?.sex && sexSaid !== number.sex) problems.push({ column: 'sex', code: 'sexDiffers', level: 'doubt', value: text('sex') })
  const birth = readDate(raw('birthDate'))
  if (!birth && text('birthDate')) problems.push({ column: 'birthDate', code: 'date', level: 'doubt', value: text('birthDate') })
  if (birth && number && birth !== number.birthDate) problems.push({ column: 'birthDate', code: 'birthDiffers', level: 'doubt' })
  const mail = text('email')
  const goodMail = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/.test(mail)
  if (mail && !goodMail) problems.push({ column: 'email', code: 'email', level: 'doubt', value: mail })
  const employmentKind = readEmployment(text('status'), text('candidate'), number)
  if (number && number.kind !== 'OTHER' && (number.kind === 'NI_PPPK') !== employmentKind.startsWith('PPPK') && employmentKind !== 'NON_ASN')
    problems.push({ column: 'status', code: 'kindDiffers', level: 'doubt', value: text('status') })
  return {
    number, siasnId: text('siasnId'), name, titleBefore: text('titleBefore', 60), titleAfter: text('titleAfter', 100), sex: sexSaid ?? number?.sex ?? null,
    employmentKind, serving, grade: text('grade', 20), education: text('education', 80), position, positionGroup: group ?? 'OPERATIONAL', since,
    unitCode: text('unitCode', 80), unitName: text('unitName'), email: goodMail ? mail.toLowerCase() : null, problems,
  }
}
