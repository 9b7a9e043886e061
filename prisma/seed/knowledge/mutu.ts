import type { ArticleSeed } from './shape'

export const mutu: readonly ArticleSeed[] = [
  {
    in: 'mutu-pelayanan', kind: 'SOP', title: 'SOP menerima dan meneruskan pengaduan dalam tiga hari kerja', summary: 'Dari aduan masuk sampai sampai di unit yang tepat, dengan tenggat tiap langkah.', tags: ['pengaduan', 'sop', 'lapor'], by: 'dewi', checkedBy: 'parlindungan', days: 48, helpful: 37, unhelpful: 2,
    text: `## Tujuan

Tidak ada aduan yang salah alamat atau hilang. Warga tahu di mana aduannya berada.

## Tenggat

| Langkah | Paling lama |
| --- | --- |
| Verifikasi dan penerusan | 3 hari kerja |
| Tindak lanjut pertama oleh unit | 5 hari kerja |
| Permintaan informasi selesai | 5 hari kerja |
| Pengaduan tanpa pemeriksaan lapangan | 14 hari kerja |
| Pengaduan berkadar pengawasan | 60 hari kerja |

## Langkah

1. **Terima.** Dari loket, surat, forum, atau SP4N-LAPOR!. Beri nomor hari itu juga.
2. **Periksa kelengkapan.** Apa, di mana, kapan, bukti. Yang kurang ditanyakan sekali, dengan batas waktu.
3. **Golongkan.** Pengaduan, aspirasi, atau permintaan informasi; berkadar pengawasan atau tidak.
4. **Teruskan** kepada pejabat penghubung unit, dengan tenggat tertulis.
5. **Kabari pelapor**: nomor, unit, dan tanggal jawaban.

## Prinsip tanpa pintu salah

Aduan yang salah alamat **diteruskan**, tidak ditolak. Pelapor tidak diminta mengirim ulang.

## Kerahasiaan

Pelapor boleh memilih *anonim* (nama disembunyikan dari unit) atau *rahasia* (isi disembunyikan dari umum). Hormati keduanya, juga dalam disposisi.

## Dasar

Perpres 76/2013; PermenPANRB 62/2018 yang diganti PermenPANRB 5/2025. Tenggat dapat berubah; periksa acuan terbaru sebelum menetapkan SOP unit.`,
  },
  {
    in: 'mutu-pelayanan', kind: 'HOW_TO', title: 'Cara menghitung IKM dan membaca hasil SKM', summary: 'Dari lembar isian menjadi satu angka dan satu huruf, lalu menjadi rencana perbaikan.', tags: ['skm', 'ikm', 'survei'], by: 'dewi', checkedBy: 'parlindungan', days: 30, helpful: 54, unhelpful: 3,
    before: { text: 'Kalikan rata-rata tiap unsur dengan 0,11 lalu jumlahkan dan kalikan 25.', why: 'Bobot 0,11 menggeser nilai hampir satu angka; dipakai 1/9 yang tepat.' },
    text: `## Yang dihitung

Sembilan unsur: persyaratan, prosedur, waktu, biaya, produk, kompetensi pelaksana, perilaku pelaksana, sarana, dan penanganan pengaduan. Tiap jawaban bernilai 1 sampai 4.

## Langkah

1. Jumlahkan jawaban tiap unsur, bagi dengan banyaknya lembar yang terisi. Itulah nilai rata-rata per unsur.
2. Kalikan tiap rata-rata dengan **1/9**, bukan dengan 0,11.
3. Jumlahkan sembilan hasilnya. Itulah indeks, antara 1 dan 4.
4. Kalikan indeks dengan 25 untuk mendapat IKM, antara 25 dan 100. Bulatkan sekali saja, pada akhir, dua angka di belakang koma.

> [!WARNING]
> Jangan memakai 0,11 sebagai ganti 1/9: hasilnya terlalu rendah hampir satu angka, dan unit turun satu golongan tanpa sebab.

## Membaca hasilnya

| IKM | Mutu | Kinerja unit |
| --- | --- | --- |
| 88,31 – 100,00 | A | Sangat baik |
| 76,61 – 88,30 | B | Baik |
| 65,00 – 76,60 | C | Kurang baik |
| 25,00 – 64,99 | D | Tidak baik |

## Contoh

29 responden, jumlah seluruh jawaban 955. IKM = 955 : (29 × 9) × 25 = **91,48**, mutu A.

## Setelah angka

Angka hanya pintu. Ambil dua unsur terendah, tulis satu tindakan untuk masing-masing dengan nama dan tanggal, lalu umumkan. Berapa responden yang cukup, lihat [[Menentukan jumlah responden]].

Dasar: PermenPANRB 14/2017.`,
  },
  {
    in: 'mutu-pelayanan', kind: 'HOW_TO', title: 'Menentukan jumlah responden survei kepuasan', summary: 'Tabel singkat menurut jumlah pengguna layanan setahun, dan cara mengambilnya dengan adil.', tags: ['skm', 'survei', 'data'], by: 'dewi', checkedBy: 'parlindungan', days: 61, helpful: 16, unhelpful: 1,
    text: `## Tabel yang sering dipakai

| Pengguna setahun | Responden |
| --- | --- |
| 10 | 10 |
| 50 | 44 |
| 100 | 80 |
| 200 | 132 |
| 500 | 217 |
| 1.000 | 278 |
| 5.000 | 357 |
| 10.000 | 370 |

Angka di antaranya dihitung dengan rumus Krejcie dan Morgan. Layanan dengan 1.240 pengguna memerlukan **293** responden.

## Mengambil dengan adil

1. Sebar sepanjang jam layanan: 08.00–12.00 dan 13.00–17.00.
2. Sebar sepanjang pekan. Senin saja membuat hasil lebih buruk daripada kenyataan.
3. Pilih setiap pengunjung ke-*n*, bukan yang tampak ramah.
4. Bantu yang tidak dapat membaca, tetapi jangan oleh petugas yang melayaninya.

## Yang tidak ditanyakan

Nama dan nomor telepon tidak diperlukan. Cukup kelompok umur, pendidikan, pekerjaan, dan jenis layanan. Hasil kelompok yang kurang dari lima orang tidak ditampilkan.

Cara menghitung nilainya ada di [[Cara menghitung IKM]].`,
  },
  {
    in: 'mutu-pelayanan', kind: 'REGULATION_SUMMARY', title: 'Standar Pelayanan: 14 komponen dan contoh pengisian', summary: 'Enam komponen dipampang di tempat layanan, delapan untuk dapur; dengan contoh satu kalimat masing-masing.', tags: ['standar-pelayanan', 'peraturan'], by: 'dewi', checkedBy: 'parlindungan', days: 80, helpful: 44, unhelpful: 3,
    text: `## Enam yang dipampang

| Komponen | Contoh kalimat yang baik |
| --- | --- |
| Persyaratan | KTP-el, KK, dan surat lahir. Tidak ada yang lain. |
| Prosedur | Ambil nomor, serahkan, tunggu panggilan, periksa, ambil. |
| Jangka waktu | 3 hari kerja sejak berkas lengkap. |
| Biaya | Gratis. |
| Produk | Kutipan akta kelahiran. |
| Pengaduan | Loket informasi, forum Balai, SP4N-LAPOR!. |

## Delapan untuk dapur

Dasar hukum; sarana dan prasarana; kompetensi pelaksana; pengawasan internal; jumlah pelaksana; jaminan pelayanan; jaminan keamanan; evaluasi kinerja pelaksana.

## Artinya bagi pekerjaan kita

- Tulis janji yang dapat ditepati pada hari tersibuk, bukan pada hari terbaik.
- Bila waktu tergantung unit lain, sebutkan unit itu.
- Tempelkan maklumat pelayanan bersama standarnya.

## Kesalahan yang sering

"Sesuai peraturan yang berlaku" bukan isi. "Fotokopi secukupnya" bukan persyaratan. Sebut jumlahnya.

## Sumber

UU 25/2009 Pasal 21; PermenPANRB 15/2014. Rancangan standar dibahas bersama warga lewat [[Menyelenggarakan Forum Konsultasi Publik]].`,
  },
  {
    in: 'mutu-pelayanan', kind: 'HOW_TO', title: 'Menyelenggarakan Forum Konsultasi Publik yang benar-benar mendengar', summary: 'Undangan, acara, berita acara, dan kabar tindak lanjut dalam empat pekan.', tags: ['konsultasi', 'warga'], by: 'parlindungan', checkedBy: 'dewi', days: 102, helpful: 12, unhelpful: 1,
    text: `Forum konsultasi publik mempertemukan penyelenggara dan warga tentang rancangan kebijakan, standar pelayanan, atau hasil survei.

## Sebelum

1. Pilih satu hal yang masih dapat berubah. Mengonsultasikan yang sudah diputuskan merusak kepercayaan.
2. Undang pengguna layanan, organisasi masyarakat, ahli, dan media. Sebut apa yang ditanyakan dalam satu kalimat.
3. Buka juga topik *Konsultasi* di forum, dua pekan sebelum pertemuan.

## Saat pertemuan

- Lima menit penjelasan, sisanya mendengar.
- Catat usul dengan kata-kata pengusulnya.
- Tunjuk satu orang yang hanya menjaga waktu giliran.

## Sesudah

1. Berita acara ditandatangani wakil warga dan penyelenggara.
2. Tiap usul mendapat putusan: diterima, sebagian, atau ditolak **dengan alasan**.
3. Umumkan dalam sepuluh hari kerja, juga di topik forumnya.

## Ukuran berhasil

Bukan jumlah hadirin, melainkan berapa usul yang terlihat jejaknya tiga bulan kemudian.

Dasar: PermenPANRB 16/2017.`,
  },
  {
    in: 'mutu-pelayanan', kind: 'HOW_TO', title: 'Menyapa dan menanyakan keperluan dalam sepuluh detik', summary: 'Kalimat pembuka di loket yang menghemat lima menit bagi semua orang.', tags: ['loket', 'perilaku'], by: 'melva', checkedBy: 'dewi', days: 44, helpful: 31, unhelpful: 2,
    text: `## Mengapa

Dalam survei, unsur perilaku dan prosedur naik bersama. Orang yang disapa dulu lebih mudah menerima bahwa berkasnya kurang.

## Tiga kalimat

1. "Selamat pagi, Bapak atau Ibu hendak mengurus apa?"
2. "Boleh saya lihat berkasnya sebentar, agar Anda tidak menunggu percuma?"
3. "Ini sudah lengkap; nomor Anda dipanggil sekitar pukul sembilan seperempat."

## Bila berkas kurang

Sebut **yang kurang**, **di mana mendapatkannya**, dan **apakah harus antre lagi**. Tulis di kertas kecil. Warga yang kembali pada hari yang sama langsung ke meja periksa.

## Bila orang marah

- Dengarkan sampai selesai, tanpa menyela.
- Ulangi pokoknya: "Jadi Ibu sudah datang tiga kali."
- Katakan satu hal yang dapat Anda lakukan sekarang.
- Bila tidak dapat, panggil kepala loket sebelum suara meninggi.

## Bahasa

Pakai Anda, Bapak, Ibu. Bahasa daerah boleh bila warga memulainya. Hindari singkatan kantor.`,
  },
  {
    in: 'mutu-pelayanan', kind: 'HOW_TO', title: 'Menjawab permintaan informasi publik dalam sepuluh hari kerja', summary: 'Siapa yang menjawab, kapan boleh diperpanjang, dan apa yang dikecualikan.', tags: ['ppid', 'informasi'], by: 'parlindungan', checkedBy: 'dewi', days: 380, overdue: 15, helpful: 9, unhelpful: 4,
    text: `## Tenggat

Jawaban dalam **10 hari kerja**, dapat diperpanjang **7 hari kerja** dengan alasan tertulis.

## Langkah

1. Catat permintaan pada hari diterima dan beri nomor.
2. Tanyakan bila tidak jelas, sekali saja.
3. Periksa golongan informasinya: berkala, serta-merta, setiap saat, atau dikecualikan.
4. Minta dokumen kepada unit, dengan batas waktu lima hari kerja.
5. Hitamkan data pribadi: NIK, alamat rumah, nomor telepon.
6. Jawab lewat saluran yang diminta pemohon.

## Bila ditolak

Sebut alasan, pasalnya, dan hak mengajukan keberatan. Penolakan tanpa alasan adalah sebab keberatan yang paling sering.

## Lebih baik mencegah

Umumkan yang sering diminta: anggaran ringkas, daftar layanan, hasil survei, dan notulen konsultasi.

Dasar: UU 14/2008.`,
  },
  {
    in: 'mutu-pelayanan', kind: 'SOP', title: 'Membuka dan menutup loket tepat waktu', summary: 'Daftar periksa 15 menit sebelum buka dan sesudah tutup.', tags: ['loket', 'sop'], by: 'roslina', checkedBy: 'dewi', days: 15, state: 'review',
    text: `## Sebelum buka, pukul 07.45

- [ ] Komputer, pencetak, dan mesin antrean menyala
- [ ] Kertas dan tinta cukup sampai siang
- [ ] Loket prioritas diberi tanda dan kursi
- [ ] Papan waktu tunggu menunjuk angka hari ini

## Sesudah tutup

- [ ] Nomor terakhir dilayani, juga bila lewat pukul tutup
- [ ] Berkas warga masuk lemari terkunci
- [ ] Layar terkunci, catatan di meja dibersihkan dari data pribadi
- [ ] Satu kalimat untuk besok di buku jaga

## Bila hanya satu petugas

Buka tepat waktu dengan satu loket, umumkan perkiraan tunggu, dan minta bantuan kelurahan tetangga lewat grup. Menunda buka tanpa kabar lebih mahal daripada antrean.`,
  },
  {
    in: 'mutu-pelayanan', kind: 'REGULATION_SUMMARY', title: 'Tenggat pengaduan menurut aturan 2018', summary: 'Aturan lama yang sering masih dikutip; lihat penggantinya.', tags: ['pengaduan', 'peraturan'], by: 'dewi', checkedBy: 'parlindungan', days: 400, state: 'obsolete', successor: 'SOP menerima dan meneruskan pengaduan',
    text: `## Pokok isi

PermenPANRB 62/2018 menetapkan pengelolaan pengaduan nasional: tiga hari kerja untuk verifikasi dan penerusan, lima hari untuk permintaan informasi, 14 hari untuk pengaduan biasa, dan 60 hari untuk yang berkadar pengawasan.

## Artinya bagi pekerjaan kita

Setiap unit menunjuk pejabat penghubung dan melaporkan tindak lanjutnya.

## Yang berubah

Aturan ini diganti PermenPANRB 5/2025. Halaman ini disimpan agar rujukan lama tetap terbaca.`,
  },
]
