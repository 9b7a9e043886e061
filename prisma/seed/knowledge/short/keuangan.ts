import { shortArticles } from './read'

export const keuangan = shortArticles('keuangan', ['agus', 'herlina', 'rudy', 'christine'], `
# Perjalanan dinas: dari surat tugas sampai laporan
sop: perjalanan-dinas, spj
Surat tugas, SPPD, tiket dan tagihan hotel asli, laporan lima hari sesudah pulang.

Biaya penginapan dibayar sesuai bukti; tanpa menginap di hotel berlaku persentase dari tarif. Uang harian mengikuti standar harga satuan.

# Tarif uang harian dan penginapan
aturan: perjalanan-dinas
Standar harga satuan regional menjadi batas tertinggi.

Perjalanan dalam kota di atas delapan jam mendapat uang transpor. Makan yang disediakan panitia mengurangi uang harian.

# Kuitansi dan nota yang sah
cara: spj
Tanggal, uraian, jumlah dengan huruf, tanda tangan, meterai bila lima juta ke atas.

Nota tanpa nama toko tidak diterima. Salah tulis dicoret sekali dan diparaf.

# PPh 21 atas honor pegawai dan bukan pegawai
tanya: pajak, honor
Golongan menentukan tarif bagi ASN; bukan pegawai memakai tarif berlapis.

Bukti potong dibuat pada hari pembayaran dan disetor bulan berikutnya.

# PPN dan PPh 22 pada belanja barang
tanya: pajak, pengadaan
Bendahara memungut menurut nilai dan jenis penyedia.

Belanja lewat lokapasar dipungut oleh lokapasar. Simpan bukti setor dengan SPJ.

# UP, GU, TU, dan LS: kapan memakai yang mana
tanya: anggaran, bendahara
Empat cara mencairkan uang dan batas masing-masing.

Uang persediaan untuk belanja kecil, ganti uang setelah SPJ, tambah uang untuk keperluan mendesak sebulan, langsung kepada pihak ketiga.

# Pergeseran anggaran antar rincian belanja
sop: anggaran, dpa
Usul sebelum triwulan terakhir, dengan alasan dan akibat pada keluaran.

Pergeseran dalam satu objek cukup persetujuan kepala perangkat daerah; antar jenis belanja menunggu perubahan APBD.

# Menyusun HPS dari tiga sumber harga
cara: pengadaan
Harga pasar, kontrak terakhir, dan katalog; simpan tanggal dan sumbernya.

Harga perkiraan sendiri tidak rahasia nilai totalnya, tetapi rinciannya rahasia. Berlaku dua puluh delapan hari.

# Pengadaan langsung sampai dua ratus juta
sop: pengadaan
Satu penyedia yang mampu, negosiasi tertulis, bukti sesuai nilai.

Jangan memecah paket. Usaha kecil setempat didahulukan.

# Swakelola bersama kelompok masyarakat
cara: pengadaan
Tipe empat: proposal, kesepakatan, pembayaran bertahap, pendampingan.

Kelompok mencatat upah dan bahan dengan format sederhana yang kami sediakan.

# Denda keterlambatan kontrak
tanya: pengadaan, denda
Satu per seribu tiap hari dari bagian yang belum selesai.

Keadaan kahar dibuktikan, bukan disebut. Perpanjangan dibuat sebelum kontrak berakhir.

# Mencatat barang milik daerah dan label inventaris
sop: aset
Setiap barang punya nomor, ruang, dan penanggung jawab.

Inventarisasi enam bulan sekali. Barang rusak berat diusulkan hapus, tidak disimpan bertahun-tahun.

# Meminjam dan mengembalikan kendaraan dinas
sop: aset, kendaraan
Surat pinjam, catatan kilometer, foto sebelum dan sesudah.

Kendaraan dinas tidak dipakai mudik. Tilang ditanggung pengemudi.

# Hibah dan bantuan sosial dari APBD
aturan: hibah
Proposal masuk sebelum rencana kerja ditetapkan; penerima melapor penggunaannya.

Tidak boleh berulang tiap tahun kecuali ditentukan aturan.

# Dana BOS: belanja yang boleh dan tidak
tanya: bos, sekolah
Buku, pemeliharaan, dan kegiatan murid boleh; membeli seragam pribadi tidak.

Rencana kerja disusun bersama komite dan ditempel di papan sekolah.

# BLUD puskesmas: fleksibilitas dan batasnya
tanya: blud, puskesmas
Pendapatan dipakai langsung sesuai rencana bisnis, tetap dengan ambang batas.

Pengadaan boleh memakai aturan sendiri yang ditetapkan wali kota.

# Menjawab temuan BPK dalam enam puluh hari
sop: audit, temuan
Rencana aksi, bukti setor atau perbaikan, surat jawaban.

Inspektorat mengumpulkan bukti dan mengunggahnya. Temuan yang berulang menunjukkan sebab yang belum diperbaiki.

# Menyusun rencana kerja dan anggaran yang terbaca
cara: rka, perencanaan
Satu kegiatan, satu keluaran, satu ukuran, lalu biayanya.

RKA disusun dari sasaran renstra. Hindari menyalin tahun lalu ditambah sepuluh persen.

# Musrenbang kelurahan: dari usulan ke program
cara: musrenbang, perencanaan
Januari di kelurahan, Februari di kecamatan, Maret di kota.

Usulan yang diterima diberi alasan, yang ditolak juga. Warga memantau lewat papan kelurahan.

# Akhir tahun: batas pengajuan SPM dan penyetoran sisa kas
aturan: anggaran, bendahara
Tanggal dari surat edaran; sisa uang persediaan disetor sebelum 31 Desember.

Pekerjaan yang belum selesai dibayar sesuai kemajuan, dengan jaminan.
`)
