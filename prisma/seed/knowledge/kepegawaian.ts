import type { ArticleSeed } from './shape'

export const kepegawaian: readonly ArticleSeed[] = [
  {
    in: 'kepegawaian', kind: 'HOW_TO', title: 'Cara mencatat jam pelajaran dan mengunggah bukti', summary: 'Satu JP 45 menit: apa yang dihitung, bukti apa yang diterima, dan siapa yang memeriksa.', tags: ['jp', 'bangkom', 'bukti'], by: 'melva', checkedBy: 'parlindungan', days: 27, helpful: 61, unhelpful: 5,
    text: `## Aturan dasar

- 1 JP = **45 menit** (PerLAN 5/2018).
- PNS paling sedikit 20 JP setahun.
- Bagi PPPK, pengembangan diberikan paling banyak 24 JP dalam satu tahun perjanjian, lewat penugasan tertulis (PP 49/2018, PerLAN 15/2020).

## Yang dihitung

| Kegiatan | JP |
| --- | --- |
| Pelatihan berkurikulum, bimtek, e-learning | sesuai sertifikat |
| Coaching atau mentoring | 2 tiap sesi, paling banyak 2 sesi sebulan |
| Belajar mandiri | paling banyak 2 sehari |
| Komunitas belajar | paling banyak 2 tiap pertemuan |
| Magang | 20 tiap kegiatan |

## Langkah

1. Simpan sertifikat sebagai PDF, satu berkas satu kegiatan.
2. Periksa nama, tanggal, penyelenggara, dan jumlah JP.
3. Unggah dan pilih jenisnya. Tulis satu kalimat: apa yang Anda pakai di pekerjaan.
4. Kasubbag kepegawaian memeriksa dalam lima hari kerja.

## Yang sering ditolak

Undangan tanpa sertifikat, sertifikat tanpa JP, dan dua bukti untuk kegiatan yang sama. Untuk coaching, isi formulir sesi seperti di [[Panduan coaching 45 menit]].`,
  },
  {
    in: 'kepegawaian', kind: 'HOW_TO', title: 'Menyusun SKP dengan indikator yang terukur', summary: 'Dari uraian tugas menjadi hasil kerja yang dapat dilihat orang lain.', tags: ['skp', 'kinerja'], by: 'parlindungan', checkedBy: 'melva', days: 53, helpful: 47, unhelpful: 6, topic: 'SKP: indikator',
    text: `## Tiga pertanyaan

1. **Siapa** yang terbantu oleh hasil kerja saya?
2. **Apa** yang berubah baginya?
3. **Bagaimana** orang lain tahu bahwa itu terjadi?

## Dari tugas ke hasil

| Uraian tugas | Hasil kerja yang terukur |
| --- | --- |
| Melayani pemohon | 90 % permohonan lengkap selesai dalam 3 hari kerja |
| Membuat laporan | Laporan terbit paling lambat tanggal 5, tanpa pengembalian |
| Membina kelurahan | 17 kelurahan menyampaikan data tanpa diminta ulang |

## Bila pekerjaan menunggu pihak lain

Ukur bagian Anda: waktu dari berkas masuk sampai diteruskan, dan berapa yang kembali karena kurang.

## Perilaku kerja

BerAKHLAK: berorientasi pelayanan, akuntabel, kompeten, harmonis, loyal, adaptif, kolaboratif. Sepakati satu contoh nyata untuk tiap nilai dengan atasan.

## Predikat

| Hasil kerja | Perilaku sesuai | Perilaku di atas |
| --- | --- | --- |
| Di atas ekspektasi | Baik | Sangat baik |
| Sesuai ekspektasi | Baik | Baik |
| Di bawah ekspektasi | Butuh perbaikan | Butuh perbaikan |

Dasar: PermenPANRB 6/2022.`,
  },
  {
    in: 'kepegawaian', kind: 'HOW_TO', title: 'Panduan coaching 45 menit untuk atasan langsung', summary: 'Empat tahap, pertanyaan yang membuka, dan apa yang dicatat.', tags: ['coaching', 'atasan'], by: 'melva', checkedBy: 'parlindungan', days: 60, helpful: 39, unhelpful: 2, topic: 'Apa beda coaching dan mentoring',
    text: `## Beda coaching dan mentoring

Coaching membantu orang menemukan jalannya sendiri lewat pertanyaan. Mentoring memindahkan pengalaman dari yang lebih tahu. Keduanya sah, asal disepakati di awal.

## Empat tahap

1. **Tujuan, 5 menit.** "Apa yang ingin Anda bawa pulang dari 45 menit ini?"
2. **Keadaan, 15 menit.** "Apa yang sudah dicoba? Apa yang terjadi?"
3. **Pilihan, 15 menit.** "Apa lagi? Bila tidak ada batasan, apa yang Anda lakukan?"
4. **Janji, 10 menit.** "Apa satu langkah sebelum Jumat, dan siapa yang tahu?"

## Yang dilakukan atasan

- Diam sampai tiga tarikan napas setelah bertanya.
- Tidak memberi jawaban pada 30 menit pertama.
- Mencatat kata-kata bawahan, bukan tafsirnya.

## Yang dicatat

Tanggal, pokok bahasan, janji, dan waktu bertemu lagi. Satu sesi dihitung 2 JP, paling banyak dua sesi sebulan.

## Bila macet

Kembali ke tujuan. Bila masalahnya kewenangan atau sarana, itu tugas atasan, bukan bahan coaching.`,
  },
  {
    in: 'kepegawaian', kind: 'QUESTION_ANSWER', title: 'Pertanyaan yang sering diajukan tentang PPPK dan pengembangan kompetensi', summary: 'Hak, batas 24 JP, penugasan tertulis, dan apa yang terjadi saat perjanjian berakhir.', tags: ['pppk', 'jp'], by: 'parlindungan', checkedBy: 'melva', days: 72, helpful: 33, unhelpful: 3,
    text: `## Apakah PPPK berhak ikut pelatihan?

Ya. Setiap ASN wajib mengembangkan kompetensi (UU 20/2023 Pasal 49). Bagi PPPK, pelaksanaannya lewat penugasan tertulis dari pejabat yang berwenang.

## Mengapa ada angka 24 JP?

Peraturan pelaksana menyebut **paling banyak** 24 JP dalam satu tahun perjanjian. Itu batas yang dihitung sebagai hak, bukan batas belajar. Belajar mandiri boleh lebih.

## Untuk apa saja?

Mendukung tugas, memperkaya kompetensi teknis, penghargaan, dan tuntutan kebijakan.

## Apakah pengajuannya berbeda dengan PNS?

Lewat jalur yang sama di unit, ditambah surat penugasan. Simpan suratnya bersama sertifikat.

## Bagaimana bila perjanjian berakhir?

Bukti tetap milik Anda dan tetap tercatat. Bila diangkat lagi di instansi lain, bawa sertifikat aslinya.

## Lihat juga

[[Cara mencatat jam pelajaran]] dan [[Mengusulkan pelatihan untuk tahun depan]].`,
  },
  {
    in: 'kepegawaian', kind: 'HOW_TO', title: 'Mengusulkan pelatihan untuk tahun depan', summary: 'Dari kesenjangan kompetensi menjadi usulan yang masuk rencana dan anggaran.', tags: ['pelatihan', 'perencanaan', 'bangkom'], by: 'melva', checkedBy: 'parlindungan', days: 95, helpful: 17, unhelpful: 2,
    text: `## Mulai dari pekerjaan, bukan dari brosur

Tulis satu kesulitan nyata dengan angkanya: pengembalian berkas, keluhan, keterlambatan.

## Langkah

1. Bandingkan tingkat kompetensi yang diminta jabatan dengan tingkat sekarang. Selisihnya adalah kebutuhan.
2. Tanyakan apakah pelatihan memang obatnya. Bila masalahnya formulir yang membingungkan, perbaiki formulirnya.
3. Pilih bentuk yang paling ringan: coaching, magang, komunitas belajar, lalu pelatihan.
4. Sebut siapa, berapa orang, kapan, dan bagaimana hasilnya diukur.
5. Kirim ke kasubbag kepegawaian sebelum akhir Agustus.

## Yang membuat usulan diterima

- Ada satu ukuran sebelum dan sesudah.
- Ada pengganti selama peserta belajar.
- Lebih dari satu unit memerlukannya.

## Setelah pelatihan

Atasan menilai penerapannya tiga sampai enam bulan kemudian. Tulis janji itu sejak usulan.`,
  },
  {
    in: 'kepegawaian', kind: 'HOW_TO', title: 'Mengukur apakah pelatihan mengubah pekerjaan', summary: 'Empat tingkat evaluasi dan satu pertanyaan yang paling berguna.', tags: ['evaluasi', 'pelatihan'], by: 'melva', checkedBy: 'parlindungan', days: 120, helpful: 14, unhelpful: 1,
    text: `## Empat tingkat

| Tingkat | Yang ditanyakan | Kapan |
| --- | --- | --- |
| 1 Reaksi | Apakah peserta puas dan merasa perlu? | hari terakhir |
| 2 Pembelajaran | Apakah pengetahuannya naik? | prates dan pascates |
| 3 Perilaku | Apakah dipakai di tempat kerja? | 3 sampai 6 bulan |
| 4 Hasil | Apakah ukuran unit berubah? | 6 sampai 12 bulan |

## Cara yang ringan

1. Sebelum berangkat, peserta menulis satu hal yang akan dilakukannya berbeda.
2. Tiga bulan kemudian atasan membacanya kembali dan menilai: belum, sebagian, atau sudah.
3. Tanyakan juga penghalangnya. Separuh alasan tidak menerapkan ada di luar peserta.

## Kenaikan nilai

Gunakan (pascates − prates) : (100 − prates). Prates 55 dan pascates 82 memberi 27 : 45 = **0,60**, tergolong sedang.

## Putusan

Ulang, perbaiki, atau hentikan; tuliskan alasannya agar tahun depan tidak mengulang perdebatan.`,
  },
  {
    in: 'kepegawaian', kind: 'QUESTION_ANSWER', title: 'Bagaimana indeks profesionalitas ASN dihitung', summary: 'Empat dimensi, bobotnya, dan hal yang paling mudah menaikkan nilai unit.', tags: ['ip-asn', 'kinerja'], by: 'parlindungan', checkedBy: 'melva', days: 390, overdue: 25, helpful: 22, unhelpful: 7,
    text: `## Jawaban singkat

Kualifikasi 25, kompetensi 40, kinerja 30, disiplin 5; dijumlahkan sampai 100.

## Penjelasan

| Dimensi | Contoh |
| --- | --- |
| Kualifikasi | S-3 25, S-2 20, S-1 atau D-IV 15, D-III 10 |
| Kompetensi pelaksana | pelatihan teknis 20 JP 22,5 dan seminar 17,5 |
| Kinerja | menurut nilai atau predikat tahun lalu |
| Disiplin | tanpa hukuman 5 |

Golongan: 91–100 sangat tinggi, 81–90 tinggi, 71–80 sedang, 61–70 rendah.

## Yang paling mudah diperbaiki

Bukti pelatihan yang ada tetapi belum dicatat. Sebelum mengejar pelatihan baru, periksa map sertifikat tiap pegawai dan ikuti [[Cara mencatat jam pelajaran]].

## Catatan

Skema ini sedang direvisi sejak 2023. Pakai sebagai gambaran, bukan dasar keputusan, sampai aturan barunya terbit. Dasar saat ini: PermenPANRB 38/2018 dan Peraturan BKN 8/2019.`,
    notes: [{ by: 'meriba', text: 'Apakah PPPK sudah dihitung? Di sini belum disebut.' }],
  },
  {
    in: 'kepegawaian', kind: 'GOOD_PRACTICE', title: 'Magang dua pekan antar unit', summary: 'Auditor duduk di loket, petugas loket duduk di perencanaan: yang berubah setelahnya.', tags: ['magang', 'antar-unit'], by: 'rahmadani', checkedBy: 'parlindungan', days: 77, helpful: 16, unhelpful: 0, topic: 'Magang dua minggu di loket DPMPTSP',
    text: `## Yang kami lakukan

1. Dua pegawai bertukar tempat selama sepuluh hari kerja, dengan surat tugas dan satu pembimbing.
2. Tiap hari menulis tiga kalimat: yang dilihat, yang mengejutkan, yang dapat dicoba.
3. Hari terakhir dipakai menjelaskan kepada unit asal, satu jam.

## Hasil

- Formulir pemeriksaan dipangkas dari tujuh halaman menjadi tiga, karena auditor melihat siapa yang mengisinya.
- Loket memakai daftar periksa temuan yang paling sering.
- Kedua pegawai masih saling menelepon, dan itu menyelesaikan dua masalah kecil sebelum menjadi temuan.

## Syarat agar berguna

Tugasnya nyata, bukan melihat-lihat. Data pribadi tetap mengikuti aturan unit penerima.

## Dihitung

Magang dihitung 20 JP tiap kegiatan.`,
  },
]
