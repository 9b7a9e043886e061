import type { ArticleSeed } from './shape'

const dasar = 'UU 25/2009 tentang Pelayanan Publik; PermenPANRB 15/2014'

export const kesehatan: readonly ArticleSeed[] = [
  {
    in: 'kesehatan-sosial', kind: 'SERVICE', title: 'Berobat pertama kali di puskesmas', summary: 'Apa yang dibawa, jam yang paling sepi, dan apa yang terjadi sesudah nomor dipanggil.', tags: ['puskesmas', 'kesehatan'], by: 'sri', checkedBy: 'liana', days: 40, helpful: 26, unhelpful: 2,
    service: { requirements: 'KTP-el atau kartu keluarga\nKartu jaminan kesehatan bila ada', procedure: 'Daftar, periksa tanda vital, dokter atau bidan, obat', duration: 'Sekitar 60 menit pada hari biasa', cost: 'Gratis bagi peserta jaminan kesehatan yang terdaftar di puskesmas itu', product: 'Pemeriksaan, obat, atau rujukan', complaints: 'Kotak saran, loket informasi, atau forum Balai', legalBasis: dasar },
    text: `## Sebelum berangkat

Puskesmas paling sepi pukul 10.30 sampai 12.00. Senin pagi paling ramai. Lansia dilayani di loket prioritas, seperti di [[Loket prioritas lansia]].

## Langkah di puskesmas

1. Ambil nomor menurut keperluan: umum, ibu dan anak, gigi, atau imunisasi.
2. Di pendaftaran, sebutkan alergi obat dan obat yang sedang diminum.
3. Perawat mengukur tekanan darah dan suhu sebelum dokter.
4. Ambil obat. Tanyakan kapan diminum dan apa tandanya harus kembali.

## Bila perlu rujukan

Rujukan diberikan menurut keadaan, bukan permintaan. Surat rujukan berlaku untuk rumah sakit dan poli yang tertulis di dalamnya.

## Bila keadaan gawat

Langsung ke IGD, tanpa nomor dan tanpa rujukan. Berkas diurus sesudah pasien ditangani.`,
  },
  {
    in: 'kesehatan-sosial', kind: 'HOW_TO', title: 'Menyimpan obat di rumah dengan benar', summary: 'Suhu, wadah, dan tanda obat yang tidak boleh lagi diminum.', tags: ['obat', 'kesehatan'], by: 'liana', checkedBy: 'sri', days: 33, helpful: 18, unhelpful: 0,
    text: `## Tempat

- Kering dan teduh, bukan di atas kulkas atau di dekat kompor.
- Jauh dari jangkauan anak, dan dalam bungkus aslinya.
- Insulin dan sirop tertentu di kulkas bagian tengah, bukan di pintu atau pembeku.

## Antibiotik sirop kering

Setelah dicampur air, tulis tanggalnya. Kebanyakan bertahan tujuh sampai 14 hari. Sisanya dibuang, jangan disimpan untuk sakit berikutnya.

## Jangan diminum bila

1. Tablet berubah warna, lembek, atau berbau.
2. Sirop terpisah dan tidak menyatu setelah dikocok.
3. Tanggal kedaluwarsa lewat, termasuk tanggal setelah kemasan dibuka.

## Membuang obat

Keluarkan dari bungkus, campur dengan ampas kopi atau tanah, masukkan ke kantong tertutup. Puskesmas menerima obat kedaluwarsa tiap awal bulan.

> [!IMPORTANT]
> Jangan membuang obat ke saluran air.`,
  },
  {
    in: 'kesehatan-sosial', kind: 'SERVICE', title: 'Mengajukan alat bantu bagi penyandang disabilitas', summary: 'Kursi roda, kruk, dan alat dengar: siapa yang menilai dan berapa lama menunggu.', tags: ['disabilitas', 'bantuan-sosial'], by: 'lasmaria', checkedBy: 'sri', days: 58, helpful: 11, unhelpful: 1, topic: 'Kursi roda untuk ibu saya',
    service: { requirements: 'KTP-el dan KK\nSurat keterangan dokter puskesmas\nFoto seluruh badan pemohon', procedure: 'Lapor ke kelurahan atau Dinsos, kunjungan rumah, penetapan, penyerahan', duration: '10 hari kerja sampai penetapan; penyerahan mengikuti persediaan', cost: 'Gratis', product: 'Alat bantu dan cara memakainya', complaints: 'Dinas Sosial, forum Balai, SP4N-LAPOR!', legalBasis: dasar },
    text: `## Siapa yang dapat mengajukan

Warga Sibolga yang memerlukan alat bantu, keluarga, kader, atau lurah atas namanya. Tidak harus terdaftar sebagai penerima bantuan lain.

## Langkah

1. Minta surat keterangan di puskesmas. Sebutkan kegiatan apa yang sulit dilakukan; itu menentukan jenis alatnya.
2. Serahkan berkas di kelurahan. Lurah meneruskannya dalam dua hari kerja.
3. Pekerja sosial berkunjung dan mengukur. Kursi roda yang salah ukuran membuat luka tekan.
4. Alat diserahkan bersama latihan memakainya, sekitar setengah jam.

## Sambil menunggu

Dinsos meminjamkan kursi roda dan kruk untuk tiga bulan. Tanyakan saat kunjungan rumah.

## Perawatan

Periksa rem dan tekanan ban sebulan sekali. Kerusakan kecil diperbaiki di bengkel yang ditunjuk, tanpa biaya.`,
  },
  {
    in: 'kesehatan-sosial', kind: 'HOW_TO', title: 'Menyelenggarakan kelas ibu hamil di rumah panggung', summary: 'Tempat, waktu, dan bahan untuk kelas kecil di permukiman pesisir.', tags: ['ibu-hamil', 'pesisir'], by: 'meriba', checkedBy: 'liana', days: 47, helpful: 15, unhelpful: 1, topic: 'Kelas ibu hamil di rumah panggung',
    text: `## Sebelum mulai

- Pilih rumah yang lantainya kuat dan pintunya lebar. Delapan ibu cukup.
- Waktunya sesudah suami berangkat melaut dan sebelum anak pulang sekolah, biasanya 09.30.
- Undang juga ibu mertua. Tanpa mereka, banyak nasihat tidak dijalankan.

## Isi empat pertemuan

1. Tanda bahaya dan ke mana pergi malam hari, termasuk nomor perahu.
2. Makanan dari yang ada di pasar ikan, dengan porsi yang diperagakan.
3. Persiapan melahirkan: uang, pendonor, dan siapa menjaga anak.
4. Menyusui dan kunjungan pertama setelah lahir.

## Bila air pasang

Pindahkan jam, jangan batalkan. Kabari lewat grup sebelum pukul 07.00 sesuai tabel pasang.

## Yang dicatat

Hadir, tekanan darah, dan satu janji kecil tiap ibu untuk pekan depan. Janji itulah yang ditanyakan pertama kali pada pertemuan berikutnya.`,
  },
  {
    in: 'kesehatan-sosial', kind: 'QUESTION_ANSWER', title: 'Apa syarat rekomendasi BBM bagi nelayan', summary: 'Dokumen kapal, hitungan kebutuhan, dan masa berlaku surat rekomendasi.', tags: ['nelayan', 'rekomendasi'], by: 'yaman', checkedBy: 'sri', days: 26, helpful: 20, unhelpful: 3, topic: 'Syarat rekomendasi BBM nelayan',
    text: `## Pertanyaan

Apakah syarat rekomendasi BBM untuk nelayan berubah, dan apa yang harus dibawa?

## Jawaban singkat

Bawa KTP-el, bukti kepemilikan atau pengelolaan kapal, dan catatan mesin. Surat berlaku sesuai yang tertulis di dalamnya dan hanya untuk kapal itu.

## Penjelasan

1. Penyuluh memeriksa ukuran kapal dan daya mesin di dermaga.
2. Kebutuhan dihitung dari daya mesin dan lama melaut, bukan dari permintaan.
3. Surat ditandatangani kepala dinas dan diambil pemilik sendiri.

## Yang membuat tertunda

- Nama pada surat kapal masih pemilik lama. Urus balik nama dahulu.
- Kapal sedang berlayar saat pemeriksaan. Sebutkan hari kapal di darat.

## Lihat juga

Perubahan data diri pemilik mengikuti [[Memperbaiki nama yang salah]].`,
  },
  {
    in: 'kesehatan-sosial', kind: 'GOOD_PRACTICE', title: 'Menimbang balita tanpa antrean panjang', summary: 'Tiga meja berurutan dan kartu warna memangkas posyandu dari tiga jam menjadi satu jam.', tags: ['posyandu', 'gizi'], by: 'eka', checkedBy: 'sri', days: 29, helpful: 13, unhelpful: 0,
    text: `## Keadaan sebelumnya

Ibu menunggu dengan balita yang gelisah; sebagian pulang sebelum ditimbang.

## Yang kami lakukan

1. Kartu merah, kuning, hijau menurut umur, dipanggil bergantian.
2. Meja timbang, meja ukur, dan meja catat dipisah, masing-masing satu kader.
3. Timbangan diperiksa dengan beban satu kilogram sebelum mulai.
4. Konseling gizi dilakukan **setelah** semua ditimbang, bagi yang memerlukan.

## Hasil

| Ukuran | Sebelum | Sesudah |
| --- | --- | --- |
| Lama posyandu | 3 jam | 1 jam 10 menit |
| Balita yang pulang tanpa ditimbang | 9 | 1 |
| Balita yang mendapat konseling | 4 | 11 |

## Yang perlu diulang di tempat lain

Latih kader membaca hasil ukur, bukan hanya mencatatnya. Anak yang dua kali tidak naik berat badannya dirujuk ke puskesmas hari itu juga.`,
  },
]
