import { shortArticles } from './read'

export const tata = [...shortArticles('tata-kerja', ['nurul', 'syahrial', 'rahmadani'], `
# Surat dinas: bagian, nomor, dan bahasa
cara: naskah-dinas
Kepala surat, nomor, sifat, lampiran, hal, isi tiga alinea, penutup.

Satu surat satu hal. Nomor diambil dari aplikasi SRIKANDI, tidak ditulis tangan.

# Menulis nota dinas yang dijawab hari itu
cara: naskah-dinas
Permintaan di kalimat pertama, tenggat di kalimat kedua.

Nota dinas beredar di dalam satu perangkat daerah. Lampirkan konsep yang tinggal ditandatangani.

# Telaahan staf dua halaman
cara: naskah-dinas, telaahan
Persoalan, fakta, analisis, pilihan, saran: pimpinan membaca saran dulu.

Beri paling sedikit dua pilihan dengan akibatnya. Data di lampiran, bukan di badan.

# Disposisi: membaca dan menindaklanjuti
sop: naskah-dinas
Setiap disposisi punya penanggung jawab tunggal dan tanggal.

Disposisi tanpa tenggat dianggap tiga hari kerja. Laporkan kembali di lembar yang sama.

# Tanda tangan elektronik tersertifikasi
cara: tte, naskah-dinas
TTE dari BSrE sah menggantikan tanda tangan basah; hasil cetaknya bukan asli.

Aktivasi lewat Diskominfo dengan NIK dan surel dinas. Kata kunci (passphrase) tidak boleh dititipkan kepada staf.

# Memeriksa keaslian dokumen bertanda tangan elektronik
cara: tte
Unggah PDF ke laman verifikasi atau pindai kode QR.

QR yang hanya membuka gambar bukan bukti. Dokumen yang diubah tampak sebagai tidak sah.

# Menyusun rancangan peraturan wali kota
sop: hukum, peraturan
Naskah penjelasan, harmonisasi, uji publik, paraf, penetapan, pengundangan.

Pengharmonisasian di kanwil paling lama lima hari setelah lengkap. Sertakan daftar peraturan yang dicabut.

# Membuat keputusan (SK) tim kerja
cara: hukum, naskah-dinas
Menimbang, mengingat, memutuskan, lampiran susunan tim dan tugas.

SK tidak menyebut honor bila belum ada dalam DPA. Masa berlaku ditulis.

# Benturan kepentingan: mengenali dan menyatakan
aturan: integritas
Keluarga penyedia, usaha sendiri, bekas atasan: nyatakan sebelum rapat.

Yang menyatakan keluar dari pengambilan keputusan. Catatan disimpan Inspektorat.

# Melapor pelanggaran lewat kanal pengaduan internal
cara: integritas, pengaduan
Whistleblowing: identitas terlindungi, bukti awal cukup foto atau waktu kejadian.

Inspektorat menelaah dalam sepuluh hari kerja. Pembalasan terhadap pelapor adalah pelanggaran berat.

# Hadiah lebaran dan parsel untuk pegawai
tanya: gratifikasi
Ditolak atau dilaporkan ke unit pengendalian gratifikasi dalam tiga puluh hari kerja.

Makanan cepat rusak disalurkan ke panti dengan berita acara.

# Notulen rapat satu halaman
cara: rapat
Keputusan, siapa, kapan; jalannya pembicaraan tidak perlu.

Notulen dibagikan hari itu juga. Keputusan diberi nomor agar dapat ditagih.

# Menyusutkan arsip inaktif
sop: arsip
Daftar arsip, penilaian, persetujuan, berita acara pemusnahan.

Jadwal retensi menentukan umur simpan. Arsip statis diserahkan ke Dinas Perpustakaan dan Arsip.

# Pakaian dinas menurut hari
aturan: pakaian-dinas
Senin dan Selasa khaki, Rabu putih, Kamis batik atau tenun, Jumat olahraga pagi.

Petugas loket memakai tanda nama yang terbaca dari satu meter.

# Protokol kunjungan pejabat
sop: protokol
Susunan acara, tata tempat, penjemputan, dan rencana hujan.

Tidak ada upacara di jalan umum pada jam sekolah. Cendera mata mengikuti aturan gratifikasi.

# Permintaan bantuan hukum bagi pegawai
cara: hukum
Bagian Hukum mendampingi perkara karena tugas, bukan perkara pribadi.

Sampaikan surat panggilan segera, jangan datang sendiri tanpa berkas.

# Menulis siaran pers dan menjawab wartawan
cara: humas
Satu juru bicara, tiga pesan, angka yang sudah diperiksa.

"Saya cari tahu dan kembali pukul tiga" lebih baik daripada "no comment".

# Perjanjian kerja sama dengan pihak ketiga
sop: kerja-sama, hukum
Kesepakatan bersama menyatakan niat, perjanjian memuat kewajiban.

Telaah Bagian Hukum lima hari kerja. Simpan salinan asli di bagian kerja sama.
`), ...shortArticles('teknologi', ['rifai', 'hendra'], `
# Lupa kata sandi surel dinas
cara: akun
Atur ulang sendiri lewat nomor telepon terdaftar, atau datang ke Diskominfo.

Petugas tidak pernah menanyakan kata sandi. Reset password lewat telepon tidak dilayani.

# Memasang autentikasi dua langkah
cara: akun, keamanan
MFA dengan aplikasi di telepon lebih aman daripada SMS.

Simpan kode cadangan di dompet. Ganti telepon: pindahkan dulu sebelum menghapus yang lama.

# Mengenali phishing dan surel palsu
tanya: keamanan
Alamat pengirim, desakan waktu, tautan yang tidak cocok dengan tulisannya.

Laporkan ke tim tanggap insiden; jangan meneruskan. Sudah terlanjur mengeklik: ganti kata sandi dan telepon kami.

# VPN untuk bekerja dari luar kantor
cara: jaringan
Pasang aplikasi, masuk dengan akun dinas, nyalakan hanya saat perlu.

Aplikasi keuangan hanya terbuka lewat VPN. Wifi umum tanpa VPN dilarang.

# Wifi kantor lambat: tiga hal yang diperiksa dahulu
cara: jaringan
Jarak, jumlah pemakai, dan pembaruan yang berjalan di belakang.

Catat hasil uji kecepatan pagi dan siang sebelum melapor. Titik akses di loket hanya untuk pelayanan.

# Printer tidak mencetak
cara: perangkat
Kabel, antrean cetak, lalu driver; lima menit sebelum memanggil teknisi.

Kosongkan antrean cetak dan mulai ulang. Garis tipis berarti kepala cetak kotor.

# Tabel pivot untuk laporan bulanan
cara: lembar-sebar
Satu baris satu kejadian, tanpa sel gabung, lalu Insert PivotTable.

Segarkan setelah data bertambah. Kelompokkan tanggal per bulan.

# XLOOKUP menggantikan VLOOKUP
cara: lembar-sebar
Mencari ke kiri, tidak pecah saat kolom disisipkan.

Contoh: cari NIP di kolom D, kembalikan nama di kolom A. Hasil kosong diberi teks sendiri.

# Mencadangkan berkas dengan pola 3-2-1
cara: data, keamanan
Tiga salinan, dua media, satu di tempat lain.

Backup yang tidak pernah dicoba dipulihkan bukan cadangan. Uji tiap triwulan.

# Komputer terkena virus ransomware
sop: keamanan
Cabut kabel jaringan, jangan dimatikan, telepon tim tanggap insiden.

Jangan membayar. Catat waktu dan apa yang terakhir dibuka.

# Satu data: wali data, produsen data, dan standar
aturan: data
Satu nama satu sumber; kode wilayah dan NIK sebagai penghubung.

Metadata ditulis sebelum data dibagikan. Permintaan data dijawab tiga hari kerja.

# Membuat formulir daring yang aman
cara: data, aplikasi
Kumpulkan seperlunya, tutup setelah tenggat, jangan meminta foto KTP.

Batasi siapa yang melihat jawaban. Hapus setelah dipakai.

# Mengelola laman perangkat daerah
sop: aplikasi, humas
Berita tiap pekan, layanan diperiksa tiap triwulan, tautan mati diperbaiki.

Subdomain diminta dengan surat. Nama domain tidak boleh dibeli sendiri.

# Kamera pengawas: siapa boleh melihat rekaman
tanya: keamanan, data-pribadi
Rekaman CCTV disimpan empat belas hari; permintaan lewat surat polisi atau pimpinan.

Kamera tidak menghadap layar petugas. Papan pemberitahuan dipasang di pintu.

# SPBE: apa yang dinilai dan bukti yang disiapkan
tanya: spbe
Kebijakan, tata kelola, manajemen, layanan; bukti lebih penting daripada niat.

Sistem pemerintahan berbasis elektronik dinilai setiap tahun. Unggah bukti sepanjang tahun, bukan sepekan sebelum tenggat.

# Memakai kecerdasan buatan untuk membantu menulis
aturan: aplikasi, data-pribadi
Jangan memasukkan data pribadi atau naskah rahasia; hasilnya diperiksa manusia.

AI boleh merapikan kalimat dan membuat ringkasan. Yang menandatangani tetap bertanggung jawab.
`)]
