import { shortArticles } from './read'

export const izin = shortArticles('izin-pajak', ['kevin', 'christine', 'zulfikar'], `
# Persetujuan bangunan gedung, pengganti IMB
cara: pbg, izin, bangunan
PBG diajukan lewat SIMBG sebelum membangun, dengan gambar dan bukti tanah.

1. Buat akun SIMBG, unggah gambar denah dan tampak.
2. Tim profesi ahli memeriksa.
3. Bayar retribusi sesuai hitungan, PBG terbit.

Rumah sederhana boleh memakai prototipe gratis dari dinas.

# Sertifikat laik fungsi gedung
tanya: slf, bangunan
Diminta setelah bangunan selesai dan sebelum dipakai umum.

SLF diperpanjang lima tahun sekali untuk gedung umum dan dua puluh tahun untuk rumah tinggal.

# Balik nama PBB setelah jual beli atau warisan
cara: pbb, pajak
Mutasi objek pajak: sertifikat, KTP-el, dan pelunasan tunggakan.

Datang ke loket BPKPD atau kelurahan. Pemecahan tanah warisan menghasilkan beberapa nomor objek.

# BPHTB: kapan terutang dan cara menghitung
tanya: bphtb, pajak
Lima persen dari nilai setelah dikurangi bagian tidak kena pajak.

Bea perolehan hak atas tanah dan bangunan dibayar sebelum akta jual beli ditandatangani. Petugas dapat memeriksa lapangan bila harga jauh dari pasar.

# Keringanan denda pajak daerah
cara: pajak, denda
Penghapusan denda PBB diumumkan tiap tahun; permohonan pribadi tetap bisa.

Lampirkan surat keterangan tidak mampu dan bukti bayar pokok. Keputusan paling lama satu bulan.

# Pajak restoran dan kedai kopi
tanya: pajak, restoran
Sepuluh persen dari tagihan, disetor sebelum tanggal 15 bulan berikutnya.

Kedai dengan omzet di bawah batas peraturan daerah tidak dipungut. Mesin perekam transaksi dipasang gratis.

# Memasang reklame dan spanduk
cara: reklame, izin
Izin per titik, pajak menurut ukuran dan lama pasang.

Spanduk tidak boleh melintang di jalan atau dipaku di pohon. Reklame yang habis masa dibongkar Satpol PP.

# Izin edar makanan rumahan PIRT
cara: umkm, pangan
Sertifikat produksi pangan industri rumah tangga: penyuluhan, lalu pemeriksaan dapur.

Ikan asin, keripik, dan sambal botol dapat memakai SPP-IRT. Susu dan daging olahan memerlukan izin BPOM.

# Sertifikat halal gratis untuk usaha kecil
cara: umkm, halal
Jalur pernyataan pelaku usaha dengan pendamping.

Bahan harus sudah pasti kehalalannya. Pendamping datang dua kali; sertifikat terbit daring.

# Memilih kode KBLI yang tepat
tanya: umkm, izin
Satu kegiatan satu kode lima angka; salah kode membuat izin tertahan.

Warung kopi bukan restoran; penjual ikan segar berbeda dari pengolah ikan. Tanyakan di meja bantuan OSS.

# Menyewa kios di Pasar Nauli
sop: pasar, retribusi
Undian terbuka, satu keluarga satu kios, tidak boleh dipindahtangankan.

Retribusi dibayar nontunai tiap awal bulan. Kios yang tutup tiga bulan diambil kembali.

# Izin penelitian dan kuliah kerja nyata
cara: izin, penelitian
Surat pengantar kampus dan proposal; selesai dua hari kerja.

Kesbangpol menerbitkan surat keterangan penelitian. Hasil penelitian diserahkan salinannya ke Bappeda.

# Izin praktik bidan dan perawat
cara: izin, kesehatan
STR seumur hidup, SIP mengikuti tempat praktik.

Ajukan lewat portal perizinan dengan kecukupan satuan kredit profesi. Maksimal sesuai aturan profesi masing-masing.

# Parkir berlangganan dan juru parkir resmi
tanya: parkir, retribusi
Juru parkir resmi memakai rompi bernomor dan memberi karcis.

Tanpa karcis, parkir gratis. Laporkan pungutan liar dengan foto nomor rompi.

# Izin usaha penginapan dan homestay
cara: izin, pariwisata
NIB, sertifikat standar, dan pajak hotel bila di atas batas omzet.

Homestay dengan lima kamar ke bawah tergolong risiko rendah. Dinas Pariwisata memberi pelatihan pengelola.

# Mengurus izin kapal nelayan kecil
cara: nelayan, izin
Pas kecil dan tanda daftar kapal untuk perahu di bawah 5 GT.

Pengukuran oleh syahbandar; tanda daftar oleh Dinas Perikanan. Tanpa keduanya, rekomendasi BBM tidak dapat diberikan.

# Air tanah dan sumur bor usaha
tanya: pajak, air
Usaha cucian mobil dan depot air wajib berizin dan membayar pajak air tanah.

Meter dipasang di mulut sumur. Rumah tangga tidak dipungut.

# Perizinan tertahan di OSS
tanya: oss, izin
Tiga sebab tersering: tata ruang belum sesuai, KBLI keliru, data NIK tidak padan.

Meja bantuan DPMPTSP membuka layar bersama pemohon. Akun terkunci dipulihkan lewat surel pemiliknya sendiri.
`)
