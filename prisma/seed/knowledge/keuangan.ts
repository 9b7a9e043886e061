import type { ArticleSeed } from './shape'

export const keuangan: readonly ArticleSeed[] = [
  {
    in: 'keuangan', kind: 'HOW_TO', title: 'Menyusun anggaran kas: contoh dan kesalahan umum', summary: 'Membagi pagu menurut bulan kegiatan benar-benar terjadi, dengan lima kesalahan yang berulang.', tags: ['anggaran', 'kas', 'sipd'], by: 'aisyah', checkedBy: 'aisyah', days: 49, helpful: 26, unhelpful: 2,
    text: `## Prinsip

Anggaran kas adalah janji kapan uang keluar. Bila tidak ditepati, unit lain yang kekurangan.

## Langkah

1. Daftar semua pembayaran tetap: gaji, listrik, langganan.
2. Letakkan kegiatan pada bulan **pembayaran**, bukan bulan rapat. Pengadaan biasanya dibayar sebulan setelah selesai.
3. Sebarkan perjalanan dinas menurut rencana kerja, bukan dibagi dua belas.
4. Sisakan triwulan keempat untuk yang benar-benar menunggu, bukan untuk semuanya.
5. Cocokkan dengan kas daerah sebelum ditetapkan.

## Contoh

| Kegiatan | Pagu | Tw I | Tw II | Tw III | Tw IV |
| --- | --- | --- | --- | --- | --- |
| Pelatihan loket | 40 juta | 0 | 25 juta | 15 juta | 0 |
| Pemeliharaan kendaraan | 24 juta | 6 juta | 6 juta | 6 juta | 6 juta |

## Kesalahan umum

- Semua di bulan Desember.
- Lupa termin terakhir pekerjaan konstruksi.
- Membagi rata karena mudah.
- Mengubah tanpa memberi tahu bendahara.
- Menulis angka bulat tanpa kegiatan di belakangnya.`,
  },
  {
    in: 'keuangan', kind: 'SOP', title: 'Menyusun SPJ kegiatan yang tidak dikembalikan', summary: 'Urutan dokumen, siapa menandatangani, dan daftar periksa sebelum diserahkan.', tags: ['spj', 'sop'], by: 'herlina', checkedBy: 'aisyah', days: 41, helpful: 38, unhelpful: 3,
    text: `## Tujuan

SPJ lengkap pada serahan pertama, paling lambat lima hari kerja setelah kegiatan.

## Urutan berkas

1. Surat tugas atau undangan
2. Daftar hadir dengan tanda tangan asli
3. Foto kegiatan, tiga lembar, ada tanggalnya
4. Kuitansi dan bukti pajak
5. Laporan singkat: apa yang dicapai, bukan jalannya acara

## Daftar periksa

- [ ] Nama pada kuitansi sama dengan pada kontrak
- [ ] Tanggal kuitansi tidak mendahului kegiatan
- [ ] Pajak dihitung dan bukti setor terlampir
- [ ] Jumlah orang makan sama dengan daftar hadir
- [ ] Meterai pada nilai yang mensyaratkannya

## Sebab tersering dikembalikan

Selisih jumlah peserta dengan konsumsi, dan kuitansi ditandatangani orang yang tidak ada di struktur.

## Setelah selesai

Satu salinan pindaian disimpan di folder unit selama lima tahun, dengan nama yang dapat dicari: tahun, kegiatan, jumlah.`,
  },
  {
    in: 'keuangan', kind: 'QUESTION_ANSWER', title: 'Bolehkah honor narasumber bagi ASN sendiri', summary: 'Kapan boleh, kapan tidak, dan apa yang harus ada di surat tugas.', tags: ['honor', 'narasumber'], by: 'endang', checkedBy: 'aisyah', days: 37, helpful: 29, unhelpful: 4, topic: 'Honor narasumber',
    text: `## Pertanyaan

Pegawai kami menjadi narasumber di kegiatan unit lain. Bolehkah dibayar?

## Jawaban singkat

Boleh bila **di luar tugas jabatannya** dan di luar jam kerja atau dengan penugasan tertulis; tidak boleh bila itu memang tugasnya.

## Penjelasan

1. Surat tugas menyebut kegiatan, hari, dan jam.
2. Tarif mengikuti standar biaya yang berlaku di kota; lampirkan halamannya.
3. Pajak dipotong sesuai golongan.
4. Narasumber dari unit penyelenggara sendiri tidak dibayar.

## Bila pihak luar yang membayar

Terima lewat instansi, bukan pribadi. Batasannya ada di [[Batasan gratifikasi dalam pelatihan]].

## Kesalahan yang sering

Membayar dua kali untuk hari yang sama karena dua kegiatan tercatat terpisah.`,
  },
  {
    in: 'keuangan', kind: 'HOW_TO', title: 'Membeli lewat e-katalog ketika barang datang berbeda', summary: 'Catat, tolak sebagian, dan minta penggantian tanpa menyalahi kontrak.', tags: ['pengadaan', 'e-katalog'], by: 'yulia', checkedBy: 'aisyah', days: 44, helpful: 18, unhelpful: 2, topic: 'Membeli lewat e-katalog',
    text: `## Saat barang tiba

1. Buka di depan pengirim. Bandingkan merek, tipe, dan jumlah dengan pesanan.
2. Foto segel, kemasan, dan nomor seri.
3. Tulis pada berita acara: sesuai, sebagian, atau tidak sesuai. Jangan menandatangani yang tidak Anda lihat.

## Bila merek atau tipe berbeda

- Tolak bagian yang berbeda, terima yang sesuai.
- Beri tahu penyedia tertulis hari itu juga, dengan foto.
- Minta penggantian dalam waktu yang tertulis di kontrak, biasanya tujuh hari.

## Bila terlanjur dipakai

Berhenti memakai, catat yang sudah terpakai, dan bicarakan dengan pejabat pengadaan sebelum pembayaran. Membayar dulu membuat penggantian lama sekali.

## Kapan melapor

Bila penyedia tidak menjawab dalam tiga hari kerja, laporkan ke bagian pengadaan dan lampirkan seluruh percakapan.`,
  },
  {
    in: 'keuangan', kind: 'LESSON_LEARNED', title: 'Yang saya pelajari pada tahun pertama sebagai PPTK', summary: 'Enam hal yang sebaiknya diketahui sebelum kegiatan pertama berjalan.', tags: ['pptk', 'pelaksanaan'], by: 'bambang', checkedBy: 'aisyah', days: 57, helpful: 42, unhelpful: 1, topic: 'Pengalaman pertama menjadi PPTK',
    text: `## Yang terjadi

Kegiatan pertama saya selesai tepat waktu, tetapi pembayaran tertunda dua bulan. Hampir semuanya dapat dicegah.

## Yang saya pelajari

1. Baca dokumen anggaran baris demi baris sebelum menyusun jadwal. Dua belanja ternyata di unit lain.
2. Kenali bendahara dan pejabat pengadaan pada pekan pertama, bukan saat menagih.
3. Tulis perubahan begitu terjadi. Ingatan berbeda setelah tiga bulan.
4. Simpan foto tiap tahap pekerjaan, dengan tanggal.
5. Uang muka bukan hadiah; siapkan jaminannya.
6. Rapat kecil 15 menit tiap Senin mencegah rapat besar tiga jam.

## Lain kali

Saya akan meminta seorang rekan yang sudah pernah menjadi PPTK membaca rencana saya, sebelum diajukan.

## Untuk yang baru

> [!WARNING]
> Jangan menandatangani berita acara yang tidak Anda saksikan. Itu satu-satunya hal yang tidak dapat diperbaiki kemudian.`,
  },
  {
    in: 'keuangan', kind: 'HOW_TO', title: 'Membaca laporan realisasi dalam lima menit', summary: 'Tiga angka yang perlu dilihat pimpinan setiap bulan.', tags: ['realisasi', 'laporan'], by: 'aisyah', checkedBy: 'aisyah', days: 14, state: 'draft',
    text: `## Tiga angka

1. **Persen realisasi dibanding rencana kas bulan itu**, bukan dibanding pagu setahun.
2. **Kontrak yang belum berjalan** padahal sudah ditandatangani.
3. **Belanja yang sama pada bulan yang sama tahun lalu.**

## Cara membaca

Realisasi 40 % pada bulan Juni dapat berarti baik atau buruk; tergantung rencana kasnya. Bila rencana 60 %, ada yang tertahan.

## Pertanyaan untuk rapat

- Apa yang tertunda dan apa yang menahannya?
- Apakah perlu menggeser, atau menunggu?`,
  },
]
