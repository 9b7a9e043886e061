import type pg from 'pg'
import { pool } from '~/platform/db/db.server'
import type { SeededPeople } from './write-people'

const DAY = 86_400_000
const dayOf = (now: number, from: number): string => new Date(now + 7 * 3_600_000 + from * DAY).toISOString().slice(0, 10)

const applicants: readonly [by: string, goal: string, tags: readonly string[]][] = [
  ['ester', 'Melayani pemohon yang marah tanpa ikut tegang, dan menutup percakapan dengan langkah yang jelas.', ['pelayanan-publik', 'komunikasi']],
  ['syahrial', 'Menyusun jadwal retensi arsip seksi saya dan memindahkan 200 berkas pertama.', ['arsip']],
  ['kevin', 'Menjelaskan perizinan berbasis risiko kepada pelaku usaha mikro dalam lima menit.', ['perizinan']],
  ['fitriani', 'Memimpin satu refleksi mengajar dengan guru lain setiap bulan.', ['pendidikan']],
  ['christine', 'Membaca laporan realisasi pajak daerah dan menulis satu halaman untuk kepala badan.', ['keuangan', 'analisis-data']],
]

const notes: readonly [by: string, tag: string, text: string, articles: readonly string[]][] = [
  ['mirza', 'musyawarah', 'Yang paling sering sulit: pembukaan terlalu panjang dan keluhan dijawab satu per satu.\n\nMulailah dengan satu pertanyaan kepada warga, kumpulkan dahulu semua jawaban, lalu kelompokkan. Keputusan ditulis di papan dan dibacakan ulang sebelum ditutup.', ['Panduan coaching 45 menit']],
  ['aisyah', 'keuangan', 'Kebanyakan selisih rekonsiliasi aset berasal dari belanja modal yang dicatat sebagai belanja barang. Bawa tiga contoh bukti sebelum sesi pertama; kita telusuri bersama.', ['Menyusun anggaran kas', 'Menyusun SPJ kegiatan', 'Membaca laporan realisasi']],
  ['rifai', 'analisis-data', 'Jangan mulai dari rumus. Tulis dahulu tabel yang ingin dilihat pimpinan, baru tentukan kolom yang harus dicatat setiap hari.', ['Cara menghitung IKM']],
  ['debora', 'sampah', 'Warga berhenti memilah ketika truk mencampur kembali. Pastikan jadwal angkut terpisah sebelum mengumpulkan warga.', ['Memilah sampah menjadi tiga wadah', 'Membuat komposter ember']],
]

/** A wave that takes applications, one that is over, and mentors' notes. */
export async function writeMentoringCare(client: pg.ClientBase, people: SeededPeople, now: number): Promise<void> {
  const id = (key: string): number => {
    const person = people.byKey.get(key)
    if (!person) throw new Error(`nobody is called ${key}`)
    return person.id
  }
  const wave = async (title: string, criteria: string, days: readonly [number, number, number, number, number], told: readonly string[]): Promise<number> => {
    const { rows } = await client.query<{ id: number }>(`insert into mentoring_wave (title, criteria, opens_on, closes_on, pairing_on, mid_check_on, ends_on, created_by_id, client_key, told, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`, [title, criteria, ...days.map(day => dayOf(now, day)), id('parlindungan'), `wave-${days[0]}`, told, new Date(now + (days[0] - 4) * DAY)])
    return rows[0]?.id ?? 0
  }
  await wave('Gelombang I: petugas loket', 'Untuk petugas yang setiap hari bertemu warga. Tiga sesi dalam dua bulan.', [-190, -176, -170, -140, -110], ['OPEN', 'PAIRING', 'MID_CHECK', 'CLOSING'])
  const open = await wave('Gelombang II: belajar dari yang terbaik', 'Untuk ASN yang ingin menuntaskan satu pekerjaan nyata bersama rekan yang lebih berpengalaman. Syaratnya satu tujuan yang dapat diukur dan dua jam setiap dua pekan sampai penutupan.', [-6, 8, 12, 45, 90], ['OPEN'])
  for (const [at, [by, goal, tags]] of applicants.entries()) {
    await client.query('insert into mentoring_profile (person_id, rules_version, rules_at) values ($1, 1, $2) on conflict (person_id) do update set rules_version = 1, rules_at = excluded.rules_at', [id(by), new Date(now - 6 * DAY)])
    await client.query(`insert into mentoring_request (learner_id, goal, situation, tags, wave_id, due_at, client_key, created_at) values ($1, $2, '', $3, $4, $5, $6, $7)`,
      [id(by), goal, tags, open, new Date(now + 90 * DAY), `wave-${by}`, new Date(now - (5 - at) * DAY)])
  }
  await client.query('insert into mentoring_wave_message (wave_id, to_whom, text, by_id, client_key, created_at) values ($1, $2, $3, $4, $5, $6)',
    [open, 'APPLICANTS', 'Terima kasih sudah mendaftar. Pemasangan berlangsung sesudah pendaftaran ditutup; tujuan Anda masih dapat diperbaiki sampai hari itu.', id('parlindungan'), 'wave-hello', new Date(now - 2 * DAY)])
  for (const [by, tag, text, articles] of notes) {
    const { rows } = await client.query<{ url: string }>(`select '/pengetahuan/a/' || a.id || '/' || a.slug as url from unnest($1::text[]) with ordinality t(start, at) join article a on starts_with(a.title, t.start) order by t.at`, [articles])
    await client.query('insert into mentoring_topic_note (tag, author_id, text, links, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)', [tag, id(by), text, rows.map(row => row.url), new Date(now - 20 * DAY)])
  }
}

/** One report an officer has to look at, from a pair that ended early where there is one. Comes after the pairs. */
export async function writeMentoringReport(now: number): Promise<void> {
  const { rows: pairs } = await pool.query<{ id: number; mentorId: number; learnerId: number }>(`select p.id, p.mentor_id as "mentorId", m.person_id as "learnerId" from mentoring_pair p join mentoring_member m on m.pair_id = p.id
    where p.state in ('ENDED', 'RUNNING') order by p.state = 'ENDED' desc, p.id limit 1`)
  const [pair] = pairs
  if (pair)
    await pool.query(`insert into mentoring_report (pair_id, from_id, about_id, text, client_key, created_at) values ($1, $2, $3, $4, 'report-1', $5)`,
      [pair.id, pair.learnerId, pair.mentorId, 'Sesi dua kali dibatalkan pada jam yang sama tanpa kabar, dan pesan saya tidak dijawab dua minggu. Saya ingin melanjutkan dengan mentor lain tanpa menyinggung siapa pun.', new Date(now - DAY)])
}
