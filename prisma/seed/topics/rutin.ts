import type { ReplySeed, TopicSeed } from '../shape'

/** What opens every meeting of the series; `write-series.ts` gives them their day and what came of them. */
export const purpose = 'Setiap minggu satu jam: apa yang menghambat di loket, apa yang berhasil, dan apa yang kita coba minggu depan. Terbuka bagi semua ASN yang melayani warga.'
export const agenda = ['Keluhan minggu ini, paling banyak tiga', 'Satu cara yang berhasil dan layak ditiru', 'Tindak lanjut tugas minggu lalu']

const text = `${purpose}\n\n**Yang selalu kita bahas**\n\n${agenda.map((point, at) => `${at + 1}. ${point}`).join('\n')}\n\nTulis pengalaman atau pertanyaan Anda di utas ini, sebelum atau selama pertemuan.`

/** @param week of the meeting, 0 is the one that runs now */
const meeting = (week: number, days: TopicSeed['days'], replies: readonly ReplySeed[] = []): TopicSeed =>
  ({ in: 'pelayanan-publik', kind: 'MEETING', by: 'nurhayati', title: `Forum Loket Mingguan ${week}`, tags: ['loket'], days, text, replies })

export const rutin: readonly TopicSeed[] = [
  meeting(-3, [27, 21], [
    ['junaidi', 'Warga masih diminta fotokopi KK di kelurahan padahal di Dukcapil tidak lagi. Kita tampak tidak kompak.', { thanks: 4 }],
    ['sri', 'Di puskesmas kami menempel daftar "yang tidak perlu dibawa". Keluhan turun separuh dalam dua minggu.', { thanks: 6, agree: 3 }],
    ['roslina', 'Saya ambil daftarnya. Kelurahan Kota Beringin mulai besok.', { to: 3, thanks: 2 }],
  ]),
  meeting(-2, [20, 14], [
    ['ester', 'Antrean lansia tercampur dengan pengambilan berkas. Rata-rata mereka menunggu 50 menit.', { agree: 4 }],
    ['junaidi', 'Kalau kursi dekat loket 3 dikosongkan untuk mereka, cukup satu petugas yang memanggil.', { to: 2, thanks: 3 }],
    ['meriba', 'Kami sudah begitu di Pintu Angin. Yang penting tulisannya besar.', { thanks: 2 }],
  ]),
  meeting(-1, [13, 7], [
    ['roslina', 'Daftar "yang tidak perlu dibawa" sudah dua minggu. Pertanyaan soal fotokopi hampir hilang.', { thanks: 5 }],
    ['rifai', 'Formulir antrean daring bisa saya buat untuk satu loket dulu, percobaan seminggu.', { thanks: 4, agree: 2 }],
    ['sri', 'Percobaan di loket obat kalau boleh: paling ramai jam 9 sampai 11.', { to: 3 }],
  ]),
  meeting(0, [8, 0.003], [
    ['junaidi', 'Percobaan antrean daring: 31 warga memakainya, 4 datang di jam yang salah karena bingung membaca nomornya.', { thanks: 3 }],
    ['rifai', 'Nomornya saya ganti jam kedatangan. Sore ini sudah jalan.', { to: 2, thanks: 2 }],
    ['sri', 'Kalau begitu kita ukur lagi minggu depan dengan cara yang sama.', { agree: 2 }],
  ]),
  meeting(1, [6, 6]), meeting(2, [5.5, 5.5]), meeting(3, [5, 5]), meeting(4, [4.5, 4.5]),
]
