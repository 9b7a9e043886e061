import { shortArticles } from './read'

export const kepegawaian = shortArticles('kepegawaian', ['melva', 'endang', 'parlindungan'], `
# Cuti tahunan: hak, sisa, dan cara mengajukan
tanya: cuti
Dua belas hari kerja setahun; sisa dapat dibawa paling banyak enam hari.

Ajukan lewat atasan langsung paling lambat lima hari kerja sebelumnya. PPPK berhak setelah satu tahun bekerja terus-menerus.

# Cuti sakit dan surat dokter
tanya: cuti
Sakit sehari cukup pemberitahuan; lebih dari itu dengan surat dokter.

Lebih dari empat belas hari memakai surat dokter pemerintah. Tunjangan dihitung menurut lama cuti.

# Cuti melahirkan bagi ASN
tanya: cuti
Tiga bulan untuk anak pertama sampai ketiga; suami dapat cuti alasan penting.

Cuti diajukan sejak satu bulan sebelum perkiraan lahir. Penggajian tetap.

# Cuti besar dan cuti di luar tanggungan negara
tanya: cuti
Cuti besar tiga bulan setelah lima tahun bekerja, misalnya untuk ibadah haji.

CLTN tidak mendapat gaji dan masa kerjanya tidak dihitung.

# Berkas kenaikan pangkat reguler dan pilihan
cara: kenaikan-pangkat
Enam periode setahun; berkas masuk dua bulan sebelumnya.

SK pangkat terakhir, penilaian kinerja dua tahun, dan ijazah bila ada. Berkas kurang dikembalikan dalam lima hari.

# Kenaikan gaji berkala dua tahun sekali
tanya: gaji
KGB terbit otomatis bila SKP bernilai baik; periksa tanggal mulai.

Keterlambatan SK tidak menghilangkan hak; kekurangan dibayar sebagai rapel.

# Mempersiapkan pensiun sejak setahun sebelumnya
cara: pensiun
Usulan masuk satu tahun sebelum batas usia pensiun, dengan data keluarga terbaru.

Periksa nama anak dan pasangan di data kepegawaian. Taspen membayar tabungan hari tua pada bulan pertama pensiun. Masa persiapan pensiun boleh diminta.

# Mutasi antar perangkat daerah atas permintaan sendiri
sop: mutasi
Lolos butuh dari kepala asal, kebutuhan di tempat tujuan, persetujuan wali kota.

Paling cepat dua tahun setelah penempatan. Pindah antar kota memerlukan persetujuan teknis BKN.

# Tugas belajar dan izin belajar
tanya: pendidikan, pengembangan-kompetensi
Tugas belajar dibiayai atau mandiri; keduanya harus disetujui sebelum kuliah dimulai.

Program studi sesuai kebutuhan organisasi. Setelah lulus ada ikatan kerja untuk yang dibiayai.

# Hukuman disiplin: ringan, sedang, berat
aturan: disiplin
Dari teguran lisan sampai pemberhentian, dengan hak menjawab.

Tidak masuk kerja tanpa alasan dihitung kumulatif setahun. Atasan wajib memeriksa; yang membiarkan ikut dihukum.

# Lupa absen dan dinas luar
cara: presensi
Koreksi presensi diajukan hari itu dengan surat tugas atau bukti lain.

Koreksi lebih dari tiga kali sebulan perlu persetujuan kepala perangkat daerah. Titip absen termasuk pelanggaran disiplin.

# Cara menghitung tambahan penghasilan pegawai
tanya: tpp, kinerja
TPP dari kinerja enam puluh dan disiplin empat puluh persen, dikurangi keterlambatan.

Contoh hitungan ada di lampiran. Pegawai cuti sakit lama menerima sebagian.

# Melaporkan LHKPN dan SPT tahunan
cara: lhkpn, pajak
Laporan harta kekayaan sampai 31 Maret; SPT pada tanggal yang sama.

Siapkan saldo akhir tahun, NJOP, dan pinjaman. Pejabat wajib lapor yang terlambat ditunda tunjangannya.

# Latsar CPNS: persiapan dan rancangan aktualisasi
cara: cpns, pelatihan
Pilih satu masalah kecil di unit sendiri yang selesai dalam tiga puluh hari.

Mentor atasan dan coach dari widyaiswara. Nilai BerAKHLAK ditunjukkan lewat perbuatan.

# Orientasi PPPK baru pada pekan pertama
sop: pppk
Perkenalan, alat kerja, sasaran tiga bulan, dan pendamping.

Daftar periksa ditandatangani atasan dan pegawai. Perpanjangan kontrak menilai sasaran ini.

# Perpanjangan perjanjian kerja PPPK
tanya: pppk
Berdasarkan kinerja dan kebutuhan, diusulkan enam bulan sebelum habis.

Pegawai diberi tahu hasilnya paling lambat tiga bulan sebelumnya.

# Menjadi pelaksana tugas dan pelaksana harian
aturan: jabatan
Plt mengisi jabatan kosong, Plh ketika pejabat berhalangan sementara.

Keduanya tidak boleh mengambil keputusan strategis tentang organisasi, kepegawaian, dan anggaran.

# Kode etik dan nilai BerAKHLAK dalam kerja sehari-hari
aturan: etika
Tujuh nilai dasar dengan contoh perilaku di loket, rapat, dan lapangan.

Berorientasi pelayanan, akuntabel, kompeten, harmonis, loyal, adaptif, kolaboratif.

# Penilaian kinerja: ekspektasi, umpan balik, predikat
cara: skp, kinerja
Dialog kinerja triwulanan lebih penting daripada formulir akhir tahun.

Predikat ditentukan dari hasil kerja dan perilaku. Pegawai berhak keberatan dalam empat belas hari.

# Bekerja dari rumah dan jam kerja fleksibel
aturan: wfh
Hanya untuk pekerjaan yang dapat diukur hasilnya; layanan langsung tidak.

Paling banyak dua hari seminggu dengan persetujuan atasan. Hadir di jam inti 09.00 sampai 14.00.

# Kartu istri, kartu suami, dan data keluarga pegawai
cara: data-pegawai
Perkawinan dan kelahiran dilaporkan agar tunjangan keluarga benar.

Unggah buku nikah dan akta anak di aplikasi data ASN. Tunjangan anak sampai usia 21, atau 25 bila kuliah.
`)
