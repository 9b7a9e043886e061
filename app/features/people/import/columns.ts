/** What the import reads of a personnel file, and nothing else: religion, marital status, NIK, NPWP, BPJS and home address are never taken (domain facts 7.4). */
export const columnNames = {
  siasnId: ['PNS ID', 'ASN ID'],
  number: ['NIP BARU', 'NIP', 'NIPBARU', 'NI PPPK', 'NIP/NI PPPK', 'NOMOR INDUK PEGAWAI'],
  name: ['NAMA', 'NAMA LENGKAP', 'NAMA PEGAWAI'],
  titleBefore: ['GELAR DEPAN'],
  titleAfter: ['GELAR BELAKANG'],
  birthDate: ['TANGGAL LAHIR', 'TGL LAHIR', 'TGLLAHIR'],
  sex: ['JENIS KELAMIN', 'JK', 'KELAMIN'],
  status: ['STATUS ASN', 'STATUS PEGAWAI', 'JENIS ASN'],
  candidate: ['STATUS CPNS PNS'],
  standing: ['KEDUDUKAN HUKUM NAMA', 'KEDUDUKAN HUKUM', 'KEDUDUKAN PNS NAMA'],
  grade: ['GOL AKHIR NAMA', 'GOLRU', 'GOLONGAN', 'GOL'],
  positionKind: ['JENIS JABATAN NAMA', 'JENIS JABATAN'],
  position: ['JABATAN NAMA', 'JABATAN', 'NAMA JABATAN'],
  positionSince: ['TMT JABATAN'],
  unitCode: ['UNOR ID', 'KODE UNIT', 'KODE UNOR'],
  unitName: ['UNOR NAMA', 'NAMA UNOR', 'UNIT KERJA', 'SATKER', 'SATUAN KERJA', 'UNIT', 'UNOR'],
  education: ['TINGKAT PENDIDIKAN NAMA', 'PENDIDIKAN TERAKHIR', 'PENDIDIKAN'],
  email: ['EMAIL GOV', 'EMAIL DINAS', 'SUREL DINAS', 'EMAILGOV'],
} as const satisfies Record<string, readonly string[]>

export type Column = keyof typeof columnNames

/** First name of each column, as reports call it. */
export const columnTitle = (column: Column): string => columnNames[column][0]

const plain = (header: string) => header.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '')
const byPlain = new Map<string, { column: Column; rank: number }>()
for (const [column, names] of Object.entries(columnNames) as [Column, readonly string[]][]) names.forEach((name, rank) => {
  if (!byPlain.has(plain(name))) byPlain.set(plain(name), { column, rank })
})

export interface Headers {
  /** column → place in the row, from 0 */
  at: Partial<Record<Column, number>>
  /** headers that are not read */
  ignored: string[]
  missing: Column[]
}

/** Finds the columns whatever their order, case, spaces and signs. Of two names for one column the more exact wins. */
export function matchHeaders(row: readonly unknown[]): Headers {
  const at: Headers['at'] = {}
  const ranks: Partial<Record<Column, number>> = {}
  const ignored: string[] = []
  row.forEach((cell, place) => {
    const header = String(cell ?? '').trim()
    const known = byPlain.get(plain(header))
    if (!known) {
      if (header) ignored.push(header)
      return
    }
    const before = ranks[known.column]
    if (before === undefined || known.rank < before) {
      at[known.column] = place
      ranks[known.column] = known.rank
    }
  })
  const missing: Column[] = (['number', 'name', 'position'] as const).filter(column => at[column] === undefined)
  if (at.unitCode === undefined && at.unitName === undefined) missing.push('unitCode')
  return { at, ignored, missing }
}
