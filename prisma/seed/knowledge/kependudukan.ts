import type { ArticleSeed } from './shape'

const standar = 'UU 25/2009 tentang Pelayanan Publik; PermenPANRB 15/2014 tentang Pedoman Standar Pelayanan'
const aduan = 'Loket informasi Dukcapil, forum Balai, atau SP4N-LAPOR!'

export const kependudukan: readonly ArticleSeed[] = [
  {
    in: 'kependudukan', kind: 'SERVICE', title: 'Panduan langkah demi langkah penerbitan akta kelahiran terlambat', summary: 'Untuk anak yang belum punya akta lebih dari 60 hari setelah lahir: apa yang dibawa, ke mana, dan berapa lama.', tags: ['akta', 'anak', 'kependudukan'],
    by: 'roslina', days: 34, helpful: 41, unhelpful: 3,
    service: {
      requirements: 'Surat keterangan lahir dari bidan, puskesmas, atau rumah sakit\nKartu keluarga dan KTP-el kedua orang tua\nBuku nikah atau akta perkawinan\nKTP-el dua orang saksi',
      procedure: '1. Ambil nomor di loket pencatatan sipil\n2. Petugas memeriksa berkas dan mencocokkan nama dengan KK\n3. Isi formulir dan tanda tangan saksi\n4. Periksa cetak coba\n5. Ambil akta, atau terima salinannya melalui surel', duration: '5 hari kerja sejak berkas lengkap', cost: 'Gratis',
      product: 'Kutipan akta kelahiran dan KK yang diperbarui', complaints: aduan, legalBasis: standar,
    },
    before: { text: 'Bawa surat lahir, KK, dan KTP orang tua ke loket pencatatan sipil.', why: 'Ditambah langkah bila surat lahir hilang; pertanyaan ini datang hampir tiap hari.' },
    text: `Akta disebut terlambat bila kelahiran dilaporkan lebih dari 60 hari. Tidak ada denda, dan anak tetap berhak mendapat akta pada umur berapa pun.

## Siapa yang dapat mengurus

Orang tua, wali, atau anggota keluarga serumah yang tercantum dalam kartu keluarga. Bila diwakilkan orang lain, sertakan surat kuasa bermeterai.

<details>
<summary>Bila surat keterangan lahir hilang</summary>

1. Minta salinan ke tempat melahirkan. Puskesmas dan RSUD menyimpan buku persalinan.
2. Bila anak lahir di rumah dan tidak dicatat siapa pun, isi surat pernyataan tanggung jawab mutlak di loket. Dua saksi ikut menandatangani.
3. Bila orang tua tidak diketahui, bawa berita acara dari kepolisian.

</details>

## Langkah di loket

- Datang sebelum pukul 14.00 agar cetak coba dapat diperiksa hari itu juga.
- Setelah akta terbit, KK dicetak ulang pada hari yang sama.

> [!TIP]
> Baca cetak coba huruf demi huruf. Salah satu huruf pada nama ibu adalah penyebab tersering akta dicetak ulang.

## Hal yang membuat berkas dikembalikan

- Nama orang tua berbeda antara buku nikah dan KK. Selesaikan dulu dengan [[Memperbaiki nama yang salah]].
- Saksi tidak membawa KTP-el asli.`,
    notes: [{ by: 'junaidi', text: 'Loket sekarang juga menerima salinan buku nikah yang dilegalisasi KUA. Mohon ditambahkan.' }],
  },
  {
    in: 'kependudukan', kind: 'SERVICE', title: 'Daftar periksa berkas KTP-el hilang dan rusak', summary: 'Yang dibawa ke loket agar cetak ulang selesai dalam satu kali datang.', tags: ['ktp-el', 'loket', 'kependudukan'], by: 'junaidi', days: 21, helpful: 63, unhelpful: 4,
    topic: 'KTP-el hilang di kapal',
    service: {
      requirements: 'Hilang: surat keterangan kehilangan dari kepolisian, kartu keluarga\nRusak: KTP-el lama, kartu keluarga\nPerubahan data: bukti perubahan (akta, ijazah, buku nikah)', procedure: 'Nomor antrean, periksa berkas, cocokkan sidik jari, cetak, ambil di loket yang sama',
      duration: '1 hari kerja bila blangko tersedia', cost: 'Gratis', product: 'KTP-el', complaints: aduan, legalBasis: standar,
    },
    text: `## Bawa ini

- [ ] Kartu keluarga, asli atau cetakan dengan kode QR
- [ ] KTP-el lama, bila rusak
- [ ] Surat kehilangan dari kepolisian, bila hilang
- [ ] Nomor telepon yang dapat menerima pesan, untuk kabar selesai

## Surat polisi, kapan perlu

> [!IMPORTANT]
> Surat polisi diperlukan hanya bila KTP-el **hilang**.

Bila patah, terkelupas, atau fotonya pudar, cukup bawa kartunya. Surat kehilangan dibuat di sektor kepolisian terdekat, gratis, dan berlaku untuk satu kali cetak. Nelayan yang kehilangan kartunya di laut membuat surat di tempat ia berlabuh.

## Langkah

1. Ambil nomor di mesin antrean, pilih *cetak ulang*.
2. Petugas mencocokkan sidik jari. Bila jari terluka, petugas memakai iris mata.
3. Tunggu cetak, biasanya 20 menit.
4. Periksa nama dan tanggal lahir sebelum meninggalkan loket.

## Bila blangko habis

> [!NOTE]
> Anda mendapat biodata bercap yang berlaku seperti KTP-el untuk bank dan rumah sakit. Kota mengumumkan kedatangan blangko tiap Senin pagi. Alamat hari layanan keliling ada di [[Jadwal perekaman KTP-el keliling]].`,
  },
  {
    in: 'kependudukan', kind: 'HOW_TO', title: 'Memperbaiki nama yang salah di kartu keluarga', summary: 'Salah ketik diperbaiki di loket; ganti nama memerlukan penetapan pengadilan.', tags: ['kk', 'koreksi-data', 'kependudukan'], by: 'junaidi', days: 55, helpful: 28, unhelpful: 2, topic: 'Nama anak salah ketik di KK',
    text: `Tentukan dulu mana yang Anda hadapi, karena jalannya berbeda.

| Keadaan | Jalan | Waktu |
| --- | --- | --- |
| Salah ketik: Siti menjadi Sitti | Loket Dukcapil | 3 hari kerja |
| Nama di ijazah dan akta berbeda | Loket, dengan akta sebagai pegangan | 3 hari kerja |
| Ingin ganti nama | Penetapan pengadilan negeri, lalu loket | mengikuti pengadilan |

## Salah ketik

1. Bawa dokumen yang benar: akta kelahiran, lalu ijazah, lalu buku nikah. Urutan itu juga urutan kekuatannya.
2. Isi formulir perubahan data di loket informasi.
3. Petugas mengubah data dan mencetak KK baru.

## Setelah KK benar

KTP-el, KIA, dan kartu jaminan kesehatan tidak berubah sendiri. Tanyakan di loket yang sama agar KTP-el dicetak ulang hari itu, lalu kabari sekolah dan fasilitas kesehatan.

## Yang sering terlewat

Akta kelahiran anak memuat nama orang tua. Bila nama orang tua yang diperbaiki, catatan pinggir di akta anak ikut diurus. Satu kali datang cukup, asal semua akta anak dibawa.`,
  },
  {
    in: 'kependudukan', kind: 'SERVICE', title: 'Pindah keluar dan pindah datang', summary: 'Satu surat untuk seluruh keluarga, tanpa pengantar RT; berlaku sejak diterima kota tujuan.', tags: ['pindah', 'kependudukan'], by: 'nurhayati', checkedBy: 'roslina', days: 70, helpful: 35, unhelpful: 5,
    service: { requirements: 'Kartu keluarga\nKTP-el semua yang pindah\nAlamat tujuan yang lengkap sampai RT dan RW', procedure: 'Daftar di loket asal, terima surat keterangan pindah, lapor di loket tujuan', duration: '1 hari kerja di kota asal, 3 hari kerja di kota tujuan', cost: 'Gratis', product: 'Surat keterangan pindah, KK dan KTP-el baru', complaints: aduan, legalBasis: standar },
    text: `## Sebelum pindah

Pastikan alamat tujuan benar sampai nomor rumah. Alamat yang tidak lengkap adalah sebab nomor satu berkas ditolak di kota tujuan.

## Keluar dari Sibolga

1. Datang dengan KK dan KTP-el. Cukup satu orang dewasa dari keluarga.
2. Sebutkan siapa saja yang pindah. Bila kepala keluarga pindah sendiri, tentukan kepala keluarga yang baru.
3. Terima surat keterangan pindah. KTP-el lama diserahkan di kota tujuan, bukan di sini.

## Datang ke Sibolga

1. Bawa surat keterangan pindah dari kota asal. Berlaku 100 hari.
2. Bila menumpang, bawa KK dan persetujuan tertulis pemilik rumah.
3. KK baru terbit lebih dulu, KTP-el menyusul pada hari yang sama.

## Pertanyaan yang sering

**Apakah perlu pengantar RT atau lurah?** Tidak.

**Anak sekolah belum pindah, bagaimana?** Anak di bawah 17 tahun mengikuti orang tua. Sekolah tidak menolak karena KK berbeda kota.`,
  },
  {
    in: 'kependudukan', kind: 'HOW_TO', title: 'Jadwal perekaman KTP-el keliling', summary: 'Hari, kelurahan, dan siapa yang didahulukan pada layanan jemput bola.', tags: ['ktp-el', 'kelurahan'], by: 'roslina', days: 220, overdue: 40, helpful: 19, unhelpful: 8,
    text: `Mobil layanan datang ke tiap kelurahan dua kali setahun, dan sebulan sekali ke lapas, panti, dan sekolah.

## Siapa yang didahulukan

1. Lansia dan penyandang disabilitas
2. Pemula yang genap 17 tahun
3. Nelayan yang jarang di darat

## Cara mendapat giliran

- Daftarkan nama di kantor kelurahan sehari sebelumnya.
- Bawa KK. Perekaman tidak memerlukan surat lain.
- Perekaman sepuluh menit; kartu dikirim ke kelurahan paling lambat tujuh hari.

## Bila tidak dapat datang

Warga yang sakit di tempat tidur direkam di rumah. Keluarga cukup menghubungi kelurahan; petugas datang dengan alat jinjing, biasanya Rabu sore.

## Catatan untuk kelurahan

Siapkan meja, listrik, dan kursi tunggu. Umumkan di masjid, gereja, dan grup RT tiga hari sebelumnya. Pengalaman kami: pengumuman pada hari yang sama hanya mendatangkan sepertiga pendaftar.`,
    notes: [{ by: 'ratna', text: 'Kelurahan kami bulan lalu tidak mendapat jadwal. Apakah masih dua kali setahun?' }],
  },
  {
    in: 'kependudukan', kind: 'QUESTION_ANSWER', title: 'Mengapa antrean KTP-el panjang pada hari Senin', summary: 'Pembagian hari menurut kelurahan memangkas tunggu menjadi 35 menit.', tags: ['ktp-el', 'antrean', 'loket'], by: 'nurhayati', checkedBy: 'roslina', days: 18, helpful: 22, unhelpful: 1, topic: 'Cara menyiasati antrean KTP-el',
    text: `## Pertanyaan

Loket sepi pada Kamis, tetapi Senin pagi antrean sampai ke jalan. Bagaimana membaginya tanpa menolak orang?

## Jawaban singkat

Bagi hari menurut kelurahan untuk yang **tidak mendesak**, dan tetap buka satu loket bebas setiap hari.

## Penjelasan

Kami menghitung 20 hari kerja. Sepertiga pengunjung datang pada Senin, dan separuh dari mereka hanya mengambil KTP yang sudah jadi. Maka:

1. Pengambilan dipindah ke meja depan, tanpa nomor.
2. Cetak ulang dan perubahan data dibagi: Selasa sampai Jumat menurut kelurahan, diumumkan lewat grup RT.
3. Loket 1 melayani siapa saja yang mendesak: berobat, melamar kerja, berangkat melaut.

## Hasil

Waktu tunggu tengah pada Senin turun dari 95 menjadi 35 menit dalam enam minggu. Keluhan turun dari 14 menjadi 4 sebulan.

## Yang perlu dijaga

Petugas depan harus berani menanyakan keperluan dengan ramah. Tanpa itu, semua orang merasa mendesak. Contoh kalimatnya ada di [[Menyapa dan menanyakan keperluan]].`,
  },
  {
    in: 'ruang-dukcapil', kind: 'SOP', title: 'Serah terima kas blangko antar petugas loket', summary: 'Hitung bersama, catat, tanda tangan: tiga menit setiap pergantian jaga.', tags: ['blangko', 'loket'], by: 'nurhayati', checkedBy: 'nurhayati', days: 90,
    text: `## Tujuan

Jumlah blangko selalu sama antara lemari, catatan, dan sistem.

## Langkah

1. Petugas yang pulang menghitung blangko di depan penggantinya.
2. Keduanya menulis jumlah baik, rusak, dan terpakai di buku serah terima.
3. Nomor seri pertama dan terakhir dicatat.
4. Blangko rusak dimasukkan ke amplop bernomor dan tidak dibuang.
5. Keduanya menandatangani. Selisih dilaporkan hari itu juga kepada kepala bidang.

## Bila selisih

Jangan menutup hari dengan selisih. Cocokkan dengan daftar cetak di sistem; dua dari tiga selisih adalah cetak ganda yang belum dicatat rusak. Bila tetap selisih setelah dihitung dua kali, buat berita acara.

## Dasar

Blangko adalah barang milik negara dan dapat disalahgunakan. Kunci lemari tidak pernah berpindah tangan tanpa catatan.`,
  },
  {
    in: 'ruang-dukcapil', kind: 'MEETING_NOTES', title: 'Notulen rapat loket: pelayanan saat jaringan pusat terputus', summary: 'Keputusan tentang nomor tunda dan surat keterangan sementara.', tags: ['loket', 'jaringan'], by: 'junaidi', days: 12, state: 'review',
    text: `## Yang dibahas

Dalam sebulan jaringan pusat terputus empat kali, paling lama dua jam. Pengunjung menunggu tanpa kabar.

## Keputusan

1. Setelah 15 menit terputus, petugas depan mengumumkan perkiraan dan menawarkan **nomor tunda**.
2. Nomor tunda berlaku tiga hari kerja dan didahulukan.
3. Yang mendesak mendapat surat keterangan sementara bertanda tangan kepala bidang.

## Tindak lanjut

- Melva menyiapkan kalimat pengumuman, paling lambat Jumat.
- Junaidi mencetak nomor tunda dua warna.
- Catat tiap putus: jam mulai, jam pulih, jumlah orang yang ditunda.`,
  },
]
