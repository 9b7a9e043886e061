import type { TopicSeed } from '../shape'

export const bantuanSosial: readonly TopicSeed[] = [
  {
    in: 'bantuan-sosial', kind: 'DISCUSSION', by: 'amir', title: 'Kanal informasi bantuan sosial seperti apa yang mudah dipahami?', tags: ['informasi', 'dtsen'], days: [18, 1.2], agree: 16,
    text: 'Sebagai ketua RT saya sering ditanya: “Kenapa tetangga dapat, saya tidak?” Saya tidak punya jawaban karena daftarnya pun saya lihat terakhir.\n\nMenurut Bapak dan Ibu, di mana sebaiknya warga membaca syarat, jadwal dan cara menyanggah? Papan, radio, grup RT, atau datang sendiri?',
    replies: [
      ['lasmaria', 'Terima kasih, Pak Amir. Kami sedang menyusun satu lembar “Mengapa saya belum terdata” dan akan mengujinya di dua kelurahan. Masukan di sini langsung kami pakai.', { thanks: 13 }],
      ['tiurma', 'Grup RT cepat, tapi ibu saya tidak punya ponsel. Papan di warung lebih dibaca daripada papan kelurahan.', { agree: 18 }],
      ['darwin', 'Radio. Nelayan dengar radio di kapal, pukul empat sore.', { agree: 12 }],
      ['salmah', 'Bahasanya jangan bahasa surat. “Desil” itu apa kami tidak tahu.', { agree: 24 }],
      ['nita', 'Kami relawan TIK bisa membuat gambar satu halaman yang bisa dibagikan dan dicetak di warung.', { thanks: 9 }],
      ['lasmaria', '>{5} “Desil” itu apa kami tidak tahu.\n\nDesil itu urutan sepuluh kelompok dari yang paling lemah (1) sampai paling mampu (10). Kalimat itu yang akan kami tulis, tanpa kata desilnya di depan.', { to: 5, thanks: 17 }],
      ['hotma', 'Tulis juga tanggal daftar diperbarui. Dulu orang yang sudah meninggal masih di daftar.', { agree: 15 }],
      ['lamria', 'Dari pengalaman kami, tiga hal yang ditanya orang: apakah nama saya ada, kapan cair, ke mana menyanggah. Sisanya boleh di halaman kedua.', { agree: 11, thanks: 6 }],
      ['lasmaria', 'Naskah pertama:\n\n1. **Apakah nama saya ada?** Tanyakan di kelurahan dengan KTP; petugas membuka datanya di depan Anda.\n2. **Kapan?** Jadwal ditempel setiap tanggal 1.\n3. **Saya keberatan.** Isi satu lembar; dijawab dalam sepuluh hari kerja.\n\nApa yang masih membingungkan?', { to: 9, thanks: 21, agree: 9 }],
      ['salmah', 'Sudah jelas. Nomor 3 tambahkan “tidak akan dipersulit”.', { agree: 8 }],
      ['amir', 'Saya tempel di tiga warung besok.', { thanks: 10 }],
    ],
  },
  {
    in: 'bantuan-sosial', kind: 'QUESTION', by: 'darwin', title: 'Syarat rekomendasi BBM nelayan berubah?', tags: ['nelayan', 'bbm'], days: [7, 3.3], accepted: 2, meToo: 11,
    text: 'Bulan lalu cukup kartu nelayan dan pas kecil. Kemarin diminta foto kapal juga. Apakah syaratnya berubah?',
    replies: [
      ['yaman', 'Betul, sejak awal bulan ada tambahan satu foto kapal tampak samping dengan nomor yang terbaca. Maaf pengumumannya terlambat. Yang belum punya ponsel boleh difoto petugas di TPI setiap Senin dan Kamis pagi.', { thanks: 16 }],
      ['darwin', 'Kalau begitu jelas. Mohon lain kali ditempel di TPI sebelum berlaku.', { to: 2, agree: 13 }],
      ['yaman', 'Sudah kami sepakati: perubahan syarat ditempel dua pekan sebelumnya dan disiarkan radio.', { to: 3, thanks: 12 }],
      ['yosef', 'Kapal tanpa mesin apakah perlu rekomendasi?'],
      ['yaman', 'Tidak, rekomendasi hanya untuk pembelian BBM bersubsidi.', { to: 5, thanks: 3 }],
    ],
  },
  {
    in: 'bantuan-sosial', kind: 'QUESTION', by: 'tiurma', title: 'Kursi roda untuk ibu saya, ke mana mengajukan?', tags: ['disabilitas', 'alat-bantu'], days: [16, 10], accepted: 3, meToo: 2,
    text: 'Ibu saya tidak bisa berjalan sejak jatuh tahun lalu. Kami tidak mampu membeli kursi roda. Ada program dari pemerintah kota?',
    replies: [
      ['lasmaria', 'Ada, Bu Tiurma. Apakah Ibu sudah terdata di kelurahan? Kalau belum, kami bisa mendata sambil mengukur kursinya di rumah.', { thanks: 7 }],
      ['lasmaria', 'Ringkasnya: datang ke Dinsos loket 2 atau hubungi pendamping kelurahan, bawa KTP dan KK Ibu. Petugas datang mengukur, kursi diserahkan paling lama 14 hari. Tanpa biaya.', { thanks: 19, agree: 4 }],
      ['tiurma', 'Petugas sudah datang kemarin, sangat sopan. Terima kasih.', { thanks: 11 }],
      ['meutia', 'Bila Ibu perlu latihan berjalan, poli rehabilitasi RSUD buka Selasa dan Jumat.', { thanks: 8 }],
    ],
  },
  {
    in: 'bantuan-sosial', kind: 'DISCUSSION', by: 'nita', title: 'Kelas ponsel untuk lansia, butuh tempat dan peserta', tags: ['lansia', 'literasi-digital'], days: [28, 21], agree: 8,
    text: 'Relawan TIK ingin membuka kelas dua jam: membaca pesan palsu, menelepon dengan gambar, mengambil nomor antrean. Kami mencari tempat di tiap kecamatan.',
    replies: [
      ['mirza', 'Aula kantor camat Sibolga Selatan silakan dipakai setiap Sabtu pagi.', { thanks: 10 }],
      ['syahrial', 'Ruang baca Dispusip juga kosong hari Rabu; ada Wi-Fi dan kamar kecil di lantai yang sama.', { thanks: 8 }],
      ['hotma', 'Saya mau ikut. Hurufnya tolong dibesarkan.', { thanks: 9 }],
      ['nita', 'Kelas pertama Sabtu depan, 20 orang, sudah 14 mendaftar.', { thanks: 6 }],
    ],
  },
]
