import type { TopicSeed } from '../shape'

export const kinerja: readonly TopicSeed[] = [
  {
    in: 'kinerja-dan-karier', kind: 'DISCUSSION', by: 'junaidi', title: 'Tips menulis telaahan staf yang dibaca pimpinan', tags: ['telaahan', 'menulis'], days: [27, 3.5], thanks: 9, meToo: 5,
    text: 'Telaahan saya dua kali dikembalikan dengan catatan “terlalu panjang”. Bagaimana menulis yang langsung dibaca?',
    replies: [
      ['marihot', 'Dari yang membaca: keputusan yang diminta di kalimat pertama. Pilihan beserta biayanya. Sisanya lampiran.', { thanks: 34, agree: 12 }],
      ['dewi', 'Satu halaman, tiga subjudul: Masalah, Pilihan, Saran. Kalau tidak muat, masalahnya lebih dari satu.', { agree: 15 }],
      ['nurul', 'Dasar hukum cukup satu baris. Jangan menyalin menimbang-mengingat.', { agree: 11 }],
      ['junaidi', 'Saya coba lagi dengan satu halaman. Terima kasih.', { thanks: 4 }],
      ['parlindungan', 'Minta rekan lain membacanya dulu dan bertanya “apa yang diminta?”. Kalau ia salah jawab, tulis ulang.', { thanks: 16, agree: 8 }],
      ['junaidi', 'Disetujui tadi pagi tanpa coretan. Satu halaman, kalimat pertama permintaannya.', { thanks: 21 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'QUESTION', by: 'meriba', title: 'Apa beda coaching dan mentoring untuk pencatatan JP?', tags: ['coaching', 'mentoring', 'jp'], days: [12, 4.4], accepted: 2, meToo: 7,
    text: 'Saya dibimbing bidan senior setiap Kamis. Dicatat sebagai coaching atau mentoring, dan berapa JP-nya?',
    replies: [
      ['melva', 'Singkatnya: **mentoring** bila yang lebih berpengalaman membagikan caranya; **coaching** bila ia bertanya supaya Anda menemukan cara sendiri. Bimbingan bidan senior itu mentoring. Catat tanggal, lama, pokok bahasan; keduanya saling menyetujui di portal.', { thanks: 19, agree: 6 }],
      ['meriba', 'Kalau separuhnya latihan di ruang bersalin?', { to: 2 }],
      ['melva', 'Yang di ruang bersalin itu praktik kerja, dicatat terpisah. Jangan satu jam dihitung dua kali.', { to: 3, thanks: 9 }],
      ['parlindungan', 'Konversi JP-nya mengikuti tabel pada menu Jam pelajaran; aturannya berubah sejak tahun ini, jadi jangan memakai tabel lama di grup.', { thanks: 8 }],
      ['sri', 'Untuk atasan: menyetujui catatan cukup dua menit. Jangan ditumpuk akhir tahun.', { agree: 10 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'DISCUSSION', by: 'melva', title: 'Umpan balik antarrekan: pertanyaan apa yang membantu?', tags: ['umpan-balik', '360'], days: [16, 6], agree: 6,
    text: 'Kami menyusun daftar pertanyaan umpan balik. Yang lama terlalu umum (“apakah rekan ini baik?”). Pertanyaan apa yang pernah benar-benar menolong Anda?',
    replies: [
      ['rifai', '“Satu hal apa yang sebaiknya saya teruskan, satu hal apa yang sebaiknya saya hentikan?” Dua kalimat, jawabannya selalu berguna.', { thanks: 17, agree: 9 }],
      ['nadia', '“Kapan terakhir kali saya mempersulit pekerjaan Anda?” Berani, tapi jujur.', { agree: 13 }],
      ['sri', 'Minta contoh kejadian, bukan sifat.', { agree: 15 }],
      ['hendra', 'Dan jangan minta lewat atasan. Orang menulis untuk atasan, bukan untuk rekannya.', { agree: 12 }],
      ['melva', 'Terkumpul sembilan. Tiga teratas kami uji di BKPSDM dulu, saya laporkan di sini.', { thanks: 7 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'DISCUSSION', by: 'fatolosa', title: 'Kumpulan pertanyaan uji kompetensi pengawas', tags: ['uji-kompetensi', 'pengawas'], days: [35, 22], meToo: 8,
    text: 'Bulan depan uji kompetensi jabatan pengawas. Yang pernah ikut, boleh berbagi jenis pertanyaannya? Bukan soalnya, ya, hanya bentuknya.',
    replies: [
      ['roslina', 'Saya: studi kasus dua halaman, lalu wawancara berbasis perilaku. “Ceritakan kejadian ketika…”.', { thanks: 14 }],
      ['melva', 'Sebagai asesor: yang kami nilai adalah apa yang **Anda** lakukan, bukan tim. Latih memakai kata “saya”. Siapkan empat kejadian nyata dua tahun terakhir.', { thanks: 25, agree: 8 }],
      ['endang', 'Menulis waktu itu penting. Kasusnya ada tenggat tersembunyi.', { agree: 6 }],
      ['fatolosa', 'Apakah boleh kejadian yang gagal?', { to: 3 }],
      ['melva', 'Boleh, malah baik, kalau Anda bisa bilang apa yang berubah sesudahnya.', { to: 5, thanks: 16 }],
      ['mirza', 'Kami buat kelompok belajar Sabtu pagi di kantor camat, terbuka untuk semua.', { thanks: 9 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'QUESTION', by: 'yulia', title: 'Mencari mentor penyusunan peraturan wali kota', tags: ['mentor', 'perwal'], days: [6, 2.1],
    text: 'Kami menyusun perwal tentang retribusi tempat wisata. Baru pertama kali. Adakah yang bersedia membimbing tiga atau empat kali?',
    replies: [
      ['nurul', 'Saya bersedia. Mulai dari naskah penjelasannya dulu, jangan dari pasal. Selasa sore?', { thanks: 8 }],
      ['yulia', 'Selasa sore cocok, terima kasih.', { to: 2 }],
      ['dewi', 'Kalau boleh saya ikut mendengar, kami juga akan menyusun satu.', { agree: 3 }],
      ['nurul', 'Silakan, bertiga justru baik untuk saling membaca.', { to: 4, thanks: 4 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'QUESTION', by: 'yuniman', title: 'SKP: indikator untuk pekerjaan yang menunggu perintah', tags: ['skp', 'indikator'], days: [21, 13], accepted: 3, meToo: 9,
    text: 'Pekerjaan saya kebanyakan “menunggu perintah”: mengetik, mengantar surat. Bagaimana menulis indikator yang terukur dan tidak dibuat-buat?',
    replies: [
      ['endang', 'Waktu selesai. Misalnya surat keluar paling lama dua jam sesudah konsep diterima.', { agree: 7 }],
      ['parlindungan', 'Tulis hasilnya bagi orang lain, bukan gerakannya. Contoh: “95 persen surat keluar bernomor dan terkirim pada hari yang sama”, “arsip dapat ditemukan dalam lima menit saat diminta”. Tiga indikator cukup; sepakati dengan lurah sebelum ditulis di e-Kinerja.', { thanks: 22, agree: 8 }],
      ['syahrial', 'Yang arsip lima menit itu sungguh bisa diuji. Kami sering mencobanya dengan kejutan.', { agree: 5 }],
      ['yuniman', 'Lurah setuju dengan dua yang pertama. Terima kasih, Pak.', { thanks: 5 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'ANNOUNCEMENT', by: 'parlindungan', title: 'Batas pencatatan JP tahun ini: 20 Desember', tags: ['jp', 'tenggat'], days: [4, 1.9], thanks: 7,
    text: 'Catatan jam pelajaran tahun ini ditutup **20 Desember pukul 16.00 WIB**. Yang disetujui atasan sesudah itu masuk tahun depan.\n\nSaat ini 61 persen pegawai sudah mencapai 20 JP. Bila ragu bentuk mana yang dihitung, tanyakan di sini.',
    replies: [
      ['fitriani', 'Apakah lokakarya kurikulum dua hari di sekolah dihitung bila penyelenggaranya KKG?', { meToo: 5 }],
      ['parlindungan', 'Dihitung, dengan daftar hadir dan materi. KKG memberi surat keterangan.', { to: 2, thanks: 8 }],
      ['meriba', 'Siaran radio kesehatan bagaimana?'],
      ['parlindungan', 'Itu berbagi pengetahuan; ada barisnya sendiri dalam tabel konversi.', { to: 4, thanks: 5 }],
    ],
  },
  {
    in: 'kinerja-dan-karier', kind: 'EXPERIENCE', by: 'rahmadani', title: 'Magang dua minggu di loket DPMPTSP: auditor belajar melayani', tags: ['magang', 'pengalaman'], days: [38, 30], thanks: 24,
    text: 'Saya minta magang di loket yang pernah saya audit. Dua minggu itu mengubah cara saya menulis temuan.\n\nYang tidak terlihat dari berkas: petugas menutup kekurangan sistem dengan ingatan. Ketika satu orang cuti, layanan berhenti. Itu risiko yang tidak pernah saya tulis sebelumnya.',
    replies: [
      ['zulfikar', 'Kami yang belajar juga. Dua langkah kami hapus karena pertanyaan “mengapa ini diminta?”.', { thanks: 15 }],
      ['kevin', 'Terima kasih sudah menjawab telepon yang paling sulit, Bu.', { thanks: 9 }],
      ['rotua', 'Ini persis yang kami maksud dengan belajar dari pekerjaan. Saya ingin lima orang lagi mencobanya triwulan depan.', { agree: 14 }],
      ['christine', 'Saya mau ke Dukcapil, kalau boleh.', { to: 4, meToo: 6 }],
      ['nurhayati', 'Pintu kami terbuka, Christine. Pilih minggu yang bukan awal bulan.', { to: 5, thanks: 6 }],
    ],
  },
]
