import { shortArticles } from './read'

export const lingkungan = shortArticles('lingkungan-bencana', ['debora', 'togar', 'iskandar'], `
# Jadwal truk sampah per kelurahan
tanya: sampah
Keluarkan sampah antara pukul 05.00 dan 06.30 pada hari jalur Anda.

Senin dan Kamis: Sibolga Utara. Selasa dan Jumat: Sibolga Kota. Rabu dan Sabtu: Sambas dan Selatan. Terlewat dua kali, laporkan lewat forum.

# Membuang kasur, lemari, dan barang besar
cara: sampah
Penjemputan barang besar hari Sabtu atas permohonan, tanpa biaya.

Daftarkan lewat kelurahan paling lambat Kamis. Jangan menaruhnya di tepi saluran.

# Baterai, lampu, dan limbah B3 rumah tangga
cara: sampah, b3
Kotak kumpul di tiap kelurahan; jangan dicampur dengan sampah biasa.

Limbah bahan berbahaya dan beracun mencakup aki, cat, obat kedaluwarsa, dan pestisida.

# Minyak jelantah ditukar di bank sampah
praktik: sampah, bank-sampah
Seribu liter pertama terkumpul dalam empat bulan, saluran dapur lebih lancar.

Warga membawa jelantah dalam botol bekas. Pengepul berizin menjemput dua minggu sekali.

# Mendirikan bank sampah di RT
cara: bank-sampah
Lima pengurus, satu timbangan, buku tabungan, dan pengepul yang pasti.

Mulai dari dua jenis: botol dan kardus. Tambah jenis setelah tiga bulan. Pembukuan dibacakan tiap bulan.

# Larangan membakar sampah di halaman
aturan: sampah
Asapnya melanggar peraturan daerah dan mengganggu tetangga berpenyakit paru.

Teguran dua kali sebelum denda. Daun kering dikomposkan atau dijemput.

# Bau limbah pengolahan ikan
tanya: limbah, pengaduan
Cara melapor, apa yang diukur petugas, dan berapa lama perbaikan.

Petugas DLH mengambil contoh air dan udara. Usaha diberi waktu tiga puluh hari membuat bak pengendap.

# Menebang atau memangkas pohon di tepi jalan
cara: pohon
Permohonan ke DLH; pohon yang membahayakan ditangani hari itu.

Menebang sendiri pohon kota dilarang. Satu pohon ditebang diganti tiga bibit.

# Kebakaran: tiga menit pertama
cara: kebakaran, darurat
Keluarkan orang, telepon 113, matikan listrik bila aman.

Minyak terbakar ditutup kain basah, jangan disiram. Pemadam kebakaran juga menolong evakuasi ular dan cincin yang tersangkut.

# Gempa kuat: berlindung lalu naik ke tempat tinggi
cara: gempa, tsunami
Gempa lebih dari dua puluh detik di pantai: jangan menunggu sirene.

Lindungi kepala, keluar setelah guncangan berhenti, jalan kaki ke bukit lewat jalur evakuasi. Jangan kembali sebelum diumumkan aman.

# Peta jalur evakuasi tsunami
tanya: tsunami, peta
Sebelas titik kumpul, ditandai papan biru setiap dua ratus meter.

Titik terdekat tertera di balik kartu RT. Jalur naik tangga seratus paling cepat bagi warga Pasar Belakang.

# Tanda-tanda tanah longsor di lereng
tanya: longsor
Retakan baru, pintu sulit dibuka, air keruh tiba-tiba: segera mengungsi.

Hujan lebat dua jam berturut-turut di Simare-mare adalah tanda siaga. Hubungi BPBD.

# Mendirikan posko dan dapur umum
sop: bencana
Enam jam pertama: tempat, air, jamban, daftar pengungsi menurut kelompok rentan.

Dapur umum dipisah dari gudang. Relawan dicatat dan dibagi tiga giliran. Bantuan diumumkan setiap sore.

# Mendata kerusakan rumah sesudah bencana
sop: bencana, data
Ringan, sedang, berat: formulir, foto empat sisi, dan tanda tangan lurah.

Pendataan selesai tujuh hari. Pemilik menerima salinan dan dapat menyanggah.

# Banjir rob: membaca tabel pasang
cara: rob, banjir
Pasang tertinggi terjadi sekitar bulan purnama dan bulan mati.

Naikkan barang sehari sebelumnya, matikan stopkontak bawah, dan pindahkan kendaraan ke Jalan Sisingamangaraja.

# Menanam mangrove yang bertahan hidup
pelajaran: mangrove, pantai
Dari 2.000 bibit pertama hanya 300 hidup; penyebabnya ombak dan kambing.

Pagar bambu, jenis bibit yang sesuai, dan penjaga dari nelayan setempat menaikkan menjadi tujuh dari sepuluh.

# Menjaga mata air dan sungai Aek Doras
praktik: sungai, air
Lima RT bergiliran menjaga; air keruh berkurang dalam satu musim.

Kesepakatan tertulis: tidak ada kandang dan tempat cuci di hulu.

# Polusi suara pengeras dan hajatan
tanya: kebisingan, pengaduan
Pengeras suara berhenti pukul 22.00; Satpol PP menegur di tempat.

Laporan boleh tanpa nama. Rumah ibadah diatur tersendiri.
`)
