/** When mentors of the demonstration can be booked: weekday (1 Monday), from, until, in minutes since midnight. */
export type Hours = readonly (readonly [weekday: number, from: number, until: number])[]

const at = (hour: number, minute = 0): number => hour * 60 + minute

export const hoursOf: Readonly<Record<string, Hours>> = {
  mirza: [[2, at(9), at(11)], [3, at(15), at(17)], [5, at(8), at(9)], [5, at(14), at(15)]],
  aisyah: [[1, at(13, 30), at(15, 30)], [4, at(9), at(11)]],
  zulfikar: [[2, at(8), at(10)], [4, at(13), at(15)]],
  melva: [[3, at(9), at(12)], [5, at(9), at(10, 30)]],
  sri: [[1, at(14), at(16)], [6, at(9), at(11)]],
  rifai: [[1, at(16), at(18)], [2, at(16), at(18)], [4, at(19), at(21)]],
  debora: [[3, at(8), at(11)], [6, at(8), at(10)]],
  rahmadani: [[2, at(13), at(16)]],
  nadia: [[4, at(13), at(16)]],
  yaman: [[5, at(15), at(17)], [6, at(15), at(17)]],
  roslina: [[1, at(9), at(11)], [3, at(13), at(15)]],
  hendra: [[2, at(19), at(21)], [5, at(16), at(18)]],
}
/** Everybody else who offers something. */
export const usualHours: Hours = [[2, at(10), at(12)], [4, at(14), at(16)]]

/** Days unlike the pattern, by days from now. */
export const exceptions: readonly { key: string; in: number; away?: true; from?: number; until?: number; note: string }[] = [
  { key: 'mirza', in: 15, away: true, note: 'Musrenbang kecamatan' }, { key: 'mirza', in: 17, from: at(13), until: at(15), note: 'Ganti Musrenbang' },
  { key: 'sri', in: 9, away: true, note: 'Rapat akreditasi' }, { key: 'rifai', in: 6, from: at(9), until: at(12), note: 'Sabtu di kantor' },
]

/** The pair everybody meets in the middle of its work: who says what in its room, hours after its first session. */
export const talk: readonly { by: 'mentor' | 'learner'; after: number; text: string; replyTo?: number }[] = [
  { by: 'mentor', after: -30, text: 'Baik. Sebelum sesi pertama, tulis satu halaman: siapa yang diundang, apa yang harus diputuskan, dan kapan warga tahu hasilnya.' },
  { by: 'learner', after: -8, text: 'Sudah saya tulis. Yang sulit bagian *apa yang harus diputuskan*: daftarnya masih tujuh butir.', replyTo: 2 },
  { by: 'mentor', after: 5, text: 'Rancangan Ibu sudah saya baca. Tujuannya jelas; pembukanya masih tujuh menit pengumuman. Coba mulai dari **satu pertanyaan** kepada warga.' },
  { by: 'learner', after: 8, text: 'Saya ganti menjadi: “Kapan terakhir Bapak Ibu pulang dari loket tanpa hasil?” Keputusannya juga tinggal dua.', replyTo: 4 },
  { by: 'mentor', after: 46, text: 'Itu pembuka yang baik. Bawa ke sesi berikutnya, kita coba dengan suara.' },
]
export const notes: readonly { by: 'mentor' | 'learner'; shared: boolean; after: number; text: string }[] = [
  { by: 'mentor', shared: true, after: 2, text: 'Keputusan ditulis di papan, dibacakan ulang, lalu ditutup. Yang belum putus diberi tanggal.' },
  { by: 'learner', shared: false, after: 3, text: 'Jangan menjawab keluhan satu per satu; kumpulkan dahulu.' },
  { by: 'mentor', shared: false, after: 3, text: 'Kuat di persiapan, gugup tiga menit pertama. Latih pembuka sampai hafal.' },
  { by: 'learner', shared: true, after: 30, text: 'Undangan: tiga RT, dua kader, satu pelaku usaha. Tempatnya di kelurahan, bukan di kantor dinas.' },
]
export const steps: readonly { by: 'mentor' | 'learner'; text: string; due: number; doneAfter?: number }[] = [
  { by: 'learner', text: 'Ganti kalimat pembuka', due: 3, doneAfter: 8 }, { by: 'learner', text: 'Undang tiga RT', due: 6 },
  { by: 'mentor', text: 'Kirim contoh berita acara FKP tahun lalu', due: 4 }, { by: 'learner', text: 'Latihan pembuka di depan cermin, tiga kali', due: -1 },
]
export const topics: readonly string[] = ['Menyusun rancangan acara', 'Membuka tanpa membacakan slide', 'Menutup dengan keputusan', 'Menindaklanjuti berita acara', 'Meninjau hasil', 'Langkah sesudah pendampingan']
