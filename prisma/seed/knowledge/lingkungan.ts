import type { ArticleSeed } from './shape'

export const lingkungan: readonly ArticleSeed[] = [
  {
    in: 'lingkungan-bencana', kind: 'SOP', title: 'Prosedur tetap tanggap darurat banjir rob', summary: 'Siapa berbuat apa sejak peringatan pasang sampai air surut.', tags: ['bencana', 'rob', 'sop'], by: 'iskandar', checkedBy: 'togar', days: 43, helpful: 29, unhelpful: 1,
    before: { text: 'Bila air naik, lurah melapor ke BPBD dan menyiapkan titik kumpul.', why: 'Ditambah pembagian tugas per tahap setelah kejadian Januari.' },
    text: `## Tujuan

Tidak ada korban jiwa, dan warga pulang ke rumah yang aman.

## Tahap 1: siaga, air diperkirakan di atas tanda kuning

1. BPBD mengirim peringatan ke camat, lurah, dan pengeras suara masjid serta gereja.
2. Lurah menandai rumah yang ditinggali lansia, ibu hamil, dan penyandang disabilitas.
3. DLH membuka pintu air dan membersihkan tiga titik saluran.

## Tahap 2: evakuasi, air masuk rumah

- Listrik RW dimatikan PLN atas permintaan camat.
- Satpol PP menjaga jalan; Dishub menyiapkan dua truk.
- Titik kumpul: SD, balai kelurahan, dan gedung serbaguna. Daftar hadir ditulis di kertas.

## Tahap 3: bertahan

Dapur umum dibuka dalam empat jam. Puskesmas menempatkan satu bidan dan satu perawat. Air minum, popok, dan obat rutin lebih penting daripada mi instan.

## Tahap 4: pulang

Lurah menyatakan aman setelah listrik diperiksa. Rumah disemprot, sumur dikaporit, dan kerugian dicatat dalam 14 hari.

## Siapa memutuskan

Camat memimpin di lapangan, kepala pelaksana BPBD memimpin di posko. Bila sambungan putus, camat memutuskan sendiri.`,
  },
  {
    in: 'lingkungan-bencana', kind: 'HOW_TO', title: 'Menyiapkan tas siaga keluarga', summary: 'Isi satu tas untuk tiga hari, dan kapan isinya diganti.', tags: ['bencana', 'keluarga'], by: 'iskandar', checkedBy: 'togar', days: 110, helpful: 34, unhelpful: 1,
    text: `## Isi untuk empat orang

- [ ] Air minum 12 liter dan makanan siap makan
- [ ] Salinan KK, akta, sertifikat dalam plastik kedap air
- [ ] Obat rutin untuk tujuh hari dan kotak P3K
- [ ] Senter, baterai, peluit, korek dalam plastik
- [ ] Pakaian ganti, selimut tipis, pembalut, popok
- [ ] Uang tunai pecahan kecil
- [ ] Daftar nomor telepon di kertas

## Letakkan di mana

Di dekat pintu keluar, tidak di atas lemari. Semua orang di rumah tahu tempatnya, juga anak kelas satu.

## Kapan diganti

Air dan makanan tiap enam bulan, obat tiap tiga bulan. Tandai tanggalnya bersamaan dengan pergantian jam sekolah agar tidak lupa.

## Kesepakatan keluarga

Tulis satu titik bertemu di luar rumah dan satu nomor kerabat di kota lain. Bila telepon padam, pesan dititipkan di sana.`,
  },
  {
    in: 'lingkungan-bencana', kind: 'HOW_TO', title: 'Memilah sampah menjadi tiga wadah di rumah', summary: 'Organik, laku, dan sisa: cara yang bertahan lebih dari sebulan.', tags: ['sampah', 'rumah-tangga'], by: 'debora', checkedBy: 'togar', days: 25, helpful: 27, unhelpful: 2,
    text: `## Tiga wadah saja

1. **Organik**: sisa dapur dan daun. Ember bertutup, dibuang tiap hari ke komposter.
2. **Laku**: botol, kardus, kaleng, kertas. Karung, ditabung di [[Pembelajaran dari proyek bank sampah]].
3. **Sisa**: yang lain. Ini saja yang diangkut.

## Agar bertahan

- Mulailah dari botol minum. Satu jenis dulu, dua pekan.
- Letakkan wadah di tempat sampah itu muncul, bukan di halaman.
- Cuci kemasan berlemak sebentar; karung tidak berbau, keluarga tidak mengeluh.

## Yang tidak masuk ketiganya

Baterai, lampu, dan obat kedaluwarsa. Kumpulkan dan serahkan ke petugas pada pekan pertama tiap bulan.

## Angka

Rumah yang memilah tiga wadah membuang ke truk kira-kira seperempat dari sebelumnya. Sisanya menjadi kompos dan tabungan.`,
  },
  {
    in: 'lingkungan-bencana', kind: 'SERVICE', title: 'Melaporkan saluran air yang tersumbat', summary: 'Foto, titik, dan tinggi air: tiga hal yang membuat petugas datang dengan alat yang benar.', tags: ['drainase', 'aduan'], by: 'sahat', checkedBy: 'togar', days: 51, helpful: 19, unhelpful: 3,
    service: { requirements: 'Lokasi yang dapat ditemukan\nFoto bila ada', procedure: 'Lapor lewat forum, loket, atau telepon; petugas memeriksa; dibersihkan; dikabarkan', duration: 'Diperiksa 2 hari kerja; dibersihkan menurut tingkat genangan', cost: 'Gratis', product: 'Saluran kembali lancar dan kabar kepada pelapor', complaints: 'Forum Balai, SP4N-LAPOR!', legalBasis: 'UU 25/2009' },
    text: `## Apa yang dikirim

1. Nama jalan dan patokan: "depan masjid, sebelah kanan".
2. Tinggi air sekarang dan pada hujan terakhir, dengan ukuran mata kaki, lutut, atau meter.
3. Foto dari jauh dan dari dekat.

## Setelah melapor

Anda mendapat nomor aduan. Petugas datang dalam dua hari kerja; bila memerlukan alat berat, jadwalnya ditulis di topiknya.

## Yang dikerjakan warga sendiri

- Menutup saringan depan rumah dari sampah daun.
- Tidak menutup saluran dengan beton tanpa lubang periksa. Saluran tertutup tidak dapat dibersihkan.

## Bila banjir terjadi

Ikuti [[Prosedur tetap tanggap darurat]]. Laporan saluran tetap dicatat, tetapi keselamatan lebih dahulu.`,
  },
  {
    in: 'lingkungan-bencana', kind: 'HOW_TO', title: 'Membuat komposter ember untuk rumah sempit', summary: 'Dua ember, satu minggu pertama, dan bau yang tidak muncul bila isinya kering.', tags: ['sampah', 'kompos'], by: 'debora', checkedBy: 'togar', days: 19, state: 'draft',
    text: `## Bahan

Dua ember 20 liter bertutup, bor atau paku panas, dan sekarung daun kering.

## Langkah

1. Lubangi dasar dan samping ember pertama, 10 lubang kecil.
2. Lapisi dasar dengan daun kering setebal telapak tangan.
3. Isi sisa dapur, lalu tutup dengan daun. Selalu akhiri dengan daun.
4. Aduk dua hari sekali. Bila berbau, tambah yang kering.

## Panen

Enam sampai delapan pekan. Kompos yang jadi berbau tanah dan dingin saat dipegang.`,
  },
]
