import type { ArticleSeed } from './shape'

export const teknologi: readonly ArticleSeed[] = [
  {
    in: 'teknologi', kind: 'HOW_TO', title: 'Checklist keamanan akun: kata sandi, MFA, surel palsu', summary: 'Sepuluh menit sekarang yang mencegah berhari-hari memulihkan akun.', tags: ['keamanan', 'mfa', 'surel'], by: 'hendra', checkedBy: 'rifai', days: 24, helpful: 48, unhelpful: 2, topic: 'Hampir tertipu',
    text: `## Kata sandi

- [ ] Sedikitnya 12 huruf, lebih baik kalimat pendek yang hanya Anda tahu
- [ ] Berbeda antara surel, portal, dan bank
- [ ] Disimpan di pengelola kata sandi, bukan di kertas di bawah papan ketik

## Autentikasi dua langkah

1. Pasang aplikasi kode di telepon; kode berganti tiap 30 detik.
2. Simpan kode pemulihan di tempat terpisah.
3. ASN Digital memang mewajibkannya untuk layanan kepegawaian.

## Mengenali surel palsu

- Mendesak: "dalam 24 jam akun dihapus".
- Tautan yang tidak menuju alamat resmi. Arahkan kursor tanpa menekan.
- Meminta kata sandi. Petugas tidak pernah memintanya.

## Bila sudah terlanjur memasukkan sandi

1. Ganti sandi dari perangkat lain, segera.
2. Cabut sesi di halaman pengaturan akun.
3. Beri tahu meja bantuan, juga bila malu. Dua jam pertama paling berharga.`,
  },
  {
    in: 'teknologi', kind: 'HOW_TO', title: 'SUMIFS yang benar saat rumus disalin', summary: 'Mengapa hasilnya bergeser, dan tiga cara mencegahnya.', tags: ['lembar-sebar', 'rumus'], by: 'rifai', checkedBy: 'rifai', days: 13, helpful: 25, unhelpful: 1, topic: 'Rumus SUMIFS',
    text: `## Sebabnya

Bila rumus disalin ke bawah, alamat tanpa tanda dolar ikut bergeser. Rentang jumlah dan rentang syarat lalu tidak sama panjang, dan hasilnya diam-diam salah.

## Cara 1: kunci rentang

Tulis \`=SUMIFS($D$2:$D$500;$B$2:$B$500;F2;$C$2:$C$500;G2)\`. Hanya F2 dan G2 yang boleh bergeser.

## Cara 2: pakai tabel

Ubah data menjadi tabel, lalu pakai nama kolom. Baris baru ikut terhitung tanpa mengubah rumus.

## Cara 3: periksa dengan satu angka

Buat sel yang menjumlahkan seluruh kolom, dan sel yang menjumlahkan semua hasil SUMIFS. Bila berbeda, ada yang terlewat.

## Yang sering terjadi

- Spasi di belakang kata: "Selesai " tidak sama dengan "Selesai".
- Tanggal yang tersimpan sebagai teks.
- Koma dan titik koma tertukar menurut pengaturan bahasa.`,
  },
  {
    in: 'teknologi', kind: 'HOW_TO', title: 'Meminta perbaikan aplikasi agar dikerjakan', summary: 'Laporan yang baik dikerjakan tiga kali lebih cepat.', tags: ['bantuan', 'aplikasi'], by: 'rifai', checkedBy: 'rifai', days: 30, helpful: 19, unhelpful: 2,
    text: `## Tulis empat hal

1. Apa yang Anda lakukan, langkah demi langkah.
2. Apa yang Anda harapkan.
3. Apa yang terjadi, dengan pesan persisnya.
4. Kapan dan dengan akun apa.

## Contoh

> Membuka menu laporan, memilih September, menekan *Unduh*. Muncul "galat 502". Kemarin masih dapat. Akun herlina, Senin 09.12.

## Jangan

- "Aplikasi error lagi." Tidak ada yang dapat dikerjakan dari kalimat ini.
- Mengirim kata sandi bersama tangkapan layar.

## Setelah melapor

Anda mendapat nomor. Perbaikan yang mendesak (data salah, tidak dapat bekerja) diperiksa hari itu. Usulan tampilan dikumpulkan dan dibicarakan tiap akhir bulan, di forum.`,
  },
  {
    in: 'teknologi', kind: 'HOW_TO', title: 'Menulis di portal ini: topik, balasan, dan artikel', summary: 'Kapan bertanya di forum, kapan menulis artikel, dan bagaimana artikel diperiksa.', tags: ['portal', 'panduan'], by: 'hendra', checkedBy: 'rifai', days: 8, helpful: 17, unhelpful: 0,
    text: `## Forum atau pengetahuan

- **Forum**: yang belum pasti, ingin dibicarakan, atau hanya berlaku hari ini.
- **Pengetahuan**: yang sudah pasti, berlaku bagi banyak orang, dan dicari lagi bulan depan.

Topik yang sudah mempunyai jawaban dapat dijadikan artikel dengan satu tombol; orang yang menjawab disebut namanya.

## Menulis artikel

1. Pilih koleksi dan jenisnya. Templat mengikuti jenisnya.
2. Mulai dari pertanyaan yang paling sering datang.
3. Kirim untuk ditinjau. Sampai disahkan, hanya Anda dan peninjau yang melihatnya.

## Peninjauan

Peninjau membaca perubahan kata demi kata. Bila dikembalikan, alasannya hanya Anda yang baca. Setelah disahkan, halaman menunjukkan siapa yang memeriksa dan kapan diperiksa lagi.

## Menjaga tetap benar

Pemilik diingatkan 14 hari sebelum tanggal periksa. Pembaca dapat menandai bagian yang keliru; catatannya sampai ke pemilik.`,
  },
  {
    in: 'teknologi', kind: 'SOP', title: 'Menyiapkan rapat daring untuk lima puluh orang', summary: 'Suara, tautan, dan satu orang yang menjaga kolom percakapan.', tags: ['rapat', 'daring'], by: 'rifai', checkedBy: 'rifai', days: 41, helpful: 11, unhelpful: 1,
    text: `## Sehari sebelumnya

- [ ] Tautan dan nomor telepon cadangan dikirim dalam undangan
- [ ] Ruang tunggu dinyalakan, nama peserta memakai nama sebenarnya
- [ ] Bahan dapat diunduh, karena layar telepon kecil

## Lima belas menit sebelumnya

1. Uji suara dan bahan dengan satu rekan di jaringan lain.
2. Tunjuk satu penjaga percakapan dan satu pencatat.
3. Siapkan satu kalimat bila pembicara terputus: siapa melanjutkan.

## Saat berlangsung

Peserta membisukan suara, pertanyaan ditulis di percakapan dengan tanda tanya. Penjaga percakapan membacakannya tiap 15 menit.

## Sesudahnya

Kirim notulen dan jawaban pertanyaan yang belum sempat dibahas, sebelum hari berikutnya. Rekaman disimpan paling lama 30 hari, dan hanya bila disetujui.`,
  },
  {
    in: 'teknologi', kind: 'MEETING_NOTES', title: 'Catatan pertemuan pengelola koleksi pengetahuan', summary: 'Siapa meninjau apa, dan tanggal periksa yang disepakati.', tags: ['portal', 'rapat'], by: 'rifai', checkedBy: 'hendra', days: 6, state: 'review',
    text: `## Hadir

Hendra, Rifai, Dewi, Melva, Nurhayati.

## Yang dibahas

Banyak artikel lahir dari topik forum, tetapi peninjaunya belum jelas. Tanggal periksa untuk layanan perlu lebih pendek daripada untuk panduan.

## Keputusan

1. Koleksi layanan warga diperiksa enam bulan sekali, lainnya setahun.
2. Tiap koleksi mempunyai dua peninjau dari unit berbeda.
3. Artikel yang lewat tanggal tiga bulan dipindah ke daftar serah kepada kepala unit.

## Tindak lanjut

- Dewi menyurati unit yang belum menunjuk peninjau.
- Rifai menyiapkan daftar artikel yang lewat tanggal tiap awal bulan.`,
  },
]
