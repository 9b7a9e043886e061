import type { Need } from './need'

/** What citizens, and those who serve them at the counters, look for. */
export const citizens: readonly Need[] = [
  {
    best: ['Akta kelahiran hilang'], good: ['Akta kelahiran rusak'], near: ['Panduan langkah demi langkah penerbitan akta kelahiran', 'Mencatat kelahiran bayi', 'Akta kelahiran terlambat untuk anak'],
    ask: { exact: ['akta kelahiran hilang'], stemmed: ['kehilangan akta lahir'], misspelt: ['akta kelahirn hilang', 'akte kelahiran hlang'], question: ['bagaimana cara mengurus akta kelahiran yang hilang'], synonym: ['kutipan kedua akta lahir'] },
  },
  {
    best: ['Panduan langkah demi langkah penerbitan akta kelahiran', 'Akta kelahiran terlambat untuk anak'], good: ['Mencatat kelahiran bayi'], near: ['Akta kelahiran hilang', 'Akta kelahiran rusak'],
    ask: { exact: ['akta kelahiran terlambat'], stemmed: ['keterlambatan pencatatan kelahiran'], misspelt: ['akta kelahiran telambat'], question: ['anak umur tujuh tahun belum punya akta kelahiran, bagaimana?'], mixed: ['akta anak 7 tahun terlambat'] },
  },
  {
    best: ['Daftar periksa berkas KTP-el hilang', 'KTP-el hilang di kapal'], good: ['KTP-el luntur'], near: ['Cara menyiasati antrean KTP-el', 'Mengambil dokumen untuk orang lain'],
    ask: { abbreviation: ['ktp hilang'], synonym: ['kartu tanda penduduk hilang'], misspelt: ['ktp-el hlang', 'kartu tanda pendudk hilang'], question: ['apakah KTP yang hilang perlu surat polisi?'], mixed: ['e-ktp hilang rusak'] },
  },
  {
    best: ['Cara menyiasati antrean KTP-el', 'Mengapa antrean KTP-el'], good: ['Antrean daring dan kuota', 'Ruang tunggu dengan papan waktu'], near: ['Mengukur waktu tunggu', 'Jadwal perekaman KTP-el'],
    ask: { exact: ['antrean KTP-el hari Senin'], stemmed: ['mengantre ktp senin'], misspelt: ['antrian ktp senen', 'antrean ktp-el hari senn'], question: ['mengapa antre KTP hari Senin panjang sekali'] },
  },
  {
    best: ['Membuat kartu keluarga baru setelah menikah'], good: ['Menambah anggota keluarga', 'Akta perceraian dan perubahan status'], near: ['Kartu keluarga hilang', 'Memperbaiki nama yang salah di kartu keluarga', 'Mencatatkan perkawinan non-Islam'],
    ask: { abbreviation: ['pisah kk'], synonym: ['kartu keluarga pengantin baru'], question: ['setelah menikah bagaimana membuat KK baru'], misspelt: ['kartu kelurga baru menikah', 'kartu keluarga bru setelah menkah'], mixed: ['KK baru nikah F-1.01'] },
  },
  {
    best: ['Memperbaiki nama yang salah di kartu keluarga', 'Nama anak salah ketik'], good: ['Beda nama di ijazah'], near: ['Membuat kartu keluarga baru'],
    ask: { exact: ['nama salah di kartu keluarga'], abbreviation: ['nama salah KK'], stemmed: ['perbaikan kesalahan nama kartu keluarga'], question: ['nama anak salah ketik di KK apa yang harus saya bawa'], misspelt: ['nama salah kartu kelaurga', 'salah ktik nama kk'] },
  },
  {
    best: ['Pindah keluar dan pindah datang', 'Pindah domisili antar kelurahan'], good: ['Surat keterangan domisili'], near: ['Pindah sekolah karena orang tua'],
    ask: { exact: ['pindah domisili'], stemmed: ['kepindahan penduduk'], synonym: ['pindah alamat'], misspelt: ['pindah domsili', 'pndah datang'], question: ['kalau pindah kelurahan apakah KTP harus diganti?'] },
  },
  {
    best: ['Kartu Identitas Anak'], near: ['Perekaman pertama bagi pemula'],
    ask: { abbreviation: ['KIA syarat'], exact: ['kartu identitas anak'], misspelt: ['kartu idntitas anak'], english: ['KIA child card'] },
  },
  {
    best: ['Mengaktifkan Identitas Kependudukan Digital'], near: ['Perekaman pertama bagi pemula'],
    ask: { abbreviation: ['aktivasi IKD'], exact: ['identitas kependudukan digital'], synonym: ['ktp digital'], misspelt: ['identitas kependudukan digtal'], stemmed: ['pengaktifan identitas digital'] },
  },
  {
    best: ['Mendaftar peserta JKN', 'Kartu BPJS tidak aktif'], near: ['Meminta rujukan dari puskesmas', 'Berobat pertama kali di puskesmas'],
    ask: { abbreviation: ['bpjs', 'jkn tidak aktif'], synonym: ['jaminan kesehatan gratis'], question: ['kenapa kartu bpjs saya tidak aktif'], misspelt: ['bpjs tdak aktif'] },
  },
  {
    best: ['Jadwal imunisasi dasar'], near: ['Memilih alat kontrasepsi', 'Menimbang balita'],
    ask: { exact: ['imunisasi bayi'], english: ['jadwal vaccine bayi'], misspelt: ['imunisai bayi', 'jadwal imunsasi'], stemmed: ['mengimunisasi anak'] },
  },
  {
    best: ['Apa syarat rekomendasi BBM', 'Syarat rekomendasi BBM nelayan'], good: ['Mengurus izin kapal nelayan'],
    ask: { abbreviation: ['BBM nelayan'], synonym: ['solar subsidi nelayan'], misspelt: ['rekomendasi bbm nelyan', 'rekomendsi BBM nelayan'], question: ['apa syarat rekomendasi BBM untuk nelayan kecil'] },
  },
  {
    best: ['Persetujuan bangunan gedung'], good: ['Sertifikat laik fungsi'], near: ['Istilah pajak dan retribusi daerah'],
    ask: { abbreviation: ['PBG', 'IMB'], synonym: ['izin mendirikan bangunan'], question: ['mau bangun rumah urus izin apa'], misspelt: ['persetujuan bangunan gdung'] },
  },
  {
    best: ['Mengurus izin usaha mikro'], good: ['Memilih kode KBLI', 'Perizinan tertahan di OSS', 'Akun OSS pemohon'], near: ['Izin edar makanan rumahan', 'Surat keterangan usaha dan tidak mampu', 'Sertifikat halal gratis'],
    ask: { abbreviation: ['NIB', 'izin umkm'], synonym: ['nomor induk berusaha warung'], question: ['bagaimana mendaftarkan usaha warung saya'], misspelt: ['izin usha mikro', 'ijin usaha mikro'], english: ['izin usaha online OSS'] },
  },
  {
    best: ['Membayar PBB-P2'], good: ['Balik nama PBB', 'Keringanan denda pajak'], near: ['BPHTB: kapan terutang', 'Istilah pajak dan retribusi'],
    ask: { abbreviation: ['bayar PBB'], synonym: ['pajak bumi dan bangunan'], stemmed: ['pembayaran pbb'], misspelt: ['membyar pbb', 'pajak bumi bangunn'], question: ['di mana saya bisa membayar PBB'] },
  },
  {
    best: ['Melaporkan saluran air yang tersumbat', 'Saluran di Jalan Merpati'], near: ['Prosedur tetap tanggap darurat banjir'],
    ask: { exact: ['saluran air tersumbat'], stemmed: ['penyumbatan saluran'], synonym: ['got mampet', 'parit tersumbat'], misspelt: ['saluran air tersumbt'] },
  },
  {
    best: ['Jadwal truk sampah', 'Usulan jadwal pengangkutan sampah'], good: ['Membuang kasur, lemari'], near: ['Memilah sampah menjadi tiga', 'Larangan membakar sampah'],
    ask: { exact: ['jadwal pengangkutan sampah'], stemmed: ['sampah diangkut kapan'], misspelt: ['jadwal pengankutan sampah', 'jadwal smpah'], question: ['kapan truk sampah lewat di Sibolga Utara?'], synonym: ['jadwal pengambilan sampah'] },
  },
  {
    best: ['Pembelajaran dari proyek bank sampah', 'Delapan bulan bank sampah', 'Mendirikan bank sampah'], good: ['Minyak jelantah ditukar', 'Arisan sampah', 'Diskusi: indikator dampak'], near: ['Memilah sampah menjadi tiga'],
    ask: { exact: ['bank sampah'], misspelt: ['bnak sampah'], question: ['apa pelajaran dari bank sampah Pancuran Bambu'] },
  },
  {
    best: ['Prosedur tetap tanggap darurat banjir', 'Banjir rob'], near: ['Mendirikan posko', 'Menyiapkan tas siaga'],
    ask: { exact: ['banjir rob'], stemmed: ['kebanjiran rob'], synonym: ['air pasang masuk rumah'], misspelt: ['banjr rob', 'bajir rob'] },
  },
  {
    best: ['Gempa kuat', 'Peta jalur evakuasi'], good: ['Pembelajaran setelah simulasi gempa', 'Simulasi gempa dan tsunami'], near: ['Menyiapkan tas siaga'],
    ask: { exact: ['evakuasi tsunami'], misspelt: ['evakuasi sunami', 'evakuasi tsunmi'], question: ['apa yang harus dilakukan kalau gempa kuat di pantai'], english: ['tsunami emergency'] },
  },
  {
    best: ['Memasukkan keluarga miskin ke DTSEN', 'Kapan bansos PKH', 'Menyanggah data penerima'], good: ['Validasi data DTSEN', 'Kanal informasi bantuan sosial'], near: ['Santunan kematian bagi warga'],
    ask: { abbreviation: ['bansos'], synonym: ['bantuan sosial'], misspelt: ['bantun sosial', 'bantuan sosal'], question: ['bagaimana supaya keluarga miskin terdaftar menerima bantuan'] },
  },
  {
    best: ['Mengajukan alat bantu', 'Bantuan kursi roda', 'Kursi roda untuk ibu'], near: ['Ramah disabilitas di ruang'],
    ask: { exact: ['kursi roda'], synonym: ['alat bantu difabel'], misspelt: ['kursi rda', 'krusi roda'], question: ['ke mana mengajukan kursi roda untuk orang tua saya'] },
  },
  {
    best: ['Melaporkan jalan berlubang', 'Jalan ke tangkahan'],
    ask: { exact: ['jalan berlubang'], stemmed: ['lubang di jalan'], synonym: ['jalan rusak'], misspelt: ['jalan berlobang', 'jaln berlubang'] },
  },
  {
    best: ['Melaporkan lampu jalan mati', 'Lampu jalan mati di depan SD'],
    ask: { abbreviation: ['PJU rusak'], exact: ['lampu jalan mati'], synonym: ['penerangan jalan padam'], misspelt: ['lampu jaln mati'] },
  },
  {
    best: ['Penerimaan murid baru'], good: ['Sumbangan saat daftar ulang'], near: ['Pindah sekolah karena orang tua'],
    ask: { abbreviation: ['PPDB', 'SPMB'], synonym: ['pendaftaran sekolah'], misspelt: ['penerimaan murd baru'] },
  },
  {
    best: ['Mencegah demam berdarah'], ask: { abbreviation: ['DBD'], exact: ['demam berdarah'], misspelt: ['demam bedarah'], english: ['fogging'] },
  },
]
