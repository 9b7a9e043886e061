import type { Chance } from '../random'
import { days, family, means, measures, months, places, qualities, streets, themes, type Theme } from './themes'

/** Beginning of an active verb: "pilah" → "memilah", "sapu" → "menyapu", "catat" → "mencatat". */
function begun(root: string): string {
  const first = root[0] ?? ''
  if ('lmnrwy'.includes(first)) return `me${root}`
  if (first === 'p' && !/^p(er|r)/.test(root)) return `mem${root.slice(1)}`
  if ('bfvp'.includes(first)) return `mem${root}`
  if (first === 't') return `men${root.slice(1)}`
  if ('cdjz'.includes(first)) return `men${root}`
  if (first === 'k' && !root.startsWith('kr')) return `meng${root.slice(1)}`
  if (first === 's' && !/^s[ktp]/.test(root)) return `meny${root.slice(1)}`
  return `meng${root}`
}

/** "salur-kan" → "menyalurkan" */
export const active = (root: string): string => begun(root.replace('-', ''))
/** "salur-kan" → "disalurkan" */
const passive = (root: string): string => `di${root.replace('-', '')}`
/** The doing as a noun: "pilah" → "pemilahan", "salur-kan" → "penyaluran". */
export const doing = (root: string): string => (root === 'perbaiki' ? 'perbaikan' : `pe${begun(root.replace(/-.*/, '')).slice(2)}an`)

export const upper = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
const number = (random: Chance) => random.pick([2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 18, 21, 24, 26, 31, 35, 42, 47, 58, 63, 76, 84, 96, 112, 138, 154, 190, 215, 260, 312, 407, 540])
const rupiah = (random: Chance) => `Rp${String((5 + random.below(1900)) * 50_000).replace(/\B(?=(\d{3})+$)/g, '.')}`
const date = (random: Chance) => `${1 + random.below(28)} ${random.pick(months)}`
const clock = (random: Chance) => `${String(7 + random.below(13)).padStart(2, '0')}.${String(random.below(12) * 5).padStart(2, '0')}`
const where = (random: Chance, theme: Theme) =>
  random.pick([() => `di ${random.pick(theme.places)}`, () => `di Kelurahan ${random.pick(places)}`, () => `di Jalan ${random.pick(streets)}`, () => `di sekitar ${random.pick(theme.places)} ${random.pick(places)}`])()

type Make = (random: Chance, theme: Theme) => string

const statements: readonly Make[] = [
  (r, t) => `sudah ${number(r)} hari ${r.pick(t.things)} ${where(r, t)} ${r.pick(t.troubles)}`,
  (r, t) => `${r.pick(t.people)} kami ${active(r.pick(t.roots))} ${r.pick(t.things)} setiap ${r.pick(days)} pukul ${clock(r)}`,
  r => `sejak ${r.pick(months)} ${r.pick(measures)} turun dari ${number(r) + 40} menjadi ${number(r)} setelah memakai ${r.pick(means)}`,
  (r, t) => `menurut ${r.pick(t.people)}, ${r.pick(t.things)} ${r.pick(t.troubles)} karena ${r.pick(t.things)} belum ${r.pick(['dibagi', 'dijadwalkan', 'diumumkan', 'diperiksa', 'disepakati', 'dianggarkan'])}`,
  (r, t) => `kami mencoba cara yang lebih ${r.pick(qualities)}: ${r.pick(t.people)} ${active(r.pick(t.roots))} lebih dahulu, baru ${active(r.pick(t.roots))} ${r.pick(t.things)}`,
  (r, t) => `biaya ${r.pick(t.things)} ${where(r, t)} sekitar ${rupiah(r)} per ${r.pick(['bulan', 'minggu', 'kegiatan', 'rumah', 'kelompok'])}`,
  (r, t) => `tanggal ${date(r)} ${r.pick(t.people)} turun ke lapangan dan menemukan ${number(r)} ${r.pick(t.things)} ${r.pick(t.troubles)}`,
  (r, t) => `yang paling menolong ternyata ${r.pick(means)}, bukan ${r.pick(t.things)} baru`,
  (r, t) => `di ${r.pick(places)} masalahnya bukan ${r.pick(t.things)}, melainkan ${r.pick(t.things)} yang ${r.pick(t.troubles)}`,
  (r, t) => `perbandingan dengan tahun lalu menunjukkan ${r.pick(measures)} naik ${number(r)} persen ${where(r, t)}`,
  (r, t) => `sesuai edaran nomor ${number(r)}.${number(r)} tahun ${2019 + r.below(8)}, ${r.pick(t.things)} harus ${r.pick(qualities)} dan ${r.pick(qualities)}`,
  (r, t) => `${r.pick(t.people)} bersedia ${active(r.pick(t.roots))} ${r.pick(t.things)} bila jadwalnya ${r.pick(qualities)}`,
  (r, t) => `warga ${r.pick(places)} mengeluh karena ${r.pick(t.things)} ${r.pick(t.troubles)} hampir setiap ${r.pick(days)}`,
  (r, t) => `hasil ${r.pick(['musyawarah', 'rapat', 'uji coba', 'survei', 'pemeriksaan'])} ${where(r, t)}: ${r.pick(t.things)} didahulukan, ${r.pick(t.things)} menunggu anggaran`,
  (r, t) => `berkas ${1_000 + r.below(9_000)}/${r.pick(['PL', 'UM', 'KP', 'TU', 'LH', 'PB', 'KS'])}/${2022 + r.below(5)} tentang ${doing(r.pick(t.roots))} ${r.pick(t.things)} sudah ${r.pick(['diteruskan', 'ditandatangani', 'dikembalikan', 'dibahas', 'diarsipkan'])}`,
  (r, t) => `${r.pick(['Pak', 'Bu'])} ${r.pick(family)} dari ${r.pick(places)} bercerita bahwa ${doing(r.pick(t.roots))} ${r.pick(t.things)} ${r.pick(['tersendat', 'membaik', 'berjalan', 'dihentikan', 'diulang'])} sejak ${date(r)}`,
  (r, t) => `${doing(r.pick(t.roots))} yang ${r.pick(qualities)} menghemat ${rupiah(r)} dan ${number(r)} jam ${r.pick(['kerja', 'tunggu', 'perjalanan', 'lembur'])}`,
  (r, t) => `${r.pick(means)} dari ${r.pick(t.people)} dibaca ${number(r)} orang dalam ${number(r)} jam`,
]
const questions: readonly Make[] = [
  (r, t) => `bagaimana cara ${active(r.pick(t.roots))} ${r.pick(t.things)} tanpa menambah ${r.pick(t.people)}`,
  (r, t) => `siapa yang berwenang ${active(r.pick(t.roots))} ${r.pick(t.things)} ${where(r, t)}`,
  (r, t) => `apakah ${r.pick(t.things)} boleh ${passive(r.pick(t.roots))} sebelum ${r.pick(t.things)} selesai`,
  (r, t) => `adakah unit lain yang ${r.pick(t.things)}-nya juga ${r.pick(t.troubles)}`,
  (r, t) => `berapa lama biasanya ${r.pick(t.things)} ${passive(r.pick(t.roots))} ${where(r, t)}`,
]
const closings: readonly Make[] = [
  r => `mohon masukan ${r.pick(['Bapak dan Ibu', 'rekan semua', 'yang pernah mencoba', 'warga sekitar'])} sebelum ${date(r)}`,
  () => 'terima kasih, ini menolong',
  (r, t) => `besok ${r.pick(t.people)} kami mencobanya ${where(r, t)}`,
  r => `saya laporkan hasilnya di sini sesudah ${date(r)}`,
  (r, t) => `kalau ada contoh ${r.pick(t.things)} yang ${r.pick(qualities)}, silakan dibagikan`,
  () => 'setuju dengan pendapat di atas',
  r => `kita mulai dari yang ${r.pick(qualities)} dulu`,
]
const titles: readonly Make[] = [
  (r, t) => `${upper(r.pick(t.things))} ${r.pick(t.troubles)} ${where(r, t)}`,
  (r, t) => `Bagaimana ${active(r.pick(t.roots))} ${r.pick(t.things)} secara ${r.pick(qualities)}?`,
  (r, t) => `Pengalaman ${active(r.pick(t.roots))} ${r.pick(t.things)} dengan ${r.pick(means)}`,
  (r, t) => `Usul: ${r.pick(means)} untuk ${r.pick(t.things)} ${where(r, t)}`,
  (r, t) => `${upper(r.pick(t.people))} dan ${r.pick(t.things)}: pelajaran dari ${r.pick(places)}`,
  (r, t) => `Berbagi ${r.pick(['contoh', 'cara', 'catatan', 'daftar periksa', 'jadwal'])} ${r.pick(t.things)} yang ${r.pick(qualities)}`,
  (r, t) => `Mengapa ${r.pick(measures)} naik sejak ${r.pick(t.things)} ${r.pick(t.troubles)}?`,
]

export const pickTheme = (random: Chance): Theme => random.pick(themes)
export const titleOf = (random: Chance, theme: Theme): string => random.pick(titles)(random, theme)

const say = (text: string, end = '.') => `${upper(text)}${end}`

/** Paragraphs of a post: an opening one is longer and often asks; a reply is one to four sentences. */
export function paragraphsOf(random: Chance, theme: Theme, opening: boolean): string[] {
  const paragraph = (count: number) => Array.from({ length: count }, () => say(random.pick(statements)(random, theme))).join(' ')
  if (opening) {
    const made = [paragraph(2 + random.below(3)), ...(random.below(3) > 0 ? [paragraph(1 + random.below(3))] : [])]
    return [...made, `${say(random.pick(questions)(random, theme), '?')} ${say(random.pick(closings)(random, theme))}`]
  }
  const luck = random.below(10)
  if (luck < 2) return [say(random.pick(closings)(random, theme))]
  if (luck < 4) return [`${paragraph(1)} ${say(random.pick(questions)(random, theme), '?')}`]
  if (luck < 8) return [`${paragraph(1 + random.below(2))} ${say(random.pick(closings)(random, theme))}`]
  return [paragraph(2), paragraph(1 + random.below(2))]
}
