import type { TopicSeed } from '../shape'

export const lingkungan: readonly TopicSeed[] = [
  {
    in: 'lingkungan', kind: 'CONSULTATION', by: 'debora', title: 'Usulan jadwal pengangkutan sampah di Sibolga Utara', tags: ['sampah', 'sibolga-utara'], days: [29, 8.5], thanks: 12,
    text: 'Warga Sibolga Utara meminta jadwal pengangkutan sampah dipindah. Kami menghitung rute dan truk untuk tiga pilihan: **pagi pukul 05.30–07.00**, **malam pukul 20.00–22.00**, atau seperti sekarang.\n\nSebutkan waktu yang cocok untuk lingkungan Anda dan apa yang menghalangi. Pilih juga dalam jajak pendapat.',
    replies: [
      ['nursaida', 'Sampah di Jalan Ketapang empat hari tidak diangkut. Kalau truk datang sesudah pukul tujuh, anak-anak sudah lewat di antara tumpukan. Bolehkah jadwalnya dipindah ke pagi buta?', { thanks: 31, agree: 44 }],
      ['masda', 'Kami dapat membantu pemilahan di dua titik kumpul supaya truk cukup sekali jalan.', { thanks: 9, agree: 6 }],
      ['melati', 'Angin Nauli juga: pukul 05.30 paling baik, sebelum mobil pengantar anak sekolah lewat.', { agree: 17 }],
      ['jonas', 'Simare-mare jalannya sempit. Pagi banyak gerobak sayur. Malam lebih lega.', { agree: 8 }],
      ['rido', 'Asal jangan siang. Baunya masuk rumah.', { agree: 12 }],
      ['sahat', 'Dari PUPR: Jalan Ketapang ujung akan digali untuk saluran tanggal 9 sampai 13. Pada hari itu truk tidak bisa masuk dari arah pasar.', { thanks: 8 }],
      ['debora', 'Sudah kami masukkan, @{sahat}. Hitungan sementara: tiga truk cukup untuk Ketapang dan Angin Nauli bila mulai 05.30. Untuk Simare-mare malam hari kami kekurangan dua truk.', { to: 7, thanks: 10, agree: 5 }],
      ['nursaida', 'Kalau pagi, kami harus menaruh sampah malam hari. Nanti dibongkar anjing.', { agree: 9 }],
      ['masda', 'Di Pancuran Bambu kami pakai tong tutup bekas drum. Satu tong untuk enam rumah, iurannya lima ribu sebulan.', { thanks: 14, agree: 7 }],
      ['hotma', 'Siapa yang menegur yang menaruh sampah di luar jam?', { meToo: 4 }],
      ['ramli', 'Petugas kami mendampingi lurah pada dua pekan pertama. Menegur dulu, mencatat kemudian.', { to: 11, thanks: 6 }],
    ],
  },
  {
    in: 'lingkungan', kind: 'QUESTION', by: 'tiurma', title: 'Saluran di Jalan Merpati tersumbat, rumah kemasukan air', tags: ['drainase', 'banjir'], days: [6, 0.8], meToo: 8, agree: 5,
    text: 'Setiap hujan deras lebih dari setengah jam, air dari saluran Jalan Merpati masuk ke dapur kami. Sudah tiga kali bulan ini. Kepada siapa kami melapor?',
    replies: [
      ['sahat', 'Bu Tiurma, ini saluran kami. Besok pagi tim melihat lokasi. Apakah sumbatannya di mulut gorong-gorong dekat mesjid atau lebih ke bawah?', { thanks: 9 }],
      ['tiurma', 'Dekat mesjid, ada kasur dan kayu di dalamnya.', { to: 2 }],
      ['yosef', 'Di hilirnya juga dangkal karena pasir. Kalau hanya mulutnya yang dibersihkan, minggu depan begitu lagi.', { agree: 7 }],
      ['sahat', 'Sudah diangkat dua bak truk tadi siang, termasuk endapan sampai jembatan kecil. Jeruji penahan dipasang hari Kamis.', { thanks: 21, agree: 6 }],
      ['iskandar', 'Tim BPBD menaruh dua pompa di kantor lurah sampai akhir Desember. Nomor pos jaga ada di papan kelurahan.', { thanks: 12 }],
      ['tiurma', 'Tadi malam hujan satu jam, dapur kering. Terima kasih semua.', { thanks: 18 }],
    ],
  },
  {
    in: 'lingkungan', kind: 'EXPERIENCE', by: 'masda', title: 'Delapan bulan bank sampah Pancuran Bambu: yang berhasil dan yang tidak', tags: ['bank-sampah', 'kompos'], days: [40, 19], thanks: 27,
    text: 'Kami mulai Maret dengan 22 rumah, sekarang 114. Yang terkumpul rata-rata 310 kilogram seminggu.\n\n## Yang berhasil\n\n- timbang di tempat dan bayar saat itu juga\n- anak-anak menjadi juru catat\n\n## Yang tidak\n\n- kompos di tong tertutup: berbau dan ditinggalkan\n- harga botol turun, orang berhenti memilah\n\nSilakan bertanya.',
    replies: [
      ['debora', 'Kompos terbuka dengan daun kering satu banding tiga biasanya tidak berbau. Saya bisa datang Sabtu untuk mencoba di satu RT.', { thanks: 9 }],
      ['masda', 'Mau, Bu. RT 04 sudah siap tempatnya.', { to: 2 }],
      ['amir', 'Sebagai ketua RT: iuran kecil yang pasti lebih jalan daripada janji untung.', { agree: 8 }],
      ['ronal', 'Perusahaan kami membeli kardus langsung, tanpa pengepul. Selisihnya bisa menutup turunnya harga botol.', { thanks: 6, agree: 4 }],
      ['fauziah', 'Pedagang pasar juga ingin ikut. Sampah kami kebanyakan daun pisang dan styrofoam.', { agree: 5 }],
      ['debora', 'Laporan percobaan: tiga minggu, tidak berbau, 40 kilogram kompos. Cara lengkapnya saya tulis untuk Pengetahuan.', { to: 2, thanks: 15 }],
    ],
  },
  {
    in: 'lingkungan', kind: 'QUESTION', by: 'rido', title: 'Pohon tumbang menimpa kabel di Huta Tonga-Tonga', tags: ['pohon', 'bahaya'], days: [2, 1.6], accepted: 2,
    text: 'Pohon angsana miring dan menekan kabel listrik di depan gang dua. Sudah lapor RT. Takut anak-anak lewat.',
    replies: [
      ['iskandar', 'Tim menuju lokasi pukul 14.10 bersama PLN. Mohon warga menjauh sepuluh meter dan jangan menyentuh pagar besi di bawahnya.', { thanks: 22 }],
      ['rido', 'Sudah dipotong, listrik menyala lagi pukul lima sore. Cepat sekali.', { to: 2, thanks: 10 }],
      ['debora', 'Kami periksa juga delapan angsana lain di jalan itu minggu ini.', { thanks: 7 }],
    ],
  },
  {
    in: 'lingkungan', kind: 'DISCUSSION', by: 'melati', title: 'Pantai Pandan bersih setiap Sabtu: siapa ikut?', tags: ['pantai', 'relawan'], days: [15, 5], agree: 13,
    text: 'Kami mahasiswa ingin mengajak warga memungut sampah di pantai setiap Sabtu pukul enam. Kendala: karung dan pengangkutan sesudahnya.',
    replies: [
      ['debora', 'Karung dan satu pikap kami sediakan bila jumlahnya diberitahukan sebelum Kamis.', { thanks: 11 }],
      ['ronal', 'Kami sumbang sarung tangan 200 pasang dan air minum.', { thanks: 9 }],
      ['yulia', 'Disparbud dapat mengumumkan lewat media sosial kota. Kirim foto kegiatan yang wajah anaknya tidak terlihat jelas, ya.', { thanks: 5 }],
      ['melati', 'Sabtu pertama: 46 orang, 38 karung. Terbanyak gelas plastik.', { thanks: 16 }],
      ['darwin', 'Nelayan di Pancuran Dewa ikut minggu depan. Jaring bekas juga kami kumpulkan, itu membunuh ikan.', { thanks: 14, agree: 5 }],
    ],
  },
]
