import type { EmploymentKind, PositionGroup } from '~/generated/prisma/enums'
import { namedHeads, units } from './units'
import { stock, type AsnSeed } from './persons'
import { chance, type Chance } from './random'

const given = {
  m: ['Sabar', 'Maruli', 'Poltak', 'Hasudungan', 'Binsar', 'Ridwan', 'Faisal', 'Irwansyah', 'Dedi', 'Rahmat', 'Sutrisno', 'Joko', 'Budi', 'Wahyu', 'Arif', 'Famoni', 'Sokhiatulo', 'Yarman', 'Edison', 'Martinus', 'Andika', 'Fadli', 'Mulyadi', 'Sondang', 'Pardomuan', 'Rinto', 'Hotman', 'Dolok', 'Safrizal', 'Zainal', 'Benny', 'Steven', 'Wilson'],
  f: ['Riama', 'Tiominar', 'Rosmawati', 'Hotmaida', 'Lestari', 'Nurlela', 'Khairunnisa', 'Wardah', 'Yusnidar', 'Marlina', 'Sumiati', 'Retno', 'Wulan', 'Kartini', 'Desima', 'Novita', 'Yanti', 'Adelina', 'Mawarni', 'Rina', 'Sariaman', 'Monalisa', 'Putri', 'Aminah', 'Safrida', 'Cahaya', 'Vera', 'Jenny', 'Meiliana', 'Santi', 'Elfrida', 'Nuraini', 'Intan'],
}
const family = ['Situmeang', 'Hutabarat', 'Sihombing', 'Panjaitan', 'Silalahi', 'Tampubolon', 'Sinambela', 'Pasaribu', 'Marbun', 'Nainggolan', 'Gultom', 'Lubis', 'Nasution', 'Rangkuti', 'Batubara', 'Daulay', 'Siregar', 'Harahap', 'Ritonga', 'Hasibuan', 'Tanjung', 'Chaniago', 'Koto', 'Sikumbang', 'Piliang', 'Zebua', 'Laoli', 'Gulo', 'Harefa', 'Waruwu', 'Telaumbanua', 'Zega', 'Santoso', 'Hartono', 'Purnomo', 'Wibowo', 'Ginting', 'Sembiring', 'Purba', 'Saragih', 'Halim', 'Salim', 'Wijaya']

interface Post { position: string; group: PositionGroup; after?: string }
const general: readonly Post[] = [
  { position: 'Pengadministrasi Perkantoran', group: 'OPERATIONAL' },
  { position: 'Penelaah Teknis Kebijakan', group: 'OPERATIONAL', after: 'S.A.P.' },
  { position: 'Kepala Subbagian Umum dan Kepegawaian', group: 'SUPERVISOR', after: 'S.E.' },
  { position: 'Bendahara Pengeluaran', group: 'OPERATIONAL', after: 'A.Md.' },
  { position: 'Perencana Ahli Pertama', group: 'FUNCTIONAL', after: 'S.E.' },
  { position: 'Arsiparis Terampil', group: 'FUNCTIONAL', after: 'A.Md.' },
]
const special: Readonly<Record<string, readonly Post[]>> = {
  DISDIK: [{ position: 'Pengawas Sekolah Ahli Madya', group: 'FUNCTIONAL', after: 'S.Pd., M.Pd.' }],
  'SDN-081234': [{ position: 'Guru Ahli Pertama', group: 'FUNCTIONAL', after: 'S.Pd.' }, { position: 'Guru Ahli Muda', group: 'FUNCTIONAL', after: 'S.Pd.' }],
  RSUD: [{ position: 'Perawat Terampil', group: 'FUNCTIONAL', after: 'A.Md.Kep.' }, { position: 'Dokter Ahli Pertama', group: 'FUNCTIONAL', after: '' }, { position: 'Perekam Medis Terampil', group: 'FUNCTIONAL', after: 'A.Md.' }],
  'PKM-AH': [{ position: 'Bidan Mahir', group: 'FUNCTIONAL', after: 'S.Tr.Keb.' }, { position: 'Sanitarian Terampil', group: 'FUNCTIONAL', after: 'A.Md.' }],
  'PKM-PA': [{ position: 'Perawat Ahli Pertama', group: 'FUNCTIONAL', after: 'S.Kep.' }],
  'PKM-SM': [{ position: 'Bidan Terampil', group: 'FUNCTIONAL', after: 'A.Md.Keb.' }],
  DUKCAPIL: [{ position: 'Operator Layanan Operasional', group: 'OPERATIONAL' }],
  'DUKCAPIL-DAFDUK': [{ position: 'Operator Layanan Operasional', group: 'OPERATIONAL' }],
  SATPOLPP: [{ position: 'Pemadam Kebakaran Terampil', group: 'FUNCTIONAL' }, { position: 'Polisi Pamong Praja Terampil', group: 'FUNCTIONAL' }],
  DISHUB: [{ position: 'Penguji Kendaraan Bermotor Terampil', group: 'FUNCTIONAL' }],
  INSP: [{ position: 'Auditor Ahli Muda', group: 'FUNCTIONAL', after: 'S.E., Ak.' }],
  DISPERIKAN: [{ position: 'Penyuluh Pertanian Ahli Pertama', group: 'FUNCTIONAL', after: 'S.P.' }],
  DISNAKER: [{ position: 'Pengantar Kerja Ahli Pertama', group: 'FUNCTIONAL', after: 'S.Sos.' }],
}

const two = (n: number) => String(n).padStart(2, '0')
const gradesPns: Record<PositionGroup, readonly string[]> = {
  SENIOR_LEADERSHIP: ['IV/b', 'IV/c'], ADMINISTRATOR: ['IV/a', 'III/d'], SUPERVISOR: ['III/c', 'III/d'], FUNCTIONAL: ['III/a', 'III/b', 'III/c'], OPERATIONAL: ['II/c', 'II/d', 'III/a'],
}

interface Draw { kind: EmploymentKind; sex: 1 | 2; group: PositionGroup; serial: number }

/** A number of the right form: born, first appointed, sex, serial. */
function number(random: Chance, { kind, sex, group, serial }: Draw): string {
  const senior = group === 'SENIOR_LEADERSHIP' || group === 'ADMINISTRATOR'
  const born = senior ? 1968 + random.below(14) : 1975 + random.below(24)
  const birth = `${born}${two(1 + random.below(12))}${two(1 + random.below(28))}`
  const tail = `${sex}${String(100 + (serial % 800)).padStart(3, '0')}`
  if (kind === 'PPPK') return `${birth}${Math.max(born + 21, 2021 + random.below(4))}21${tail}`
  const start = kind === 'CPNS' ? 2025 : Math.min(2022, born + 23 + random.below(7))
  return `${birth}${start}${two(1 + random.below(12))}${tail}`
}

/** The stock of topics, a head for every unit without one, and as many more as make `total` with the named ones. */
export function otherStaff(total: number, namedCount: number): AsnSeed[] {
  const random = chance(20_261_122)
  const made: AsnSeed[] = []
  const taken = new Set<string>()
  const add = (post: Post, unit: string, sex: 1 | 2, name: string, key?: string) => {
    const place = made.length
    const leader = post.group === 'SENIOR_LEADERSHIP' || post.group === 'ADMINISTRATOR' || post.group === 'SUPERVISOR'
    const kind: EmploymentKind = leader ? 'PNS' : place % 42 === 41 ? 'CPNS' : place % 10 < 4 ? 'PPPK' : 'PNS'
    made.push({
      key: key ?? `staf${place}`, name, after: post.after, employment: kind, nip: number(random, { kind, sex, group: post.group, serial: place }),
      grade: kind === 'PPPK' ? random.pick(['V', 'VII', 'IX']) : kind === 'CPNS' ? 'III/a' : random.pick(gradesPns[post.group]), position: post.position, group: post.group, unit,
    })
  }
  const freshName = (sex: 1 | 2): string => {
    for (;;) {
      const name = `${random.pick(sex === 1 ? given.m : given.f)} ${random.pick(family)}`
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
    }
  }
  for (const one of stock) add({ position: one.position, group: one.group, after: one.group === 'FUNCTIONAL' ? 'S.Sos.' : undefined }, one.unit, one.sex, one.name, one.key)
  for (const unit of units) {
    if (!unit.headTitle || namedHeads[unit.code]) continue
    const group: PositionGroup = unit.kind === 'WARD' ? 'SUPERVISOR' : ['DIVISION', 'FIELD', 'DISTRICT', 'HEALTH_CENTER', 'SCHOOL'].includes(unit.kind) ? 'ADMINISTRATOR' : 'SENIOR_LEADERSHIP'
    const sex = random.below(5) < 2 ? 2 : 1
    add({ position: unit.headTitle, group, after: group === 'SENIOR_LEADERSHIP' ? 'S.H., M.Si.' : 'S.Sos.' }, unit.code, sex, freshName(sex), `kepala:${unit.code}`)
  }
  const places = units.filter(unit => unit.code !== 'KOTA')
  for (let turn = 0; made.length < total - namedCount; turn++) {
    const unit = places[turn % places.length]
    if (!unit) break
    const sex = random.below(2) === 0 ? 1 : 2
    add(random.pick([...(special[unit.code] ?? []), ...(special[unit.code] ?? []), ...general]), unit.code, sex, freshName(sex))
  }
  return made
}
