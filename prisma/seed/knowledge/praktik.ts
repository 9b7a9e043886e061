import type { ArticleSeed } from './shape'

export const praktik: readonly ArticleSeed[] = [
  {
    in: 'praktik-baik', kind: 'GOOD_PRACTICE', title: 'Loket prioritas lansia di Puskesmas Aek Habil', summary: 'Satu loket, satu kursi tambahan, dan jam yang tertulis jelas: waktu tunggu lansia turun dari 80 menjadi 25 menit dalam dua bulan.', tags: ['lansia', 'puskesmas', 'antrean'],
    by: 'sri', checkedBy: 'nurhayati', days: 38, helpful: 28, unhelpful: 3,
    before: { text: 'Loket 2 melayani lansia pukul 08.00–10.00.', why: 'Ditambah hasil ukur bulan kedua dan yang hampir gagal.' },
    text: `Di Aek Habil, sepertiga pengunjung pagi berusia di atas 60 tahun. Mereka datang paling awal dan menunggu paling lama, karena berdiri di antrean yang sama dengan pengambil rujukan.

## Yang kami lakukan

1. Loket 2 melayani lansia dan difabel pukul 08.00–10.00, setiap hari kerja.
2. Petugas mengambilkan nomor; lansia duduk sejak datang.
3. Kader kelurahan memberi tahu jamnya saat posyandu lansia.

> **Yang hampir gagal.** Minggu pertama loket 2 tetap melayani semua orang ketika sepi, lalu antrean tercampur lagi. Sejak minggu kedua loket itu benar-benar menunggu.

## Hasil

Diukur 12 hari pada Agustus dan 12 hari pada Oktober, dari nomor antrean.

| Ukuran | Sebelum | Sesudah |
| --- | --- | --- |
| Waktu tunggu lansia, nilai tengah | 80 menit | 25 menit |
| Waktu tunggu pengunjung lain | 46 menit | 49 menit |
| Keluhan per bulan | 11 | 3 |

## Yang perlu diulang di tempat lain

Mulailah dengan menghitung siapa yang datang pada pukul berapa. Keluhan yang masih datang ditangani dengan [[SOP menerima dan meneruskan pengaduan]].`,
    next: {
      text: `Di Aek Habil, sepertiga pengunjung pagi berusia di atas 60 tahun. Mereka datang paling awal dan menunggu paling lama, karena berdiri di antrean yang sama dengan pengambil rujukan.

## Yang kami lakukan

1. Loket 2 melayani lansia dan difabel pukul 07.30–10.00, setiap hari kerja.
2. Petugas mengambilkan nomor; lansia duduk sejak datang.
3. Kader kelurahan memberi tahu jamnya saat posyandu lansia, dan lurah menempelkannya di papan pengumuman.

## Hasil

Diukur 12 hari pada Agustus, Oktober, dan November, dari nomor antrean. Bulan ketiga tetap 25 menit walaupun pengunjung bertambah seperlima.

## Yang perlu diulang di tempat lain

Mulailah dengan menghitung siapa yang datang pada pukul berapa. Keluhan yang masih datang ditangani dengan [[SOP menerima dan meneruskan pengaduan]].`,
      why: 'Jam loket bergeser sejak jadwal dokter baru; hasil bulan ketiga ditambahkan.',
    },
    notes: [{ by: 'liana', text: 'Jam loket berubah menjadi 07.30 sejak November.' }],
  },
  {
    in: 'praktik-baik', kind: 'LESSON_LEARNED', title: 'Pembelajaran dari proyek bank sampah Pancuran Bambu', summary: 'Delapan bulan, 112 keluarga: yang membuat orang kembali bukan harganya, melainkan jadwal yang pasti.', tags: ['bank-sampah', 'lingkungan', 'proyek'], by: 'debora', checkedBy: 'dewi', days: 52, helpful: 24, unhelpful: 1, topic: 'Delapan bulan bank sampah',
    text: `## Yang terjadi

Bank sampah dibuka dengan timbangan pinjaman dan satu gerobak. Bulan pertama 31 keluarga menabung, bulan ketiga tinggal 14, bulan kedelapan 112.

## Yang berjalan baik

- **Jadwal pasti.** Sejak penimbangan selalu Sabtu pukul 08.00, orang kembali.
- Buku tabungan kertas, dipegang keluarga sendiri. Aplikasi tidak dipakai siapa pun.
- Anak sekolah menjadi pengingat di rumah.

## Yang tidak berjalan

1. Pengepul datang terlambat tiga kali; tumpukan dikeluhkan tetangga.
2. Plastik kemasan tidak laku. Kami tetap menerimanya dua bulan, lalu rugi.
3. Pengurus hanya dua orang. Ketika satu sakit, penimbangan batal.

## Lain kali

- Perjanjian tertulis dengan dua pengepul, bukan satu.
- Umumkan daftar harga tiap bulan di depan timbangan.
- Empat pengurus bergilir sejak awal.

## Angka

Delapan bulan: 6,4 ton dijual, tabungan rata-rata Rp38.000 sebulan per keluarga, dan pengangkutan ke TPA dari RW itu turun sekitar seperlima.`,
  },
  {
    in: 'praktik-baik', kind: 'GOOD_PRACTICE', title: 'Mengganti lima fotokopi dengan satu pemindaian', summary: 'Loket memindai sekali dan membagikannya antar meja: warga membawa berkas asli saja.', tags: ['loket', 'berkas', 'spbe'], by: 'nurhayati', checkedBy: 'dewi', days: 75, helpful: 33, unhelpful: 2,
    text: `## Keadaan sebelumnya

Tiap pemohon membawa rata-rata 11 lembar fotokopi untuk tiga meja. Tempat fotokopi di depan kantor lebih ramai daripada loketnya.

## Yang kami lakukan

1. Menghitung fotokopi apa yang benar-benar dibaca. Tujuh dari sebelas tidak pernah dibuka lagi.
2. Satu pemindai di meja periksa. Berkas asli dikembalikan saat itu juga.
3. Meja berikutnya membuka berkas di layar, dengan nomor antrean sebagai nama.
4. Berkas dihapus dari folder kerja setelah 30 hari; yang wajib disimpan masuk arsip.

## Hasil

Waktu di meja periksa naik satu menit, tetapi waktu seluruhnya turun delapan menit. Warga menghemat kira-kira Rp6.000 setiap datang.

## Yang perlu diulang di tempat lain

Mulailah dengan daftar persyaratan yang jujur, seperti di [[Standar Pelayanan: 14 komponen]]. Pastikan folder itu hanya dapat dibuka petugas loket: isinya data pribadi.`,
  },
  {
    in: 'praktik-baik', kind: 'GOOD_PRACTICE', title: 'Ruang tunggu dengan papan waktu yang jujur', summary: 'Angka tunggu yang diperbarui tiap setengah jam menurunkan pertanyaan di loket hingga separuh.', tags: ['ruang-tunggu', 'antrean'], by: 'meriba', checkedBy: 'sri', days: 66, helpful: 14, unhelpful: 0,
    text: `## Keadaan sebelumnya

Petugas menjawab "sebentar lagi" puluhan kali sehari. Orang yang tidak tahu berapa lama lagi akan bertanya lagi lima menit kemudian.

## Yang kami lakukan

1. Papan tulis dengan tiga angka: nomor terakhir, perkiraan menit, jam diperbarui.
2. Satpam memperbaruinya tiap setengah jam, dari rata-rata sepuluh nomor terakhir.
3. Bila dokter terlambat, ditulis terus terang beserta sebabnya.

## Hasil

Dihitung selama dua pekan: pertanyaan "berapa lama lagi" turun dari 46 menjadi 21 sehari. Keluhan karena menunggu turun dari sembilan menjadi empat sebulan, padahal waktunya sendiri tidak berubah.

## Yang perlu diulang di tempat lain

- Kejujuran lebih penting daripada layar. Spidol cukup.
- Angka yang meleset dua kali membuat papan tidak dipercaya; perbarui atau turunkan.`,
  },
  {
    in: 'praktik-baik', kind: 'LESSON_LEARNED', title: 'Pembelajaran setelah simulasi gempa dan tsunami di sekolah', summary: 'Jalur evakuasi yang bagus di gambar, buntu oleh pagar terkunci.', tags: ['bencana', 'sekolah'], by: 'fitriani', checkedBy: 'sri', days: 84, helpful: 17, unhelpful: 0, topic: 'Simulasi gempa dan tsunami',
    text: `## Yang terjadi

280 murid berlatih menuju titik kumpul di bukit. Rencana 12 menit, kenyataan 21 menit.

## Yang berjalan baik

- Guru kelas satu memakai tali pegangan; tidak ada anak tertinggal.
- Lonceng manual terdengar sampai lantai dua ketika listrik dimatikan.

## Yang tidak berjalan

1. Pagar belakang terkunci dan kuncinya ada pada penjaga yang sedang mengajar olahraga.
2. Daftar hadir ada di lemari kantor, sehingga menghitung murid memakan enam menit.
3. Orang tua berdatangan menjemput melawan arus.

## Lain kali

- Kunci pagar digantung di samping pintu keluar tiap ruang guru.
- Tiap guru membawa daftar kelasnya sendiri pada gantungan lonceng.
- Orang tua diberi tahu: jemput di titik kumpul, bukan di sekolah.

## Untuk sekolah lain

Berlatihlah tanpa pemberitahuan jam. Yang kami perbaiki sesudahnya semua tidak tampak pada gambar denah. Rencana kota ada di [[Prosedur tetap tanggap darurat banjir rob]].`,
  },
  {
    in: 'praktik-baik', kind: 'GOOD_PRACTICE', title: 'Piket perpustakaan keliling bersama posyandu', summary: 'Buku anak dibawa ke posyandu: satu perjalanan, dua layanan.', tags: ['literasi', 'posyandu'], by: 'syahrial', checkedBy: 'dewi', days: 20, state: 'returned', reason: 'Angka peminjaman belum menyebut berapa kali kunjungan dan dari mana dihitung. Tambahkan sumbernya, lalu kirim lagi.',
    text: `## Keadaan sebelumnya

Mobil perpustakaan berhenti di lapangan yang sepi pada jam kerja orang tua.

## Yang kami lakukan

1. Jadwal disamakan dengan posyandu: ibu dan balita sudah berkumpul.
2. Dua kotak buku bergambar diletakkan di ruang tunggu timbang.
3. Kader mencatat pinjaman di buku yang sama dengan daftar hadir.

## Hasil

Peminjaman anak naik tiga kali lipat.

## Yang perlu diulang di tempat lain

Pilih buku yang tahan dibuka balita, dan terima bahwa sebagian tidak kembali.`,
  },
]
