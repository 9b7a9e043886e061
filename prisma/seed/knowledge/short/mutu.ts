import { shortArticles } from './read'

export const mutu = [...shortArticles('mutu-pelayanan', ['dewi', 'parlindungan', 'zulfikar'], `
# Maklumat pelayanan: janji yang dapat ditagih
aturan: standar-pelayanan
Satu halaman, ditandatangani, dipasang di pintu masuk.

Maklumat memuat janji, sanksi, dan kanal pengaduan. Bukan hiasan: warga boleh memotretnya sebagai dasar laporan.

# Menjawab laporan SP4N-LAPOR dengan kalimat yang selesai
cara: pengaduan, lapor
Akui, jelaskan yang sudah dilakukan, sebut tanggal berikutnya.

Hindari "akan dikoordinasikan". Lampirkan foto sesudah perbaikan. Admin menutup laporan hanya setelah warga diberi waktu menanggapi.

# Mengelola pengaduan bernada marah di media sosial
sop: pengaduan, media-sosial
Jawab sekali di muka umum, lanjutkan di saluran pribadi, kembali dengan hasilnya.

Jangan menghapus komentar kecuali memuat data pribadi atau ancaman.

# Antrean daring dan kuota loket
praktik: antrean, loket
Separuh kuota untuk daring, separuh untuk yang datang, agar yang gagap gawai tidak tertinggal.

Waktu tunggu turun dari 94 menjadi 38 menit. Nomor daring hangus setelah lima belas menit.

# Ramah disabilitas di ruang pelayanan
cara: disabilitas, loket
Bidang miring, meja rendah, pemandu, dan juru bahasa isyarat atas janji.

Tanyakan "apa yang dapat saya bantu", jangan mendorong kursi roda tanpa izin. Huruf di papan minimal tiga sentimeter.

# Menyusun alur layanan dengan peta perjalanan warga
cara: standar-pelayanan
Ikuti satu warga dari rumah sampai pulang, catat setiap tunggu.

Peta memuat langkah, perasaan, dan waktu. Tiga titik terlama menjadi rencana perbaikan.

# Survei kepuasan yang jujur tanpa pengawasan petugas
tanya: skm
Kotak dan tautan di luar loket; petugas tidak menunggui.

Nilai yang selalu tinggi patut dicurigai. Bandingkan dengan jumlah pengaduan bulan itu.

# Mal pelayanan publik: siapa membuka gerai apa
tanya: mpp
Dua puluh tiga gerai dari sebelas instansi, Senin sampai Sabtu.

Gerai SIM keliling hadir hari Rabu. Layanan imigrasi dengan janji lebih dulu.

# Mengukur waktu tunggu dengan jam dinding dan kertas
cara: antrean, data
Empat puluh pengamatan cukup untuk melihat pola.

Catat jam ambil nomor, jam dipanggil, jam selesai. Hitung median, bukan hanya rata-rata.

# Menutup layanan sementara tanpa membuat warga pulang kecewa
sop: loket
Umumkan sehari sebelumnya, beri jalan pengganti dan jam kembali.

Gangguan jaringan diumumkan tiap tiga puluh menit meskipun belum ada kabar baru.

# Pungutan liar: cara mengenali dan melaporkan
tanya: pengaduan, integritas
Setiap biaya di luar tarif yang ditempel adalah pungli.

Laporkan dengan waktu, tempat, dan jumlah. Pelapor dilindungi.

# Kompensasi bila standar pelayanan dilanggar
tanya: standar-pelayanan
Permintaan maaf tertulis dan layanan didahulukan bila terlambat karena kami.

Bentuknya ditulis di maklumat. Tidak berupa uang.

# Surat keterangan usaha dan tidak mampu di kelurahan
cara: kelurahan, surat
Pengantar RT, KTP-el, dan KK; selesai hari itu.

SKTM dipakai beasiswa dan keringanan. Surat keterangan usaha bukan izin usaha.

# Hak warga saat mengurus layanan
aturan: standar-pelayanan
Tahu syarat, tahu biaya, tahu waktu, dan berhak mengadu.

Petugas menjelaskan penolakan secara tertulis dengan dasar aturannya.
`), ...shortArticles('praktik-baik', ['sri', 'dewi', 'roslina', 'debora'], `
# Loket satu pintu kelurahan dengan satu formulir
praktik: kelurahan, loket
Sembilan surat memakai satu formulir; kesalahan isi turun separuh.

Kami menyatukan kolom yang sama dan menaruh contoh terisi di meja.

# Kunjungan rumah bagi pasien yang berhenti berobat
praktik: tbc, puskesmas
Perawat datang bersama kader, tanpa seragam, sesudah magrib.

Dari 19 pasien yang putus obat, 15 kembali. Malu kepada tetangga ternyata sebab utamanya.

# Papan harga ikan harian di tangkahan
praktik: nelayan, data
Harga ditulis pukul enam pagi; tengkulak tidak lagi menentukan sendiri.

Penyuluh memotret papan dan mengirimnya ke grup nelayan.

# Kelas membaca rapor bagi orang tua
praktik: pendidikan, sekolah
Dua jam setiap semester, orang tua mengerti apa yang harus ditemani di rumah.

Kehadiran ayah naik ketika kelas dipindah ke Sabtu sore.

# Rapat berdiri lima belas menit setiap pagi
praktik: rapat, kinerja
Tiga pertanyaan, satu papan, selesai sebelum loket dibuka.

Masalah yang butuh lebih lama diberi nama penanggung jawab, tidak dibahas di situ.

# Gagalnya aplikasi antrean pertama kami
pelajaran: aplikasi, antrean
Dibeli sebelum warga ditanya; tiga bulan kemudian hanya 4 persen memakainya.

Yang kami lakukan kedua kalinya: mencoba dengan kertas, mengamati, baru membuat.

# Arisan sampah ibu-ibu Pancuran Gerobak
praktik: bank-sampah, sampah
Setoran plastik menjadi giliran arisan; 60 rumah ikut tanpa anggaran.

Kuncinya pengurus yang dipercaya dan catatan yang terbuka.

# Posyandu malam untuk anak nelayan
praktik: posyandu, stunting
Buka pukul tujuh malam, cakupan timbang naik dari 58 menjadi 86 persen.

Lampu dan teh hangat disediakan RT; bidan bergiliran.

# Duta arsip di setiap bidang
praktik: arsip
Satu orang per bidang menata lima belas menit setiap Jumat.

Surat ditemukan dalam dua menit. Penghargaan diberikan pada hari jadi kota.
`)]
