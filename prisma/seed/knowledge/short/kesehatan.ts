import { shortArticles } from './read'

export const kesehatan = shortArticles('kesehatan-sosial', ['meriba', 'eka', 'lasmaria', 'liana'], `
# Jadwal imunisasi dasar lengkap bayi
tanya: imunisasi, bayi
Dari hepatitis B saat lahir sampai campak rubela pada sembilan bulan.

Imunisasi diberikan gratis di posyandu dan puskesmas. Terlambat dapat dikejar; tidak diulang dari awal. Demam ringan setelah suntikan wajar, beri minum dan kompres hangat.

# Mendaftar peserta JKN yang iurannya dibayar pemerintah
cara: jkn, bpjs
Penerima bantuan iuran BPJS Kesehatan diusulkan lewat kelurahan.

1. Pastikan keluarga tercatat dalam DTSEN.
2. Kelurahan mengusulkan lewat aplikasi.
3. Kartu aktif bulan berikutnya bila disetujui.

# Kartu BPJS tidak aktif saat hendak berobat
tanya: jkn, bpjs
Pelayanan gawat darurat tetap diberikan; keaktifan diurus dalam tiga hari.

Keluarga menghubungi Dinas Sosial dengan KTP-el dan surat rawat. Peserta mandiri melunasi tunggakan lewat cicilan REHAB.

# Meminta rujukan dari puskesmas ke rumah sakit
cara: rujukan, rsud
Rujukan diberikan bila penyakit di luar kemampuan puskesmas, bukan atas permintaan.

Surat rujukan daring berlaku tiga bulan. Penyakit menahun mendapat rujuk balik sehingga obat diambil di puskesmas.

# Memanggil ambulans gratis Sibolga
cara: ambulans, darurat
Telepon 119, sebutkan tempat dan keadaan, jangan menutup telepon.

Ambulans desa siaga siang malam. Jalan yang ditutup pesta wajib menyisakan lewat tiga meter. Ambulans laut berangkat dari Pelabuhan Lama bila gelombang mengizinkan.

# Mencegah demam berdarah dengan 3M
cara: dbd, nyamuk
Menguras, menutup, mendaur ulang; pengasapan hanya setelah ada kasus.

Kader jumantik memeriksa bak air tiap Jumat. Fogging tidak membunuh jentik, karena itu bukan jalan pertama. Laporkan kasus DBD ke puskesmas untuk penyelidikan.

# Pengobatan TBC sampai tuntas
tanya: tbc
Enam bulan, gratis, dengan pengawas minum obat dari keluarga.

Batuk dua pekan lebih diperiksa dahaknya. Berhenti minum obat membuat kuman kebal. Keluarga serumah diperiksa juga.

# Digigit anjing: langkah pertama dan vaksin rabies
cara: rabies, vaksin
Cuci luka dengan sabun lima belas menit, lalu segera ke pusat rabies.

Vaksin anti rabies tersedia di Puskesmas Aek Habil dan RSUD. Jangan membunuh anjingnya; amati empat belas hari. Petugas hewan dipanggil lewat Dinas Pertanian.

# Memilih alat kontrasepsi bersama bidan
tanya: kb
KB suntik, pil, IUD, implan: gratis di puskesmas, dan dapat diganti.

Bidan menanyakan riwayat penyakit dan rencana anak berikutnya. Alat dalam rahim dapat dipasang segera setelah melahirkan.

# Makanan tambahan untuk balita berat badan kurang
praktik: stunting, gizi
Ikan teri, telur, dan daun kelor selama sembilan puluh hari menaikkan berat 41 dari 52 balita.

Kader memasak bergiliran. Kunci keberhasilannya: dimakan di tempat, ditimbang tiap pekan, dan ibu membawa pulang resepnya.

# Pemeriksaan kesehatan calon pengantin
cara: kia, perkawinan
Darah, gizi, dan konseling tiga bulan sebelum menikah.

Datang berdua ke puskesmas dengan KTP-el. Hasilnya dipakai mencegah anemia dan stunting pada anak.

# Memasukkan keluarga miskin ke DTSEN
cara: dtsen, bantuan-sosial
Usul lewat musyawarah kelurahan atau aplikasi; disahkan tiap bulan.

Petugas mendatangi rumah, memotret, dan mencatat pekerjaan serta aset. Terdaftar tidak sama dengan pasti menerima bantuan.

# Kapan bansos PKH dan sembako dicairkan
tanya: bantuan-sosial, pkh
Empat tahap setahun lewat kartu keluarga sejahtera atau kantor pos.

Periksa nama di laman cek bansos dengan NIK. Potongan oleh siapa pun dilaporkan ke Dinas Sosial.

# Menyanggah data penerima bantuan sosial
sop: dtsen, bantuan-sosial
Warga dapat menyanggah tetangga yang mampu; identitas pelapor dijaga.

Sanggahan diverifikasi dalam tujuh hari oleh petugas yang tidak mengenal kedua pihak. Hasil ditempel tanpa nama pelapor.

# Menolong orang dengan gangguan jiwa yang terlantar
sop: odgj, sosial
Satpol PP mengamankan, puskesmas memeriksa, Dinas Sosial mencari keluarga.

Tidak ada pemasungan. Obat diambil tiap bulan di puskesmas setelah pulang dari rumah sakit jiwa.

# Bantuan kursi roda dan kaki palsu
cara: disabilitas
Ukur dahulu oleh terapis, baru pesan; alat yang tidak pas melukai.

Permohonan lewat kelurahan dengan foto dan surat puskesmas. Waktu tunggu sekitar dua bulan.

# Santunan kematian bagi warga miskin
cara: bantuan-sosial, kematian
Ahli waris mengajukan paling lambat tiga puluh hari dengan akta kematian.

Santunan dikirim ke rekening ahli waris. Pengajuan gratis di kelurahan.

# Donor darah rutin di PMI
tanya: donor-darah
Usia 17 sampai 60, berat 45 kilogram, jarak dua bulan lebih.

Makan dan tidur cukup sebelumnya. Jadwal bus donor ditempel tiap awal bulan di mal pelayanan.

# Kekerasan terhadap perempuan dan anak: ke mana melapor
cara: perlindungan, anak
Hubungi 129 atau UPTD PPA; pendampingan hukum dan psikolog gratis.

Korban tidak perlu membawa bukti untuk ditolong. Visum dibiayai pemerintah. Identitas dirahasiakan.
`)
