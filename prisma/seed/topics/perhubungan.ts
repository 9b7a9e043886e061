import type { TopicSeed } from '../shape'

export const perhubungan: readonly TopicSeed[] = [
  {
    in: 'perhubungan', kind: 'DISCUSSION', by: 'jonas', title: 'Halte dan penyeberangan di sekitar Pelabuhan Lama', tags: ['halte', 'pelabuhan', 'keselamatan'], days: [13, 0.03], agree: 18,
    text: 'Penumpang kapal turun membawa barang dan langsung menyeberang di tikungan. Tidak ada halte, tidak ada garis penyeberangan. Dua kali saya lihat orang hampir terserempet.\n\nUsul: halte kecil di depan bekas gudang garam dan penyeberangan dengan lampu kuning berkedip.',
    replies: [
      ['tumpal', 'Terima kasih, Pak Jonas. Hari Rabu kami menghitung lalu lintas di situ pukul enam sampai sembilan. Siapa yang punya foto tikungannya silakan dilampirkan.', { thanks: 9 }],
      ['darwin', 'Tambahan: becak mangkal tepat di tikungan, jadi pengendara tidak melihat orang.', { agree: 14 }],
      ['hotma', 'Dulu ada halte, dibongkar waktu pelebaran jalan tahun 2015.', { thanks: 4 }],
      ['tumpal', 'Hasil hitungan: 412 penyeberang dalam tiga jam, 61 persen membawa barang. Kecepatan rata-rata kendaraan 38 km/jam, padahal batasnya 30.', { thanks: 16, agree: 7 }],
      ['bambang', 'Bekas gudang garam milik pemko, jadi halte di sana tidak perlu pembebasan. Jalurnya cukup lebar untuk ceruk bus sepanjang 14 meter.', { thanks: 11 }],
      ['fauziah', 'Mohon ada atap. Hujan di sini tidak main-main.', { agree: 15 }],
      ['jonas', 'Kapan kira-kira?', { meToo: 6 }],
      ['tumpal', '>{8} Kapan kira-kira?\n\nGaris penyeberangan dan pita penggaduh: pekan pertama Desember, memakai anggaran pemeliharaan. Halte masuk usulan 2027; kami tulis di sini bila disetujui.', { to: 8, thanks: 19, agree: 8 }],
      ['taufik', 'Mahasiswa teknik sipil kami bisa membuat gambar halte dengan bahan setempat sebagai tugas akhir.', { thanks: 7 }],
      ['tumpal', 'Tawaran diterima, Pak. Mari bicara Senin di kantor.', { to: 10, thanks: 3 }],
    ],
  },
  {
    in: 'perhubungan', kind: 'QUESTION', by: 'nursaida', title: 'Lampu jalan mati di depan SD, rawan kecelakaan', tags: ['lampu-jalan', 'sekolah'], days: [8, 5.2], accepted: 2, meToo: 7,
    text: 'Tiga tiang di depan SD Jalan Mawar mati sejak dua minggu lalu. Orang tua menjemput les sore dalam gelap.',
    replies: [
      ['tumpal', 'Nomor tiangnya HB-114 sampai HB-116, sudah kami catat. Kabelnya putus karena galian; perbaikan besok malam.', { thanks: 12 }],
      ['nursaida', 'Sudah menyala. Terima kasih.', { to: 2, thanks: 5 }],
      ['rido', 'Di gang dua Huta Tonga-Tonga juga satu. Boleh lapor di sini?', { meToo: 2 }],
      ['tumpal', 'Boleh, atau lewat SP4N-LAPOR supaya ada nomornya. Yang gang dua kami kerjakan Kamis.', { to: 4, thanks: 6 }],
    ],
  },
  {
    in: 'perhubungan', kind: 'DISCUSSION', by: 'fauziah', title: 'Parkir di Pasar Nauli: pedagang kehilangan tempat bongkar', tags: ['parkir', 'pasar'], days: [20, 9], agree: 9,
    text: 'Sejak marka baru, mobil pelanggan menempati tempat bongkar ikan. Kami membongkar di tengah jalan dan dimarahi. Bisakah jam bongkar diatur?',
    replies: [
      ['tumpal', 'Bu Fauziah, pukul berapa saja bongkar paling ramai?'],
      ['fauziah', 'Empat sampai tujuh pagi, lalu sebentar pukul dua siang.', { to: 2 }],
      ['ramli', 'Pukul 04.00–07.00 sepi pelanggan. Kalau ditetapkan khusus bongkar, petugas kami bisa berjaga sampai pukul enam.', { agree: 6 }],
      ['christine', 'Karcis parkir baru berlaku mulai 06.30, jadi tidak ada penerimaan yang hilang.', { thanks: 5 }],
      ['tumpal', 'Uji coba dua pekan mulai Senin: sisi utara khusus bongkar 04.00–07.00 dan 14.00–14.45.', { thanks: 14, agree: 9 }],
      ['fauziah', 'Minggu pertama lancar. Hanya rambunya kekecilan.', { to: 6, thanks: 7 }],
    ],
  },
  {
    in: 'perhubungan', kind: 'QUESTION', by: 'darwin', title: 'Jalan ke tangkahan Pancuran Dewa berlubang, truk es terguling', tags: ['jalan', 'nelayan'], days: [5, 0.5], meToo: 5, agree: 7,
    text: 'Lubang di tikungan kedua sudah sedalam setengah roda. Kemarin truk es terguling dan es untuk enam kapal terbuang.',
    replies: [
      ['sahat', 'Lokasi sudah kami lihat. Besok ditimbun sementara dengan sirtu, aspalnya menunggu tiga hari tanpa hujan.', { thanks: 11 }],
      ['darwin', 'Sudah ditimbun, truk bisa lewat pelan. Mohon aspalnya jangan lupa.', { to: 2, thanks: 6 }],
      ['yaman', 'Dari Disperikan: sementara itu es boleh diambil di gudang TPI, kuncinya pada Pak Ama Yosua.', { thanks: 9 }],
    ],
  },
  {
    in: 'perhubungan', kind: 'QUESTION', by: 'amir', title: 'Angkot nomor 05 tidak sampai ujung trayek malam hari', tags: ['angkot', 'trayek'], days: [22, 18], meToo: 4,
    text: 'Sesudah pukul 19.00 angkot 05 berputar di simpang, padahal trayeknya sampai Pancuran Bambu. Ibu-ibu pulang pasar berjalan satu kilometer.',
    replies: [
      ['tumpal', 'Izin trayek mewajibkan sampai pukul 20.00. Kami panggil koperasinya pekan ini.', { thanks: 8 }],
      ['amir', 'Baik, saya catat nomor pintunya kalau masih terjadi.'],
      ['tumpal', 'Koperasi sepakat: dua kendaraan bergiliran sampai 20.15. Bila melanggar, laporkan waktu dan nomor pintu di sini.', { thanks: 10, agree: 3 }],
    ],
  },
]
