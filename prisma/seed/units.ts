import type { OrgUnitKind } from '~/generated/prisma/enums'

export interface UnitSeed {
  code: string
  name: string
  short?: string
  kind: OrgUnitKind
  parent?: string
  /** position of who heads it, for those the stock of names fills */
  headTitle?: string
}

const board = 'Badan'
const office = (code: string, name: string, short: string): UnitSeed =>
  ({ code, name, short, kind: name.startsWith(board) ? 'BOARD' : 'DEPARTMENT', parent: 'KOTA', headTitle: `Kepala ${short}` })
const part = (code: string, name: string, parent: string): UnitSeed => ({ code, name, kind: 'DIVISION', parent, headTitle: `Kepala ${name}` })
const field = (code: string, name: string, short: string, parent: string): UnitSeed => ({ code, name, short, kind: 'FIELD', parent, headTitle: `Kepala ${name}` })
const wards = (parent: string, names: readonly string[]): UnitSeed[] =>
  names.map(name => ({ code: `KEL-${name.toUpperCase().replace(/[^A-Z]+/g, '-')}`, name: `Kelurahan ${name}`, short: `Kel. ${name}`, kind: 'WARD', parent, headTitle: `Lurah ${name}` }))
const district = (code: string, name: string, names: readonly string[]): UnitSeed[] =>
  [{ code, name: `Kecamatan ${name}`, short: `Kec. ${name}`, kind: 'DISTRICT', parent: 'KOTA', headTitle: `Camat ${name}` }, ...wards(code, names)]

/** Real kinds of units of a city; their exact names are not checked against a regulation. Parents stand before children. */
export const units: readonly UnitSeed[] = [
  { code: 'KOTA', name: 'Pemerintah Kota Sibolga', short: 'Pemko Sibolga', kind: 'CITY' },
  { code: 'SETDA', name: 'Sekretariat Daerah', short: 'Setda', kind: 'SECRETARIAT', parent: 'KOTA' },
  part('SETDA-PEM', 'Bagian Pemerintahan', 'SETDA'),
  part('SETDA-HUK', 'Bagian Hukum', 'SETDA'),
  part('SETDA-ORG', 'Bagian Organisasi', 'SETDA'),
  part('SETDA-UMUM', 'Bagian Umum', 'SETDA'),
  part('SETDA-KESRA', 'Bagian Kesejahteraan Rakyat', 'SETDA'),
  part('SETDA-EKON', 'Bagian Perekonomian', 'SETDA'),
  part('SETDA-PBJ', 'Bagian Pengadaan Barang/Jasa', 'SETDA'),
  { code: 'SETWAN', name: 'Sekretariat DPRD', short: 'Setwan', kind: 'SECRETARIAT', parent: 'KOTA', headTitle: 'Sekretaris DPRD' },
  { code: 'INSP', name: 'Inspektorat', kind: 'INSPECTORATE', parent: 'KOTA', headTitle: 'Inspektur' },
  office('BKPSDM', 'Badan Kepegawaian dan Pengembangan SDM', 'BKPSDM'),
  office('BAPPEDA', 'Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah', 'Bappeda'),
  office('BPKPD', 'Badan Pengelolaan Keuangan, Pendapatan dan Aset Daerah', 'BPKPD'),
  office('KESBANG', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol'),
  office('BPBD', 'Badan Penanggulangan Bencana Daerah', 'BPBD'),
  office('DISDIK', 'Dinas Pendidikan', 'Disdik'),
  { code: 'SDN-081234', name: 'UPTD SD Negeri 081234 (fiktif)', short: 'SD Negeri 081234', kind: 'SCHOOL', parent: 'DISDIK', headTitle: 'Kepala SD Negeri 081234' },
  office('DINKES', 'Dinas Kesehatan', 'Dinkes'),
  { code: 'RSUD', name: 'RSUD Dr. F. L. Tobing', short: 'RSUD', kind: 'HOSPITAL', parent: 'DINKES', headTitle: 'Direktur RSUD' },
  { code: 'PKM-AH', name: 'Puskesmas Aek Habil', kind: 'HEALTH_CENTER', parent: 'DINKES' },
  { code: 'PKM-PA', name: 'Puskesmas Pintu Angin', kind: 'HEALTH_CENTER', parent: 'DINKES', headTitle: 'Kepala Puskesmas Pintu Angin' },
  { code: 'PKM-SM', name: 'Puskesmas Sambas', kind: 'HEALTH_CENTER', parent: 'DINKES', headTitle: 'Kepala Puskesmas Sambas' },
  office('PUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'PUPR'),
  office('PERKIM', 'Dinas Perumahan, Kawasan Permukiman dan Pertanahan', 'Perkim'),
  office('DLH', 'Dinas Lingkungan Hidup', 'DLH'),
  field('DLH-SAMPAH', 'Bidang Pengelolaan Sampah dan Limbah', 'DLH (Sampah)', 'DLH'),
  office('DINSOS', 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak', 'Dinsos'),
  office('DUKCAPIL', 'Dinas Kependudukan dan Pencatatan Sipil', 'Dukcapil'),
  field('DUKCAPIL-DAFDUK', 'Bidang Pelayanan Pendaftaran Penduduk', 'Dukcapil (Dafduk)', 'DUKCAPIL'),
  field('DUKCAPIL-CAPIL', 'Bidang Pelayanan Pencatatan Sipil', 'Dukcapil (Capil)', 'DUKCAPIL'),
  office('DPPKB', 'Dinas Pengendalian Penduduk dan Keluarga Berencana', 'DPPKB'),
  office('DPMPTSP', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP'),
  office('DISKOMINFO', 'Dinas Komunikasi dan Informatika', 'Diskominfo'),
  field('DISKOMINFO-APTIKA', 'Bidang Aplikasi Informatika', 'Diskominfo (Aptika)', 'DISKOMINFO'),
  office('DISHUB', 'Dinas Perhubungan', 'Dishub'),
  office('DISPERIKAN', 'Dinas Perikanan, Ketahanan Pangan dan Pertanian', 'Disperikan'),
  office('DISPARBUD', 'Dinas Pariwisata, Kebudayaan, Pemuda dan Olahraga', 'Disparbud'),
  office('DISKOPERDAG', 'Dinas Koperasi, UKM, Perindustrian dan Perdagangan', 'Diskoperdag'),
  office('DISNAKER', 'Dinas Tenaga Kerja', 'Disnaker'),
  office('DISPUSIP', 'Dinas Perpustakaan dan Kearsipan', 'Dispusip'),
  { code: 'SATPOLPP', name: 'Satuan Polisi Pamong Praja dan Pemadam Kebakaran', short: 'Satpol PP', kind: 'OFFICE', parent: 'KOTA', headTitle: 'Kepala Satpol PP' },
  ...district('KEC-SU', 'Sibolga Utara', ['Sibolga Ilir', 'Angin Nauli', 'Huta Barangan', 'Huta Tonga-Tonga', 'Simare-mare']),
  ...district('KEC-SK', 'Sibolga Kota', ['Kota Beringin', 'Pasar Belakang', 'Pasar Baru', 'Pancuran Gerobak']),
  ...district('KEC-SS', 'Sibolga Selatan', ['Aek Habil', 'Aek Manis', 'Aek Muara Pinang', 'Aek Parombunan']),
  ...district('KEC-SB', 'Sibolga Sambas', ['Pancuran Bambu', 'Pancuran Dewa', 'Pancuran Kerambil', 'Pancuran Pinang']),
]

/** Units led by one of the named persons of `persons.ts`; the others are filled from the stock of names. */
export const namedHeads: Readonly<Record<string, string>> = {
  SETDA: 'marihot', BKPSDM: 'rotua', DPMPTSP: 'zulfikar', 'DUKCAPIL-DAFDUK': 'nurhayati', 'PKM-AH': 'sri', 'KEC-SS': 'mirza', DLH: 'togar', BPBD: 'iskandar',
  'KEL-KOTA-BERINGIN': 'roslina',
}
