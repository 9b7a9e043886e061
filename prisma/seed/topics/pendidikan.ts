import type { TopicSeed } from '../shape'

export const pendidikan: readonly TopicSeed[] = [
  {
    in: 'pendidikan-dan-kesehatan', kind: 'QUESTION', by: 'fitriani', title: 'Guru PPPK: bagaimana mengatur 20 JP di tengah jadwal mengajar?', tags: ['pppk', 'jp', 'guru'], days: [14, 4.8], accepted: 3, meToo: 11,
    text: 'Saya mengajar 26 jam seminggu. Pelatihan selalu hari kerja. Bagaimana rekan guru mencapai 20 JP tanpa meninggalkan kelas?',
    replies: [
      ['nadia', 'Manfaatkan KKG: dua jam setiap bulan, dihitung bila ada catatan dan bukti.', { agree: 8 }],
      ['parlindungan', 'Susunan yang banyak dipakai: KKG 8 JP, e-learning BerAKHLAK 6 JP, mentoring 4 JP, satu artikel praktik baik 2 JP. Semuanya di luar jam mengajar. Minta atasan menyetujui rencananya di awal semester.', { thanks: 24, agree: 9 }],
      ['endang', 'Kepala sekolah boleh mengatur pengganti dua hari setahun untuk pelatihan tatap muka. Banyak yang tidak tahu.', { thanks: 13 }],
      ['fitriani', 'Mentoring dengan pengawas apakah dihitung?', { to: 3 }],
      ['nadia', 'Dihitung, dan saya masih punya satu tempat, Fitri.', { to: 5, thanks: 7 }],
      ['fitriani', 'Diambil. Terima kasih, Bu.', { to: 6 }],
    ],
  },
  {
    in: 'pendidikan-dan-kesehatan', kind: 'EXPERIENCE', by: 'fitriani', title: 'Simulasi gempa dan tsunami di sekolah: hasil dan perbaikan', tags: ['bencana', 'sekolah', 'simulasi'], days: [10, 1.3], thanks: 20,
    text: 'Senin lalu 284 murid mengikuti simulasi. Dari bunyi sirene sampai titik kumpul di bukit: **9 menit 40 detik**. Target 8 menit.\n\nYang memperlambat:\n\n- pintu samping terkunci\n- kelas 1 menunggu guru, bukan mengikuti kelas 5\n- dua murid berkursi roda turun terakhir\n\nKami ulangi bulan depan.',
    replies: [
      ['iskandar', 'Hasil yang bagus untuk pertama kali. Pintu samping harus bisa dibuka dari dalam tanpa kunci; kami bantu memasang palang dorong.', { thanks: 14 }],
      ['nadia', 'Kakak asuh: tiap murid kelas 5 menggandeng satu murid kelas 1. Di Tapanuli Tengah turun dua menit.', { thanks: 11, agree: 6 }],
      ['lasmaria', 'Untuk kursi roda, kursi evakuasi tangga bisa dipinjam dari kami. Latih dua penolong tetap untuk masing-masing.', { thanks: 15 }],
      ['fitriani', 'Palang sudah dipasang, kursi evakuasi sudah dicoba. Terima kasih banyak.', { thanks: 8 }],
      ['meutia', 'Sertakan perawat UKS membawa tas obat; ada tiga anak asma di daftar saya.', { agree: 9 }],
      ['iskandar', 'Setelah simulasi kedua, saya ingin memakai catatan ini untuk 11 sekolah pesisir lain.', { to: 1, agree: 10 }],
      ['fitriani', 'Simulasi kedua tadi pagi: 7 menit 25 detik.', { thanks: 27 }],
    ],
  },
  {
    in: 'pendidikan-dan-kesehatan', kind: 'QUESTION', by: 'eka', title: 'Timbangan posyandu tidak seragam, data stunting melompat', tags: ['stunting', 'posyandu'], days: [8, 3], meToo: 4,
    text: 'Berat anak yang sama berbeda 400 gram antara dua posyandu. Grafik kami naik turun bukan karena gizi. Bagaimana menyeragamkan tanpa membeli baru semua?',
    replies: [
      ['sri', 'Kalibrasi dengan anak timbangan 5 kg dari puskesmas, setiap bulan, catat selisihnya di kartu timbangan.', { thanks: 11 }],
      ['meriba', 'Kami menemukan lantai miring. Papan kayu rata menyelesaikan separuhnya.', { thanks: 13 }],
      ['agus', 'Beri tanda pada data sebelum dan sesudah kalibrasi, supaya grafik tidak dibaca sebagai perubahan gizi.', { agree: 8 }],
      ['eka', 'Dari 46 timbangan, 12 perlu diganti, sisanya cukup dikalibrasi. Jauh lebih murah dari usulan semula.', { thanks: 16 }],
    ],
  },
  {
    in: 'pendidikan-dan-kesehatan', kind: 'DISCUSSION', by: 'liana', title: 'Obat kosong: memberi tahu pasien sebelum antre', tags: ['farmasi', 'rsud'], days: [18, 12], agree: 9,
    text: 'Pasien antre satu jam lalu mendengar obatnya kosong. Kami ingin memberi tahu di depan. Ada yang sudah mencoba papan ketersediaan?',
    replies: [
      ['sri', 'Di puskesmas kami papan tulis biasa, diperbarui pukul tujuh. Hanya menulis yang kosong, bukan yang ada.', { thanks: 10 }],
      ['meutia', 'Dokter poli juga perlu tahu supaya meresepkan pengganti.', { agree: 11 }],
      ['rifai', 'Stok sudah ada di sistem; saya bisa tampilkan daftar kosong di layar poli dalam seminggu.', { thanks: 12 }],
      ['liana', 'Seminggu berjalan: resep dengan obat kosong turun dari 31 menjadi 6 sehari.', { thanks: 18 }],
    ],
  },
  {
    in: 'pendidikan-dan-kesehatan', kind: 'QUESTION', by: 'endang', title: 'Sumbangan saat daftar ulang: menjawab orang tua dengan benar', tags: ['ppdb', 'pungutan'], days: [29, 25], accepted: 2, meToo: 3,
    text: 'Ada orang tua melapor “diminta sumbangan saat daftar ulang”. Bagaimana membedakan sumbangan dan pungutan saat menjawab?',
    replies: [
      ['rahmadani', 'Sumbangan: sukarela, jumlah dan waktu tidak ditentukan, tidak memengaruhi layanan. Bila salah satu tidak terpenuhi, itu pungutan dan harus dikembalikan. Jawab tertulis, sebut kanal pengaduannya.', { thanks: 17, agree: 6 }],
      ['nadia', 'Sekolah yang bersangkutan sudah saya datangi. Uangnya dikembalikan hari ini, dengan permintaan maaf kepada wali murid.', { thanks: 14 }],
      ['endang', 'Terima kasih, jawabannya sudah terkirim lewat LAPOR.', { thanks: 3 }],
    ],
  },
  {
    in: 'pendidikan-dan-kesehatan', kind: 'EXPERIENCE', by: 'meriba', title: 'Kelas ibu hamil di rumah panggung: pindah tempat, kehadiran naik', tags: ['kia', 'posyandu'], days: [26, 19], thanks: 17,
    text: 'Kelas di puskesmas dihadiri tujuh ibu. Kami pindah ke rumah panggung milik kader, pukul empat sore sesudah ikan dijemur. Sekarang dua puluh tiga.',
    replies: [
      ['sri', 'Waktu yang mengikuti orang, bukan kantor. Bagus sekali.', { agree: 10 }],
      ['eka', 'Boleh saya bawa contoh menu dari hasil laut setempat minggu depan?', { thanks: 6 }],
      ['meriba', 'Sangat boleh, Kak. Kamis pukul empat.', { to: 3 }],
      ['yaman', 'Penyuluh kami bisa ikut bicara cara menyimpan ikan supaya gizinya tidak hilang.', { thanks: 7 }],
    ],
  },
]
