import type { TopicSeed } from '../shape'

export const keuangan: readonly TopicSeed[] = [
  {
    in: 'keuangan-daerah', kind: 'QUESTION', by: 'herlina', title: 'SIPD-RI: jurnal koreksi ditolak, ada yang pernah mengalami?', tags: ['sipd-ri', 'jurnal'], days: [5, 0.07], meToo: 5,
    text: 'Jurnal koreksi belanja bulan September ditolak dengan pesan “periode terkunci”, padahal BPKPD sudah membuka. Sudah keluar-masuk tiga kali. Ada yang pernah mengalami?',
    replies: [
      ['aisyah', 'Kuncinya ada dua: periode kas dan periode akuntansi. Yang kami buka Jumat hanya kas. Coba lagi sesudah pukul 14.00, keduanya sudah terbuka.', { thanks: 11, agree: 3 }],
      ['herlina', 'Sekarang pesannya lain: “saldo tidak seimbang 0,01”.', { to: 2, meToo: 3 }],
      ['agus', 'Pembulatan. Di Bappeda kami menambah baris selisih pembulatan ke akun 5.1.02.99.', { thanks: 6 }],
      ['aisyah', 'Jangan ditambah baris, Pak Agus; nanti muncul di LRA. Hapus desimal pada baris kedua lalu simpan ulang, nilainya ikut membulat.', { to: 4, thanks: 13, agree: 6 }],
      ['endang', 'Berhasil di kami dengan cara Bu Aisyah.', { thanks: 4 }],
      ['herlina', 'Masih ditolak di satu jurnal saja, yang berisi uang persediaan.', { to: 5 }],
      ['aisyah', 'Kirim nomornya lewat pesan, @{herlina}. Saya lihat log-nya sore ini.', { to: 7, thanks: 3 }],
    ],
  },
  {
    in: 'keuangan-daerah', kind: 'EXPERIENCE', by: 'bambang', title: 'Pengalaman pertama menjadi PPTK, apa yang perlu disiapkan?', tags: ['pptk', 'kegiatan'], days: [30, 0.6], thanks: 22,
    text: 'Tahun ini pertama kali saya PPTK. Yang saya harap diketahui sejak awal:\n\n- baca RKA sampai rincian belanja, bukan hanya judulnya\n- buat kalender mundur dari tanggal serah terima\n- simpan setiap berita acara dalam satu folder bernomor\n- kenali bendahara Anda sebelum butuh tanda tangannya\n\nApa lagi yang kurang?',
    replies: [
      ['rudy', 'Cek kontrak: siapa yang menanggung bila bahan naik. Dua kegiatan kami berhenti karena itu.', { agree: 11 }],
      ['aisyah', 'Tambah: jangan menumpuk SPJ di Desember. Bulanan saja, walau kecil.', { agree: 19, thanks: 7 }],
      ['rahmadani', 'Dan foto 0, 50, 100 persen dari titik yang sama. Temuan terbanyak kami: foto tidak bisa dibandingkan.', { thanks: 16 }],
      ['sahat', 'Buku harian lapangan. Ingatan tidak berlaku di depan auditor.', { agree: 12, before: 'Buku harian lapangan.' }],
      ['herlina', 'Dari bendahara: tanyakan batas uang persediaan sebelum belanja, bukan sesudah.', { agree: 14 }],
      ['nadia', 'Kalau PPTK di sekolah dengan kegiatan kecil, apakah kalender mundur tetap perlu?'],
      ['bambang', '>{7} kalender mundur tetap perlu?\n\nTetap, satu halaman saja. Yang kecil justru terlupa.', { to: 7, thanks: 4 }],
      ['agus', 'Kami sedang membuat contoh kalender di lembar sebar; bulannya otomatis bergeser.', { thanks: 9 }],
      ['kevin', 'Boleh minta tautannya, Pak Agus?', { to: 9, meToo: 6 }],
      ['agus', 'Ada di Pengetahuan setelah disahkan, minggu depan.', { to: 10 }],
    ],
  },
  {
    in: 'keuangan-daerah', kind: 'QUESTION', by: 'christine', title: 'Perubahan tarif retribusi: cara menjelaskan kepada pedagang pasar', tags: ['retribusi', 'pasar'], days: [9, 1.4], accepted: 3,
    text: 'Mulai Januari tarif pelayanan pasar naik dan cara bayarnya berubah menjadi nontunai. Pedagang bertanya “untuk apa?”. Bagaimana menjelaskannya tanpa membacakan perda?',
    replies: [
      ['ramli', 'Jangan mulai dari pasal. Mulai dari atap bocor yang akan diperbaiki.', { agree: 9 }],
      ['aisyah', 'Yang berhasil di kota saya dulu: satu lembar berisi tiga angka. **Berapa sekarang, berapa nanti, dipakai untuk apa.** Lalu satu pedagang yang dipercaya mencoba pembayaran nontunainya di depan yang lain.', { thanks: 18, agree: 7 }],
      ['yulia', 'Dan jangan pada jam ramai. Pukul 13.30 sesudah bongkar.', { thanks: 6 }],
      ['christine', 'Saya coba Rabu dengan Bu Fauziah sebagai contoh. Dua belas dari lima belas pedagang bersedia.', { to: 3, thanks: 11 }],
      ['nurul', 'Kalau butuh versi pendek perda dalam bahasa sehari-hari, kami punya drafnya.', { thanks: 5 }],
    ],
  },
  {
    in: 'keuangan-daerah', kind: 'QUESTION', by: 'endang', title: 'Honor narasumber dari ASN sendiri, boleh dibayar?', tags: ['honor', 'spj'], days: [19, 15], accepted: 2, meToo: 6,
    text: 'Kami mengundang rekan dari dinas lain menjadi narasumber dua jam. Apakah boleh dibayar honornya dan dengan dasar apa?',
    replies: [
      ['aisyah', 'Boleh bila ia dari luar perangkat daerah penyelenggara dan ada surat tugas, sesuai standar biaya yang ditetapkan wali kota. Tidak boleh bila materinya bagian dari tugas pokoknya sendiri kepada unit Anda.', { thanks: 12 }],
      ['rahmadani', 'Dan bukan gratifikasi selama tercatat. Yang menjadi soal justru amplop di luar SPJ.', { agree: 10 }],
      ['endang', 'Jelas, terima kasih. Surat tugasnya kami minta dulu.', { thanks: 2 }],
    ],
  },
  {
    in: 'keuangan-daerah', kind: 'QUESTION', by: 'yulia', title: 'Membeli lewat e-katalog: barang dikirim beda merek', tags: ['pengadaan', 'e-katalog'], days: [13, 11.2], accepted: 2,
    text: 'Pesanan pengeras suara tiba dengan merek lain. Penyedia bilang setara. Apakah boleh kami terima?',
    replies: [
      ['rudy', 'Tidak tanpa adendum. Buat berita acara ketidaksesuaian hari ini, foto, kembalikan. Kalau spesifikasinya lebih tinggi pun tetap adendum, supaya aset dan kontrak cocok.', { thanks: 11, agree: 4 }],
      ['yulia', 'Penyedia mengganti dengan yang sesuai. Terima kasih, Pak.', { to: 2, thanks: 3 }],
      ['aisyah', 'Berita acaranya tetap disimpan walau sudah diganti.', { agree: 6 }],
    ],
  },
  {
    in: 'keuangan-daerah', kind: 'DISCUSSION', by: 'aisyah', title: 'Anggaran kas triwulan: mengapa kita selalu menumpuk di akhir?', tags: ['anggaran-kas', 'perencanaan'], days: [23, 17], agree: 8,
    text: 'Tiga tahun terakhir 46 persen belanja jatuh di triwulan keempat. Menurut Anda penyebab terbesarnya di mana: perencanaan, pengadaan, atau pencairan?',
    replies: [
      ['agus', 'Perencanaan. RKA disusun dengan membagi rata dua belas bulan, lalu dilupakan.', { agree: 10 }],
      ['rudy', 'Pengadaan. Paket baru masuk ke kami Juni.', { agree: 8 }],
      ['sahat', 'Cuaca juga. Pekerjaan jalan sengaja menunggu musim kering.', { thanks: 5 }],
      ['bambang', 'Kalau paket kecil diumumkan Januari, setengah masalah hilang.', { agree: 11 }],
      ['marihot', 'Mulai tahun depan pengadaan dini dibahas dalam rapat staf setiap bulan, dengan daftar paket yang belum masuk. Saya pimpin sendiri.', { agree: 20, thanks: 12 }],
    ],
  },
]
