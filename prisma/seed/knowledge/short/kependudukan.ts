import { shortArticles } from './read'

export const kependudukan = shortArticles('kependudukan', ['ester', 'rizal', 'nurhayati', 'fatolosa'], `
# Akta kelahiran hilang: mengurus kutipan kedua
cara: akta, kelahiran
Kutipan pengganti terbit tanpa sidang, asal data lama masih ada di register.

## Yang dibawa

Surat kehilangan dari kepolisian, kartu keluarga, dan KTP-el orang tua atau yang bersangkutan.

1. Petugas mencari nomor akta di register.
2. Bila akta diterbitkan kota lain, kami meminta keterangan ke sana.
3. Kutipan kedua selesai satu hari kerja bila registernya ada di sini.

# Akta kelahiran rusak atau terbaca sebagian
cara: akta, kelahiran
Bawa akta yang rusak; surat polisi tidak diperlukan.

Akta yang sobek, kena air, atau luntur diganti dengan kutipan baru. Serahkan aslinya, kartu keluarga, dan KTP-el. Nomor akta tetap sama.

# Mencatat kelahiran bayi dalam enam puluh hari
cara: akta, kelahiran, bayi
Surat lahir dari bidan, kartu keluarga, dan dua saksi; tanpa biaya.

Datang ke loket atau titip lewat rumah sakit. Bayi langsung masuk kartu keluarga dan mendapat nomor induk kependudukan. Lewat enam puluh hari, pencatatan tetap bisa, dengan persetujuan kepala dinas.

# Akta kematian dan gunanya bagi ahli waris
cara: akta, kematian
Dicatat dalam tiga puluh hari, menutup penyalahgunaan nama almarhum.

Bawa surat keterangan kematian dari dokter atau kelurahan, KTP-el almarhum, dan kartu keluarga. Akta dipakai untuk pensiun, bank, warisan, dan klaim asuransi. Keluarga menerima kartu keluarga baru pada hari yang sama.

# Mencatatkan perkawinan non-Islam di Dukcapil
cara: akta, perkawinan
Setelah pemberkatan, pencatatan dalam enam puluh hari.

Bawa surat pemberkatan, pas foto berdampingan, KTP-el, kartu keluarga, dan akta kelahiran keduanya. Dua saksi hadir. Perkawinan muslim dicatat di kantor urusan agama, lalu statusnya diperbarui di kartu keluarga.

# Akta perceraian dan perubahan status di kartu keluarga
cara: akta, kartu-keluarga
Salinan putusan yang sudah tetap, lalu status diubah di KK dan KTP-el.

Pelaporan perceraian paling lambat enam puluh hari sejak putusan tetap. Bekas pasangan dapat dipisahkan ke kartu keluarga masing-masing.

# Membuat kartu keluarga baru setelah menikah
cara: kartu-keluarga
Pisah KK dari orang tua: buku nikah dan KK lama kedua pihak.

1. Isi formulir F-1.01 di loket atau kelurahan.
2. Lampirkan buku nikah atau akta perkawinan dan kedua KK lama.
3. KK baru terbit dengan tanda tangan elektronik dan dapat dicetak sendiri di kertas putih biasa.

# Kartu keluarga hilang: mencetak ulang sendiri
cara: kartu-keluarga
KK ber-QR dapat dicetak lagi dari surel, tanpa surat polisi.

Minta kirim ulang berkas PDF ke surel yang terdaftar, lalu cetak di kertas A4 80 gram. Bila surel berganti, datang ke loket dengan KTP-el.

# Menambah anggota keluarga yang menumpang
cara: kartu-keluarga
Kerabat yang tinggal serumah dapat masuk KK dengan persetujuan kepala keluarga.

Siapkan surat pindah bila dari kota lain, KTP-el, dan pernyataan kepala keluarga.

# Kartu Identitas Anak: syarat dan kegunaan
cara: kia-anak, anak
KIA untuk usia 0 sampai 17 tahun kurang satu hari.

Syarat: akta kelahiran dan KK. Anak lima tahun ke atas menambah pas foto. Kartu identitas anak dipakai mendaftar sekolah, membuka tabungan, dan potongan harga di tempat bermain.

# Perekaman pertama bagi pemula usia 17 tahun
cara: ktp-el
Datang sejak usia 16; kartu dicetak pada hari ulang tahun ke-17.

Cukup membawa kartu keluarga. Perekaman di sekolah dijadwalkan tiap semester bersama Dinas Pendidikan.

# Mengaktifkan Identitas Kependudukan Digital
cara: ktp-el, ikd
KTP di telepon: unduh, isi NIK, pindai kode QR di loket.

Aktivasi IKD memerlukan wajah pemiliknya dan kode QR dari petugas, jadi tidak dapat diwakilkan. Waspadai tautan aktivasi lewat pesan: petugas tidak pernah menelepon untuk meminta kode.

# KTP-el luntur, foto berubah, atau status berganti
cara: ktp-el
Kartu lama ditukar; data diperiksa dahulu di kartu keluarga.

Perubahan status kawin, pekerjaan, atau agama dimulai dari KK. Setelah KK benar, KTP-el dicetak dari data baru. Gratis.

# Perekaman di rumah bagi warga sakit dan lansia
sop: ktp-el, lansia
Tim jemput bola datang membawa alat rekam, setiap Rabu.

Permohonan dari lurah atau keluarga lewat telepon. Tim dua orang; perekaman lima belas menit. Warga disabilitas berat dan orang dengan gangguan jiwa didahulukan.

# Beda nama di ijazah, akta, dan KTP
tanya: koreksi-data, akta
Dokumen mana yang menjadi dasar, dan kapan perlu penetapan pengadilan.

Salah ketik diperbaiki di loket dengan dokumen dasar tertua. Mengganti nama sama sekali memerlukan penetapan pengadilan negeri. Surat keterangan beda nama dari lurah tidak mengubah data.

# Surat keterangan domisili untuk perantau
tanya: pindah
Tinggal sementara tidak perlu pindah; cukup melapor sebagai penduduk nonpermanen.

Pendaftaran dilakukan daring atau di loket. Berlaku setahun dan tidak memindahkan hak pilih.

# Warga negara asing: surat keterangan tempat tinggal
cara: orang-asing
Pemegang izin tinggal terbatas melapor dalam empat belas hari.

Bawa paspor, kartu izin tinggal, dan surat penjamin. Petugas menerbitkan SKTT yang berlaku sama dengan izin tinggalnya.

# Mengambil dokumen untuk orang lain
sop: loket
Surat kuasa bermeterai, KTP-el pemberi dan penerima kuasa.

KK dan akta boleh diambil dengan kuasa. KTP-el hanya oleh pemiliknya, kecuali keluarga dalam satu KK.
`)
