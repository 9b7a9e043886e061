import type { TopicSeed } from '../shape'

export const data: readonly TopicSeed[] = [
  {
    in: 'data-dan-aplikasi', kind: 'DISCUSSION', by: 'hendra', title: 'Bolehkah menerima pelatihan gratis dari vendor aplikasi kita?', tags: ['gratifikasi', 'vendor', 'pelatihan'], days: [17, 0.2], agree: 12,
    text: 'Vendor aplikasi absensi menawarkan pelatihan keamanan dua hari, gratis, dengan makan siang dan sertifikat. Isinya bagus. Tetapi kontraknya sedang akan diperpanjang. Boleh atau tidak?',
    replies: [
      ['rahmadani', 'Pertanyaannya: apakah terbuka untuk umum dengan syarat sama? Bila ya, dan tidak ada yang melekat pada keputusan pengadaan, boleh. Makan siang kedinasan yang wajar tidak perlu dilaporkan.', { thanks: 18 }],
      ['rudy', 'Waktunya yang masalah. Menjelang perpanjangan, siapa pun akan menduga.', { agree: 16 }],
      ['zulfikar', 'Mitra yang baik menunda tawarannya sampai proses selesai, lalu membukanya untuk semua perangkat daerah. Itu melindungi kedua pihak.', { thanks: 14, agree: 9 }],
      ['hendra', 'Jadi bukan soal gratisnya, tapi saat dan siapa yang diundang.', { agree: 11 }],
      ['rahmadani', '>{5} bukan soal gratisnya, tapi saat dan siapa yang diundang\n\nTepat. Tambahan: peserta ditunjuk pimpinan, bukan vendor; materi dan daftar hadir disimpan; tidak ada uang saku.', { to: 5, thanks: 13 }],
      ['nurul', 'Dasarnya ada di peraturan wali kota tentang pengendalian gratifikasi, pasal tentang kedinasan.', { thanks: 7 }],
      ['kevin', 'Bagaimana kalau hadiah undian di akhir acara?', { meToo: 6 }],
      ['rahmadani', 'Tolak, atau terima atas nama instansi dan laporkan dalam sepuluh hari kerja.', { to: 8, thanks: 9 }],
      ['parlindungan', 'Kota lain meminta lembaga pelatihan melampirkan pernyataan bebas benturan kepentingan. Formulirnya sederhana, saya punya contohnya.', { thanks: 5 }],
      ['hendra', 'Keputusan kami: diminta menunda sampai kontrak selesai, lalu dibuka untuk semua OPD. Vendor setuju.', { thanks: 17, agree: 8 }],
      ['marihot', 'Contoh yang baik. Saya minta dijadikan artikel.', { to: 11, agree: 13 }],
    ],
  },
  {
    in: 'data-dan-aplikasi', kind: 'QUESTION', by: 'agus', title: 'Rekomendasi kursus daring analisis data berbahasa Indonesia', tags: ['kursus', 'analisis-data'], days: [15, 8], meToo: 8,
    text: 'Lima staf Bappeda ingin belajar analisis data dasar. Cari yang berbahasa Indonesia, bisa malam hari, dan bersertifikat untuk JP.',
    replies: [
      ['rifai', 'Mulai dari lembar sebar: tabel pangkuan, pencarian, grafik. Kelas saya empat sesi daring, kapasitas lima. Pas.', { thanks: 12 }],
      ['melva', 'Universitas Tapian Nauli membuka kelas malam delapan pertemuan, gratis bagi ASN mitra. Bersertifikat 20 jam.', { thanks: 14 }],
      ['agus', 'Kami ambil dua-duanya: dasar dengan Pak Rifai, lanjut di universitas.', { thanks: 5 }],
      ['bambang', 'Kalau ada yang ingin peta, politeknik punya modul QGIS berbahasa Indonesia.', { thanks: 7 }],
      ['rifai', 'Sesi pertama Rabu 19.30. Bawa data Anda sendiri, bukan contoh.', { to: 4, thanks: 8 }],
    ],
  },
  {
    in: 'data-dan-aplikasi', kind: 'DISCUSSION', by: 'syahrial', title: 'Pengelolaan arsip dinamis setelah pakai SRIKANDI', tags: ['srikandi', 'arsip'], days: [32, 20], agree: 6,
    text: 'Setahun SRIKANDI: surat cepat, tetapi berkas lama dan baru terpisah. Orang mencari di dua tempat. Bagaimana cara unit Anda?',
    replies: [
      ['endang', 'Kami menulis nomor berkas lama di kolom uraian saat registrasi. Pencarian jadi ketemu dua-duanya.', { thanks: 9 }],
      ['syahrial', 'Sederhana sekali. Itu yang kami sarankan untuk semua mulai Desember.', { to: 2 }],
      ['rudy', 'Lampiran besar (gambar kontrak) tetap di kertas?'],
      ['syahrial', 'Yang di atas 20 MB: simpan di berkas, beri lembar pengganti dengan nomor dan tempatnya.', { to: 4, thanks: 6 }],
      ['junaidi', 'Di kelurahan kami satu lemari, satu daftar. Kalau listrik padam pun masih ketemu.', { agree: 10 }],
    ],
  },
  {
    in: 'data-dan-aplikasi', kind: 'EXPERIENCE', by: 'hendra', title: 'Hampir tertipu: surel “kuota penyimpanan penuh” minggu lalu', tags: ['keamanan', 'phishing'], days: [7, 2.7], thanks: 29,
    text: 'Surel itu memakai logo kita dan meminta kata sandi. Sembilan orang mengklik, dua mengisi. Keduanya melapor dalam sepuluh menit, jadi tidak ada yang hilang.\n\n## Ciri yang terlihat\n\n- alamat pengirim berakhiran `-gov.co`, bukan `go.id`\n- tautan tersembunyi di balik tombol\n- batas waktu dua jam\n\nYang melapor **tidak** dimarahi. Teruslah melapor.',
    replies: [
      ['liana', 'Saya salah satu yang mengklik. Terima kasih karena tidak dipermalukan.', { thanks: 22 }],
      ['rifai', 'Tambahan: tempelkan kursor pada tautan, alamat aslinya muncul di kiri bawah.', { thanks: 13 }],
      ['rotua', 'Saya pun hampir. Mohon kelas singkat untuk para kepala, kami yang paling sering diincar.', { agree: 12 }],
      ['hendra', 'Siap, Bu. Dua sesi mentoring terbalik sudah saya buka jadwalnya.', { to: 4, thanks: 9 }],
      ['kevin', 'Kalau perlu contoh surel latihan tanpa menyebut nama orang, mitra pelatihan kita punya.', { thanks: 4 }],
      ['eka', 'Kode verifikasi lewat ponsel apakah menolong?'],
      ['hendra', 'Sangat. Aktifkan di Pengaturan; lima menit.', { to: 7, thanks: 10, agree: 5 }],
    ],
  },
  {
    in: 'data-dan-aplikasi', kind: 'QUESTION', by: 'herlina', title: 'Rumus SUMIFS salah jumlah setelah disalin ke lembar lain', tags: ['lembar-sebar', 'rumus'], days: [3, 2.4], accepted: 2,
    text: 'Rumus rekap belanja saya benar di lembar Januari, tetapi setelah disalin ke Februari jumlahnya kurang. Rumusnya:\n\n```\n=SUMIFS(D2:D200;A2:A200;"Februari")\n```',
    replies: [
      ['rifai', 'Rentangnya ikut bergeser karena tidak dikunci. Tulis:\n\n```\n=SUMIFS($D$2:$D$200;$A$2:$A$200;"Februari")\n```\n\nLebih aman lagi: jadikan data Anda tabel, lalu rujuk nama kolomnya.', { thanks: 14 }],
      ['herlina', 'Betul, sekarang cocok sampai rupiah terakhir.', { to: 2, thanks: 4 }],
      ['christine', 'Tanda dolar itu ternyata ada gunanya. Saya kira uang.', { thanks: 12 }],
    ],
  },
  {
    in: 'data-dan-aplikasi', kind: 'DISCUSSION', by: 'agus', title: 'Satu data: siapa yang memegang daftar nama jalan?', tags: ['satu-data', 'referensi'], days: [24, 14], agree: 7,
    text: 'PUPR, Dishub, Dukcapil dan DLH punya daftar nama jalan masing-masing; yang sama hanya 71 persen. Siapa yang sebaiknya menjadi wali datanya?',
    replies: [
      ['bambang', 'PUPR memegang ruas, tetapi nama ditetapkan keputusan wali kota. Jadi sumbernya Bagian Pemerintahan.', { agree: 9 }],
      ['tumpal', 'Setuju, kami tinggal mengambil.', { agree: 4 }],
      ['rizal', 'Alamat penduduk tidak bisa berubah seketika; harus ada tabel nama lama dan baru.', { thanks: 8 }],
      ['rifai', 'Saya bisa sediakan satu alamat API dengan riwayatnya. Perlu keputusan walinya dulu.', { thanks: 9 }],
      ['agus', 'Disepakati di rapat forum data: wali data Bagian Pemerintahan, PUPR produsen geometri. Terima kasih.', { thanks: 11 }],
    ],
  },
]
