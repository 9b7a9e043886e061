import type { TopicSeed } from '../shape'

export const dukcapil: readonly TopicSeed[] = [
  {
    in: 'dukcapil', kind: 'DISCUSSION', by: 'nurhayati', title: 'Jadwal operator cadangan Selasa dan Kamis, Desember', tags: ['jadwal', 'loket'], days: [2.4, 0.6],
    text: 'Mulai 1 Desember bidang pencatatan sipil meminjamkan satu operator tiap Selasa dan Kamis.\n\n- [x] surat tugas\n- [x] akun SIAK cadangan\n- [ ] serah terima loket 2\n\nMohon tulis hari yang tidak bisa.',
    replies: [
      ['rizal', 'Dari kami: Kamis tanggal 10 ada jemput bola di Aek Parombunan, tukar dengan Rabu.', { thanks: 2 }],
      ['ester', 'Loket 2 siap, kunci laci saya titip di Bu Nurhayati.', { agree: 2 }],
      ['nurhayati', 'Tanggal 10 ditukar ke 9. Jadwal final saya tempel sore ini.', { to: 2, thanks: 3 }],
    ],
  },
  {
    in: 'dukcapil', kind: 'QUESTION', by: 'ester', title: 'Printer KTP loket 2: garis tipis di foto', tags: ['printer', 'blangko'], days: [1.5, 0.35], meToo: 1,
    text: 'Sejak kemarin hasil cetak ada garis tipis mendatar di foto. Sudah ganti pita, masih sama. Sebelas blangko terpakai sia-sia.',
    replies: [
      ['rizal', 'Bersihkan kepala cetak dengan kartu pembersih, dua kali, lalu cetak uji tanpa blangko asli.', { thanks: 3 }],
      ['ester', 'Kartu pembersihnya tinggal satu. Saya coba sekarang.', { to: 2 }],
    ],
  },
  {
    in: 'dukcapil', kind: 'DISCUSSION', by: 'rizal', title: 'Blangko habis tiap akhir bulan: hitung ulang kebutuhan', tags: ['blangko', 'perencanaan'], days: [11, 7],
    text: 'Tiga bulan terakhir blangko habis antara tanggal 24 dan 27. Rata-rata 62 keping sehari, puncaknya Senin 110. Kita meminta 1.200 sebulan, padahal perlu sekitar 1.400.',
    replies: [
      ['nurhayati', 'Kalau antrean Senin merata, puncaknya turun. Tetapi jumlahnya tetap. Ajukan 1.450 mulai Januari.', { agree: 3 }],
      ['ester', 'Yang rusak karena cetak juga dihitung, sekitar 3 persen.', { agree: 2 }],
      ['rizal', 'Usulan 1.450 sudah naik ke kepala dinas.', { thanks: 2 }],
    ],
  },
]
