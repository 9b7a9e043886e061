import { shortArticles } from './read'

export const umum = shortArticles('layanan-warga', ['dewi', 'zulfikar', 'roslina'], `
# Penerimaan murid baru: jalur dan tahapannya
tanya: sekolah, ppdb
Domisili, afirmasi, prestasi, dan mutasi; pendaftaran daring bulan Juni.

PPDB kini disebut SPMB. Jarak dihitung dari alamat kartu keluarga yang terbit paling lambat satu tahun sebelumnya. Tidak ada pungutan.

# Pindah sekolah karena orang tua pindah tugas
cara: sekolah
Surat keterangan dari sekolah asal, rapor, dan surat pindah.

Dinas Pendidikan memeriksa daya tampung dan menjawab dalam tiga hari kerja.

# Kartu kuning pencari kerja
cara: kerja
AK1 diterbitkan daring: KTP-el, ijazah, dan pas foto; gratis.

Berlaku dua tahun dan dilaporkan tiap enam bulan. Lowongan ditempel di Dinas Tenaga Kerja.

# Pelatihan kerja gratis di balai latihan
tanya: kerja, pelatihan
Las, menjahit, mesin tempel, dan barista; tiga angkatan setahun.

Peserta mendapat uang transpor dan sertifikat kompetensi bila lulus uji.

# Melaporkan jalan berlubang
cara: jalan, pengaduan
Kirim foto, titik, dan perkiraan ukuran; ditambal sementara dalam tiga hari.

Jalan nasional dan provinsi diteruskan ke balai yang berwenang. Nomor laporan dapat dilacak.

# Melaporkan lampu jalan mati
cara: lampu-jalan, pengaduan
Sebut nomor tiang; tim penerangan jalan umum datang malam hari.

PJU rusak karena kabel dicuri dilaporkan pula ke polisi.

# Uji KIR kendaraan angkutan
cara: kendaraan
Setiap enam bulan; bawa STNK dan buku uji.

Rem, lampu, dan gas buang diperiksa. Kartu uji elektronik terbit hari itu.

# Rute dan tarif angkot dalam kota
tanya: angkot
Tujuh trayek, tarif pelajar separuh dengan kartu sekolah.

Keluhan tentang sopir dikirim dengan nomor lambung.

# Meminjam gedung dan lapangan milik kota
cara: aset, izin
Permohonan dua minggu sebelumnya; acara sosial bebas sewa.

Kebersihan dan kerusakan menjadi tanggungan peminjam.

# Pemakaman umum dan retribusinya
tanya: pemakaman
Izin makam diurus kelurahan; ambulans jenazah gratis.

Makam tumpang hanya untuk keluarga. Retribusi dibayar tiga tahun sekali.

# Perpustakaan kota: kartu anggota dan pinjam buku
cara: perpustakaan
Gratis bagi warga; tiga buku untuk dua minggu.

Buku dapat diperpanjang lewat telepon. Mobil perpustakaan keliling datang ke sekolah pesisir.

# Wifi publik di taman dan dermaga
tanya: jaringan
Sebelas titik, dua jam sehari per perangkat.

Gunakan dengan hati-hati; jangan membuka perbankan.

# Tera ulang timbangan pedagang
cara: pasar, timbangan
Setiap tahun di pasar; timbangan yang tidak pas disegel.

Pembeli yang curiga dapat memakai pos ukur ulang di pintu masuk.

# Pasar murah menjelang hari besar
tanya: pasar, bantuan-sosial
Jadwal diumumkan sepekan sebelumnya di kelurahan.

Satu KK satu paket. Bawa kantong sendiri.

# Bantuan hukum gratis bagi warga miskin
cara: hukum
Lembaga bantuan hukum terakreditasi mendampingi dengan SKTM.

Konsultasi tiap Kamis di mal pelayanan.
`)
