import { maskStaffNumber } from '../nip'
import type { Headers } from './columns'
import type { Outcome } from './outcomes'
import { readRow, type Problem, type Raw, type StaffRow } from './read-row'
import type { Known, KnownPerson } from './state.server'
import { unitMatcher, type KnownUnit } from './units'

/** What will be written for one row; null where nothing is. */
export type Act =
  | { do: 'create'; staff: StaffRow; unitId: number; email: string | null }
  | { do: 'update'; personId: number; staff: StaffRow; email: string | null; place: { unitId: number } | null; since: string | null; reopen: boolean; newNumber: boolean; newSiasnId: boolean }
  | { do: 'close'; personId: number }
  | null

export interface PlannedRow {
  /** line of the file; people who are missing from it follow after its last line */
  row: number
  name: string
  outcome: Outcome
  problems: Problem[]
  /** field → [before, after], for people to read */
  changes: Record<string, [string, string]>
  act: Act
}

const error = (problems: readonly Problem[]) => problems.some(problem => problem.level === 'error')

/** Who the row is about. Number and SIASN id of two different people are a contradiction. */
function personOf(known: Known, staff: StaffRow): KnownPerson | null | 'contradiction' {
  const byNumber = staff.number ? known.byIdentifier.get(staff.number.value) : undefined
  const bySiasn = staff.siasnId ? known.byIdentifier.get(staff.siasnId) : undefined
  if (byNumber && bySiasn && byNumber.id !== bySiasn.id) return 'contradiction'
  return byNumber ?? bySiasn ?? null
}

function differences(person: KnownPerson, staff: StaffRow): Record<string, [string, string]> {
  const changes: Record<string, [string, string]> = {}
  const compare = (field: string, before: string | number | null, after: string | number | null) => {
    if (after !== null && after !== '' && String(before ?? '') !== String(after)) changes[field] = [String(before ?? ''), String(after)]
  }
  compare('name', person.name, staff.name)
  compare('titleBefore', person.title_before, staff.titleBefore)
  compare('titleAfter', person.title_after, staff.titleAfter)
  compare('sex', person.sex, staff.sex)
  compare('employmentKind', person.employment_kind, staff.employmentKind)
  compare('grade', person.grade, staff.grade)
  compare('education', person.education, staff.education)
  return changes
}

function planKnown(known: Known, person: KnownPerson, staff: StaffRow, unit: KnownUnit | null, email: string | null, planned: PlannedRow): PlannedRow {
  if (!staff.serving) return { ...planned, outcome: person.closed ? 'same' : 'close', act: person.closed ? null : { do: 'close', personId: person.id } }
  if (!unit) return planned
  const changes = differences(person, staff)
  const moves = person.unit_id !== unit.id || person.position !== staff.position
  if (person.unit_id !== unit.id) changes.unit = [person.unit_id ? (known.unitNames.get(person.unit_id) ?? '') : '', unit.name]
  if (person.position !== staff.position) changes.position = [person.position, staff.position]
  const sinceChanges = !moves && staff.since !== null && person.since !== null && staff.since !== person.since
  if (sinceChanges && staff.since) changes.since = [person.since ?? '', staff.since]
  const newNumber = staff.number !== null && !(person.numbers ?? []).includes(staff.number.value)
  if (newNumber && staff.number) {
    changes.number = [(person.numbers ?? []).map(maskStaffNumber).join(', '), maskStaffNumber(staff.number.value)]
    planned.problems.push({ column: 'number', code: 'numberChanged', level: 'doubt' })
  }
  const newSiasnId = staff.siasnId !== '' && person.siasn_id !== staff.siasnId
  if (newSiasnId) changes.siasnId = [person.siasn_id ?? '', staff.siasnId]
  const mail = person.email ? null : email
  if (mail) changes.email = ['', mail]
  if (person.closed) {
    changes.closed = ['closed', 'open']
    planned.problems.push({ column: 'standing', code: 'returned', level: 'doubt' })
  }
  if (Object.keys(changes).length === 0) return { ...planned, outcome: 'same' }
  return {
    ...planned, outcome: moves ? 'move' : 'change', changes,
    act: { do: 'update', personId: person.id, staff, email: mail, place: moves ? { unitId: unit.id } : null, since: sinceChanges ? staff.since : null, reopen: person.closed, newNumber, newSiasnId },
  }
}

/**
 * Compares a file with what is known and says for every row what would happen. Pure: a dry run and the real run plan alike.
 * People who are not in the file are only listed to be checked; nobody is closed for being absent.
 */
export function planImport(headers: Headers, rows: readonly { row: number; cells: readonly Raw[] }[], known: Known): PlannedRow[] {
  const match = unitMatcher(known.units)
  const read = rows.map(({ row, cells }) => ({ row, staff: readRow(headers, cells) }))
  const rowsOf = new Map<string, number[]>()
  for (const { row, staff } of read) if (staff.number) rowsOf.set(staff.number.value, [...(rowsOf.get(staff.number.value) ?? []), row])
  const seen = new Set<number>()
  const mailsTaken = new Map(known.emails)
  const planned = read.map(({ row, staff }): PlannedRow => {
    const { problems } = staff
    const person = personOf(known, staff)
    if (person === 'contradiction') problems.push({ column: 'siasnId', code: 'contradiction', level: 'error' })
    else if (person) {
      if (seen.has(person.id) && (!staff.number || (rowsOf.get(staff.number.value)?.length ?? 0) < 2)) problems.push({ column: 'siasnId', code: 'samePerson', level: 'error' })
      seen.add(person.id)
    }
    const twins = staff.number ? (rowsOf.get(staff.number.value) ?? []) : []
    if (twins.length > 1) problems.push({ column: 'number', code: 'duplicate', level: 'error', value: twins.filter(other => other !== row).join(', ') })
    const matched = match(staff.unitCode, staff.unitName)
    if (staff.serving && !('unit' in matched)) problems.push({ column: staff.unitName ? 'unitName' : 'unitCode', code: matched.code, level: 'error', value: staff.unitName || staff.unitCode, near: matched.near })
    const owner = staff.email ? mailsTaken.get(staff.email) : undefined
    const free = staff.email !== null && (owner === undefined || (person !== null && person !== 'contradiction' && owner === person.id))
    if (staff.email && !free) problems.push({ column: 'email', code: 'emailTaken', level: 'doubt', value: staff.email })
    const base: PlannedRow = { row, name: staff.name, outcome: 'same', problems, changes: {}, act: null }
    if (error(problems) || person === 'contradiction') return { ...base, outcome: 'error' }
    const unit = 'unit' in matched ? matched.unit : null
    const email = free ? staff.email : null
    if (email) mailsTaken.set(email, person?.id ?? -row)
    if (person) return planKnown(known, person, staff, unit, email, base)
    if (!staff.serving || !unit) return { ...base, outcome: 'check', problems: [...problems, { column: 'standing', code: 'leftUnknown', level: 'doubt' }] }
    return { ...base, outcome: 'create', act: { do: 'create', staff, unitId: unit.id, email }, changes: { unit: ['', unit.name], position: ['', staff.position] } }
  })
  const last = Math.max(1, ...rows.map(one => one.row))
  const missing = known.people.filter(person => !person.closed && !seen.has(person.id) && person.employment_kind !== 'NON_ASN')
  return [...planned, ...missing.map((person, at): PlannedRow => ({
    row: last + 1 + at, name: person.name, outcome: 'check', changes: {}, act: null, problems: [{ column: null, code: 'missing', level: 'doubt' }],
  }))]
}
