import type { ArticleSeed } from './shape'

const dasar = 'UU 25/2009; PermenPANRB 15/2014'

export const izin: readonly ArticleSeed[] = [
  {
    in: 'izin-pajak', kind: 'SERVICE', title: 'Mengurus izin usaha mikro dari telepon', summary: 'Nomor induk berusaha untuk warung dan usaha rumahan, dengan bantuan gratis di mal pelayanan.', tags: ['izin', 'umkm'], by: 'zulfikar', checkedBy: 'aisyah', days: 36, helpful: 30, unhelpful: 4,
    service: { requirements: 'KTP-el\nNomor telepon dan surel yang aktif\nAlamat usaha dan luasnya', procedure: 'Buat akun, isi data usaha, pilih bidang usaha, cetak nomor', duration: 'Hari itu juga untuk usaha berisiko rendah', cost: 'Gratis', product: 'Nomor induk berusaha', complaints: 'Meja bantuan DPMPTSP, forum Balai', legalBasis: dasar },
    text: `## Siapa yang dapat mengurus

Perorangan yang berusaha sendiri: warung, penjahit, ikan asin, ojek antar, dan sejenisnya.

## Langkah

1. Siapkan foto KTP-el yang terbaca.
2. Tentukan bidang usaha dengan kata sehari-hari; petugas membantu mencari kodenya.
3. Isi modal tanpa tanah dan bangunan. Angka ini menentukan golongan usaha.
4. Simpan nomor dan kata sandi di tempat aman.

> [!WARNING]
> Jangan memberikan kata sandi kepada calo. Seluruh layanan ini gratis; bila ada yang meminta uang, laporkan ke loket informasi atau lewat [[SOP menerima dan meneruskan pengaduan]].

## Pertanyaan yang sering

<details>
<summary>Apakah setelah ini pasti dipajaki?</summary>

Nomor induk bukan surat tagihan. Pajak mengikuti omzet, dan usaha kecil memiliki batasnya sendiri.

</details>

<details>
<summary>Usaha saya pindah tempat. Apakah membuat nomor baru?</summary>

Ubah alamat di akun yang sama, tidak perlu membuat baru.

</details>`,
  },
  {
    in: 'izin-pajak', kind: 'REGULATION_SUMMARY', title: 'Istilah pajak dan retribusi daerah setelah UU HKPD', summary: 'Nama lama dan nama baru, agar petugas dan warga berbicara tentang hal yang sama.', tags: ['pajak', 'retribusi', 'peraturan'], by: 'aisyah', checkedBy: 'zulfikar', days: 90, helpful: 21, unhelpful: 2,
    text: `## Pokok isi

Undang-Undang Hubungan Keuangan Pusat dan Daerah menata ulang jenis pajak dan retribusi. Beberapa yang dahulu terpisah digabung.

## Nama lama dan nama baru

| Sebutan lama | Sekarang |
| --- | --- |
| Pajak hotel, restoran, hiburan, parkir | Pajak barang dan jasa tertentu |
| Pajak penerangan jalan | Termasuk pajak barang dan jasa tertentu atas tenaga listrik |
| PBB perdesaan dan perkotaan | Tetap PBB-P2 |
| BPHTB | Tetap BPHTB |
| Retribusi IMB | Retribusi persetujuan bangunan gedung |

## Artinya bagi pekerjaan kita

1. Pakai nama baru di papan, kuitansi, dan jawaban forum; tulis nama lama dalam kurung selama masa peralihan.
2. Warga boleh meminta penjelasan tertulis tentang hitungannya.

> [!IMPORTANT]
> Tarif mengikuti peraturan daerah yang berlaku. Jangan menyebut angka tanpa memeriksa lampirannya.

## Sumber

Periksa peraturan daerah dan lampiran tarifnya di bagian hukum sebelum mengutip.`,
  },
  {
    in: 'izin-pajak', kind: 'QUESTION_ANSWER', title: 'Bagaimana menjelaskan perubahan tarif retribusi pasar', summary: 'Empat langkah agar pedagang paham sebelum tarif berlaku.', tags: ['retribusi', 'pasar'], by: 'christine', checkedBy: 'zulfikar', days: 45, helpful: 8, unhelpful: 1, topic: 'Perubahan tarif retribusi',
    text: `## Pertanyaan

Tarif retribusi berubah. Bagaimana menjelaskannya kepada pedagang agar tidak terasa tiba-tiba?

## Jawaban singkat

Umumkan sebulan sebelumnya, tunjukkan hitungan per hari, dan sebutkan apa yang diperbaiki dari uang itu.

## Penjelasan

1. **Per hari, bukan per bulan.** "Naik Rp1.000 sehari untuk meja dua meter" lebih jelas daripada persentase.
2. **Apa gantinya.** Sebut saluran yang dibersihkan, lampu, dan jadwal angkut sampah.
3. **Siapa yang dapat keringanan** dan bagaimana memintanya.
4. **Kuitansi.** Tanpa kuitansi bernomor, jangan membayar. Kalimat ini ditempel di tiap lorong.

## Kesalahan yang sering

Menyerahkan penjelasan kepada juru pungut. Ia yang dimarahi, padahal tidak memutuskan. Kepala UPT hadir pada tiga pagi pertama.`,
  },
  {
    in: 'izin-pajak', kind: 'HOW_TO', title: 'Membayar PBB-P2 tanpa antre', summary: 'Tiga saluran bayar, cara memeriksa tunggakan, dan apa yang dilakukan bila nama salah.', tags: ['pajak', 'pbb'], by: 'aisyah', checkedBy: 'zulfikar', days: 240, overdue: 22, helpful: 32, unhelpful: 9,
    text: `## Sebelum membayar

Siapkan nomor objek pajak, 18 angka di pojok kiri atas SPPT. Tanpa kertas, nomor dapat ditanyakan di kelurahan.

## Langkah

1. Periksa tagihan lewat bank, minimarket, atau loket keliling. Tunggakan lama ikut tampil.
2. Bayar dan simpan buktinya. Pesan singkat saja tidak cukup; ambil nomor transaksi.
3. Cocokkan nomor objek, bukan hanya nama. Satu keluarga dapat memiliki beberapa objek.

## Bila nama atau luas salah

Bayar dulu bila jatuh tempo sudah dekat, lalu ajukan pembetulan dengan foto sertifikat dan KTP-el. Selisihnya diperhitungkan tahun berikutnya.

## Bila tidak mampu

Ajukan keringanan sebelum jatuh tempo, dengan surat keterangan kelurahan. Sesudah jatuh tempo, denda tetap berjalan selama permohonan diperiksa.`,
    notes: [{ by: 'darwin', text: 'Loket keliling sudah tidak datang ke kelurahan kami sejak bulan lalu.', kind: 'UNHELPFUL' }],
  },
  {
    in: 'izin-pajak', kind: 'SERVICE', title: 'Izin keramaian dan penutupan jalan untuk pesta', summary: 'Permohonan tujuh hari sebelumnya, dengan jalur ambulans yang tetap terbuka.', tags: ['izin', 'jalan'], by: 'tumpal', checkedBy: 'zulfikar', days: 15, state: 'review',
    service: { requirements: 'Surat permohonan\nKTP-el penanggung jawab\nDenah penutupan dan jalan pengganti\nPersetujuan RT dan tetangga terdampak', procedure: 'Ajukan, tinjau lokasi, rekomendasi, pemberitahuan', duration: '5 hari kerja', cost: 'Gratis', product: 'Surat izin penutupan jalan sementara', complaints: 'Dinas Perhubungan, forum Balai', legalBasis: dasar },
    text: `## Langkah

1. Ajukan paling lambat tujuh hari sebelum acara.
2. Petugas meninjau dan menggambar jalan pengganti bersama Anda.
3. Kelurahan memberi tahu warga sekitar dua hari sebelumnya.

## Yang selalu dijaga

- Jalur selebar tiga meter untuk ambulans dan pemadam.
- Rambu dan orang di kedua ujung, juga malam hari.
- Selesai pada jam yang tertulis; perpanjangan hanya lewat permohonan baru.

## Hal yang membuat berkas dikembalikan

Denah tanpa nama jalan, dan persetujuan tetangga yang hanya ditandatangani satu orang.`,
  },
]
