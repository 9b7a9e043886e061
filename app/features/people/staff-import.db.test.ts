import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeMember, makePerson, makeUnit, requestAs, signedIn } from '#tests/factories/people'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { getStaffImport } from './staff-import.queries.server'
import { applyStaffImport, beginStaffImport, checkStaffImport, runStaffImport } from './staff-import.server'
import { viewerOf } from './viewer.server'

const header = 'PNS ID;NIP BARU;NIK;NAMA;GELAR DEPAN;GELAR BELAKANG;TANGGAL LAHIR;JENIS KELAMIN;AGAMA NAMA;KEDUDUKAN HUKUM NAMA;STATUS ASN;GOL AKHIR NAMA;JENIS JABATAN NAMA;JABATAN NAMA;TMT JABATAN;UNOR NAMA;TINGKAT PENDIDIKAN NAMA;EMAIL GOV'
const line = (given: Partial<Record<'id' | 'nip' | 'name' | 'before' | 'after' | 'born' | 'sex' | 'standing' | 'position' | 'since' | 'unit' | 'email', string>>) =>
  [given.id ?? '', given.nip ?? '', "'1271010101010001", given.name ?? 'NAMA', given.before ?? '', given.after ?? '', given.born ?? '', given.sex ?? '', 'Islam', given.standing ?? 'Aktif', 'PNS', 'III/c', 'Jabatan Pelaksana', given.position ?? 'Pengelola Data', given.since ?? '02-01-2024', given.unit ?? 'Dinas Kesehatan', 'S-1', given.email ?? ''].join(';')
const csv = (...lines: string[]) => Buffer.from(`\uFEFF${[header, ...lines].join('\r\n')}`)

let officer: Member
const health = { nurhayati: '198805112011012907', junaidi: '198103052008011918', sri: '198207282006042908' }

async function dryRun(bytes: Uint8Array) {
  const { importId } = await beginStaffImport(officer, { fileName: 'pegawai.csv', bytes })
  await checkStaffImport({ importId })
  return { importId, view: await getStaffImport(officer, importId, { only: '', after: 0 }) }
}
async function run(bytes: Uint8Array) {
  const { importId } = await dryRun(bytes)
  await applyStaffImport(officer, { importId })
  await runStaffImport({ importId })
  return getStaffImport(officer, importId, { only: '', after: 0 })
}
const outcomes = (view: { rows: { outcome: string }[] }) => view.rows.map(row => row.outcome)
const codes = (view: { rows: { row: number; problems: { code: string }[] }[] }) => view.rows.flatMap(row => row.problems.map(problem => `${row.row}:${problem.code}`))

beforeAll(async () => {
  const city = await makeUnit({ code: 'KOTA', name: 'Pemerintah Kota', kind: 'CITY' })
  await makeUnit({ code: 'DINKES', name: 'Dinas Kesehatan', parent: city })
  await makeUnit({ code: 'DISDIK', name: 'Dinas Pendidikan', parent: city })
  officer = await makeMember({ name: 'Melva Sitompul', roles: ['HRD_OFFICER'], unit: city, nip: '198502032010012903' })
})

describe('staff import', () => {
  test('a dry run names every row outcome and every problem by row and column, and changes nobody', async () => {
    const before = await db.person.count()
    const { view } = await dryRun(csv(
      line({ nip: `'${health.nurhayati}`, name: 'NURHAYATI CHANIAGO', after: 'S.I.P.', sex: 'P', born: '11-05-1988', email: 'Nurhayati@Contoh.go.id' }),
      line({ nip: '1,98103E+17', name: 'JUNAIDI' }),
      line({ nip: health.sri, name: 'SRI', unit: 'Dinas Kesehtan' }),
      line({ nip: '198609262015051001', name: 'A' }),
      line({ nip: '19860926 201505 1 001', name: 'B' }),
      line({ nip: '199206212019031904', name: 'C', sex: 'P', born: '33409' }),
    ))
    expect(view.state).toBe('CHECKED')
    expect(outcomes(view)).toEqual(['create', 'error', 'error', 'error', 'error', 'create', 'check'])
    expect(codes(view)).toEqual(['3:number.damaged', '4:unitUnknown', '5:duplicate', '6:duplicate', '7:sexDiffers', '7:birthDiffers', '8:missing'])
    expect(view.rows[1]?.problems[0]?.title).toBe('NIP BARU')
    expect(view.rows[2]?.problems[0]?.near[0]).toBe('Dinas Kesehatan (DINKES)')
    expect(view.ignored).toEqual(['NIK', 'AGAMA NAMA'])
    expect(await db.person.count()).toBe(before)
  })

  test('the same file twice changes nothing the second time', async () => {
    const file = csv(line({ nip: health.nurhayati, name: 'NURHAYATI CHANIAGO', email: 'nurhayati@contoh.go.id' }), line({ id: 'A1B2', nip: health.junaidi, name: 'Junaidi Sikumbang' }))
    expect(outcomes(await run(file))).toEqual(['create', 'create', 'check'])
    const people = await db.person.findMany({ orderBy: { id: 'asc' } })
    const assignments = await db.positionAssignment.findMany({ orderBy: { id: 'asc' } })
    const again = await run(file)
    expect(outcomes(again)).toEqual(['same', 'same', 'check'])
    expect(await db.person.findMany({ orderBy: { id: 'asc' } })).toEqual(people)
    expect(await db.positionAssignment.findMany({ orderBy: { id: 'asc' } })).toEqual(assignments)
    const made = await db.person.findFirstOrThrow({ where: { name: 'Nurhayati Chaniago' }, include: { identifiers: true, unit: true } })
    expect(made).toMatchObject({ kind: 'ASN', sex: 2, grade: 'III/c', email: 'nurhayati@contoh.go.id', positionName: 'Pengelola Data', unit: { code: 'DINKES' } })
    expect(made.identifiers.map(one => one.value)).toEqual([health.nurhayati])
  })

  test('who moved is moved: the old position ends, the new one begins, and their rights follow at once', async () => {
    const person = await db.person.findFirstOrThrow({ where: { name: 'Junaidi Sikumbang' } })
    const { cookie } = await signedIn(person)
    const before = await viewerOf(requestAs(cookie))
    const view = await run(csv(line({ id: 'A1B2', nip: health.junaidi, name: 'Junaidi Sikumbang', unit: 'DISDIK', since: '2026-07-01' }), line({ nip: health.nurhayati, name: 'NURHAYATI CHANIAGO' })))
    expect(outcomes(view)).toEqual(['move', 'same', 'check'])
    const assignments = await db.positionAssignment.findMany({ where: { personId: person.id }, orderBy: { startsOn: 'asc' }, include: { unit: true } })
    expect(assignments.map(one => [one.unit.code, one.startsOn.toISOString().slice(0, 10), one.endsOn?.toISOString().slice(0, 10)])).toEqual([['DINKES', '2024-01-02', '2026-06-30'], ['DISDIK', '2026-07-01', undefined]])
    const after = await viewerOf(requestAs(cookie))
    expect(after.unitIds.at(-1)).not.toBe(before.unitIds.at(-1))
  })

  test('who left is closed and signed out at once; nobody is deleted; who comes back is opened again', async () => {
    const person = await db.person.findFirstOrThrow({ where: { name: 'Junaidi Sikumbang' } })
    const { cookie } = await signedIn(person)
    expect((await viewerOf(requestAs(cookie))).personId).toBe(person.id)
    const count = await db.person.count()
    const gone = csv(line({ id: 'A1B2', nip: health.junaidi, name: 'Junaidi Sikumbang', unit: 'DISDIK', standing: 'Pensiun' }), line({ nip: health.nurhayati, name: 'NURHAYATI CHANIAGO' }))
    expect(outcomes(await run(gone))).toEqual(['close', 'same', 'check'])
    expect((await viewerOf(requestAs(cookie))).personId).toBeNull()
    expect(outcomes(await run(gone))).toEqual(['same', 'same', 'check'])
    expect(await db.person.count()).toBe(count)
    expect(outcomes(await run(csv(line({ id: 'A1B2', nip: health.junaidi, name: 'Junaidi Sikumbang', unit: 'DISDIK', since: '2026-08-01' }), line({ nip: health.nurhayati, name: 'NURHAYATI CHANIAGO' }))))).toEqual(['move', 'same', 'check'])
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).closedAt).toBeNull()
  })

  test('a changed number is kept with the old one when the SIASN id says it is the same person', async () => {
    const view = await run(csv(line({ id: 'A1B2', nip: '198103052008011919', name: 'Junaidi Sikumbang', unit: 'DISDIK', since: '2026-08-01' })))
    expect(outcomes(view)[0]).toBe('change')
    const numbers = await db.employeeIdentifier.findMany({ where: { person: { name: 'Junaidi Sikumbang' }, kind: 'NIP' }, orderBy: { id: 'asc' } })
    expect(numbers.map(one => [one.value, one.validTo === null])).toEqual([[health.junaidi, false], ['198103052008011919', true]])
  })

  test('a spreadsheet with day numbers, real dates and damaged numbers reads like the CSV', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Data')
    sheet.addRow(['No', 'Nama', 'NIP', 'Tgl Lahir', 'Jabatan', 'TMT Jabatan', 'Unit Kerja'])
    sheet.addRow([1, 'Sri Wahyuningsih', `'${health.sri}`, 30160, 'Kepala Puskesmas', new Date('2020-03-01'), 'dinas kesehatan'])
    sheet.addRow([2, 'Teuku Mirza', 198709042009121900, '', 'Camat', '', 'Dinas Kesehatan'])
    const { view } = await dryRun(new Uint8Array(await book.xlsx.writeBuffer() as ArrayBuffer))
    expect(view.failure).toBeNull()
    expect(outcomes(view).slice(0, 2)).toEqual(['create', 'error'])
    expect(codes(view).slice(0, 1)).toEqual(['3:number.damaged'])
  })

  test('what is no staff file fails with the reason, and only officers import', async () => {
    expect((await dryRun(Buffer.from('a,b\n1,2'))).view.failure).toEqual({ key: 'people:errors.sheet.columns', columns: ['NIP BARU', 'NAMA', 'JABATAN NAMA', 'UNOR ID'] })
    expect((await dryRun(Buffer.from('PK\u0003\u0004 not a zip'))).view.failure?.key).toBe('people:errors.sheet.xlsx')
    await expect(beginStaffImport(await makeMember(), { fileName: 'x', bytes: csv() })).rejects.toBeInstanceOf(Forbidden)
    const { importId } = await dryRun(csv(line({ nip: health.nurhayati, name: 'NURHAYATI CHANIAGO' })))
    await applyStaffImport(officer, { importId })
    await expect(applyStaffImport(officer, { importId })).rejects.toBeInstanceOf(Conflict)
  })

  test('5,000 rows are planned and written with progress', async () => {
    const lines = Array.from({ length: 5_000 }, (_one, at) => line({ nip: `1985${String((at % 12) + 1).padStart(2, '0')}${String((Math.floor(at / 12) % 28) + 1).padStart(2, '0')}2010011${String((Math.floor(at / 336) % 998) + 1).padStart(3, '0')}`, name: `Pegawai ${at}`, unit: at % 2 ? 'DINKES' : 'DISDIK' }))
    const view = await run(csv(...lines))
    expect(view.counts.create).toBe(5_000)
    expect(view.doneRows).toBe(view.totalRows)
    expect(await db.person.count({ where: { name: { startsWith: 'Pegawai ' } } })).toBe(5_000)
    await makePerson()
  }, 300_000)
})
