import type { Need } from './need'

/** What civil servants look for about their own work. */
export const staff: readonly Need[] = [
  {
    best: ['Cuti tahunan'], good: ['Cuti besar dan cuti di luar', 'Cuti sakit dan surat', 'Cuti melahirkan'],
    ask: { exact: ['cuti tahunan'], misspelt: ['cuti tahunn', 'cuti tahunan pnss'], question: ['berapa sisa cuti yang boleh dibawa ke tahun depan'], english: ['annual leave cuti'] },
  },
  {
    best: ['Cuti melahirkan'], near: ['Cuti tahunan', 'Cuti sakit dan surat'],
    ask: { exact: ['cuti melahirkan'], synonym: ['cuti bersalin'], misspelt: ['cuti mlahirkan'], question: ['berapa lama cuti untuk ibu yang melahirkan'] },
  },
  {
    best: ['Cara mencatat jam pelajaran', 'Batas pencatatan JP'], good: ['Guru PPPK: bagaimana mengatur 20 JP', 'Apa beda coaching'], near: ['Mengusulkan pelatihan untuk tahun'],
    ask: { abbreviation: ['JP', 'catat JP'], exact: ['mencatat jam pelajaran'], misspelt: ['jam pelajran', 'mencatat jam pelajaan'], question: ['kapan batas pencatatan jam pelajaran tahun ini'] },
  },
  {
    best: ['Menyusun SKP dengan indikator', 'SKP: indikator untuk pekerjaan'], good: ['Penilaian kinerja: ekspektasi'], near: ['Cara menghitung tambahan penghasilan'],
    ask: { abbreviation: ['SKP'], synonym: ['sasaran kinerja pegawai'], misspelt: ['sasaran kinrja pegawai', 'indikatr SKP'], stemmed: ['penyusunan skp'], question: ['indikator SKP apa untuk pekerjaan yang menunggu perintah'] },
  },
  {
    best: ['Cara menghitung tambahan penghasilan'], ask: { abbreviation: ['TPP'], synonym: ['tunjangan kinerja pegawai'], misspelt: ['tambahan penghasilan pegawi'], stemmed: ['perhitungan tambahan penghasilan'] },
  },
  {
    best: ['Panduan coaching', 'Apa beda coaching'], near: ['Latsar CPNS'],
    ask: { english: ['coaching', 'coaching vs mentoring'], misspelt: ['coching atasan'], question: ['apa bedanya coaching dan mentoring'] },
  },
  {
    best: ['Pertanyaan yang sering diajukan tentang PPPK', 'Perpanjangan perjanjian kerja PPPK', 'Orientasi PPPK'], good: ['Guru PPPK: bagaimana'],
    ask: { abbreviation: ['p3k', 'pppk'], synonym: ['pegawai pemerintah dengan perjanjian kerja'], mixed: ['perpanjangan kontrak p3k'] },
  },
  {
    best: ['Mempersiapkan pensiun'], ask: { exact: ['pensiun'], stemmed: ['pensiunan persiapan'], misspelt: ['persiapan pensun', 'pensiunn taspen'], question: ['kapan harus mengajukan berkas pensiun'] },
  },
  {
    best: ['Berkas kenaikan pangkat'], near: ['Kenaikan gaji berkala'], ask: { exact: ['kenaikan pangkat'], synonym: ['naik pangkat'], misspelt: ['kenaikan pngkat', 'kenaikn pangkat'] },
  },
  {
    best: ['Melaporkan LHKPN'], ask: { abbreviation: ['LHKPN'], synonym: ['laporan harta kekayaan'], misspelt: ['laporan harta kekayan'], mixed: ['lapor SPT tahunan 31 maret'] },
  },
  {
    best: ['Menyusun SPJ kegiatan'], good: ['Perjalanan dinas: dari surat', 'Kuitansi dan nota'], near: ['UP, GU, TU, dan LS'],
    ask: { abbreviation: ['SPJ'], synonym: ['surat pertanggungjawaban kegiatan'], misspelt: ['spj dikembalkan'], question: ['mengapa SPJ saya selalu dikembalikan'] },
  },
  {
    best: ['Perjalanan dinas: dari surat', 'Tarif uang harian'], near: ['Kuitansi dan nota'],
    ask: { abbreviation: ['SPPD'], exact: ['perjalanan dinas'], misspelt: ['perjalanan dnas', 'perjalann dinas'], question: ['berapa uang harian perjalanan dinas'], english: ['hotel perjalanan dinas'] },
  },
  {
    best: ['Menyusun anggaran kas', 'Anggaran kas triwulan'], near: ['Akhir tahun: batas pengajuan', 'Pergeseran anggaran antar'],
    ask: { exact: ['anggaran kas'], stemmed: ['penganggaran kas'], misspelt: ['angaran kas', 'anggarn kas'], question: ['mengapa anggaran kas menumpuk di akhir tahun'] },
  },
  {
    best: ['Bolehkah honor narasumber', 'Honor narasumber dari ASN'], near: ['PPh 21 atas honor'],
    ask: { exact: ['honor narasumber'], synonym: ['honorarium pembicara'], misspelt: ['honor narsumber', 'honor nara sumber'], question: ['bolehkah ASN dibayar honor sebagai narasumber'] },
  },
  {
    best: ['Membeli lewat e-katalog', 'Membeli lewat e-katalog: barang dikirim'], near: ['Menyusun HPS', 'Pengadaan langsung'],
    ask: { english: ['e-katalog', 'e-catalogue'], misspelt: ['e-katalg barang beda', 'ekatalog barang berbeda'], question: ['barang e-katalog datang berbeda merek, harus bagaimana'] },
  },
  {
    best: ['Menyusun HPS'], good: ['Pengadaan langsung'], ask: { abbreviation: ['HPS'], synonym: ['harga perkiraan sendiri'], misspelt: ['harga perkiran sendiri'] },
  },
  {
    best: ['SOP menerima dan meneruskan pengaduan', 'Menjawab laporan SP4N-LAPOR'], good: ['Mengelola pengaduan bernada', 'Berbagi contoh SOP penanganan keluhan'], near: ['Kiat menghadapi warga', 'Melapor pelanggaran'],
    ask: { exact: ['SOP pengaduan'], synonym: ['menangani keluhan warga'], misspelt: ['sop pengduan', 'penanganan pengaduaan'], question: ['berapa hari pengaduan harus dijawab'] },
  },
  {
    best: ['Cara menghitung IKM', 'Menentukan jumlah responden', 'Survei kepuasan yang jujur'], near: ['Apa yang membuat Anda puas'],
    ask: { abbreviation: ['SKM', 'IKM'], synonym: ['survei kepuasan masyarakat'], misspelt: ['survei kepuasn masyarakat', 'survey kepuasan'], stemmed: ['penghitungan indeks kepuasan'] },
  },
  {
    best: ['Standar Pelayanan: 14 komponen'], good: ['Maklumat pelayanan', 'Kompensasi bila standar', 'Rancangan standar pelayanan'], near: ['Hak warga saat mengurus'],
    ask: { exact: ['standar pelayanan'], misspelt: ['standar pelayann', 'setandar pelayanan'], question: ['apa saja komponen standar pelayanan'], mixed: ['14 komponen standar layanan'] },
  },
  {
    best: ['Batasan gratifikasi', 'Hadiah lebaran', 'Bolehkah menerima pelatihan gratis'], near: ['Protokol kunjungan pejabat'],
    ask: { exact: ['gratifikasi'], synonym: ['hadiah untuk pegawai'], misspelt: ['gratfikasi', 'gratifiksi'], question: ['bolehkah menerima parsel lebaran'] },
  },
  {
    best: ['Menata arsip aktif', 'Menyusutkan arsip inaktif'], good: ['Pengelolaan arsip dinamis', 'Duta arsip'],
    ask: { exact: ['arsip'], stemmed: ['pengarsipan surat'], misspelt: ['arsp inaktif', 'menata arisp'], mixed: ['arsip SRIKANDI'] },
  },
  {
    best: ['Tips menulis telaahan', 'Telaahan staf dua halaman', 'Telaahan staf saya'], near: ['Menulis nota dinas'],
    ask: { exact: ['telaahan staf'], misspelt: ['telahan staf', 'telaahan staff'], question: ['bagaimana menulis telaahan staf yang dibaca pimpinan'] },
  },
  {
    best: ['Tanda tangan elektronik', 'Memeriksa keaslian dokumen'], ask: { abbreviation: ['TTE'], exact: ['tanda tangan elektronik'], misspelt: ['tanda tangan elktronik'], english: ['digital signature TTE', 'passphrase'] },
  },
  {
    best: ['Checklist keamanan akun', 'Mengenali phishing', 'Hampir tertipu'], good: ['Memasang autentikasi dua langkah'], near: ['Lupa kata sandi', 'Komputer terkena virus'],
    ask: { english: ['phishing', 'email palsu'], synonym: ['surel palsu'], misspelt: ['phising', 'surel plasu'] },
  },
  {
    best: ['Lupa kata sandi'], good: ['Checklist keamanan akun'], near: ['Memasang autentikasi dua langkah'],
    ask: { english: ['reset password', 'lupa password email'], exact: ['lupa kata sandi'], misspelt: ['lupa kata sndi', 'lupa pasword'] },
  },
  {
    best: ['SUMIFS yang benar', 'Rumus SUMIFS salah'], near: ['Tabel pivot', 'XLOOKUP'],
    ask: { english: ['SUMIFS', 'rumus excel salah'], misspelt: ['sumif salah jumlah'], question: ['kenapa rumus SUMIFS salah setelah disalin'] },
  },
  {
    best: ['Menyiapkan rapat yang menghasilkan', 'Notulen rapat satu halaman'], good: ['Rapat berdiri lima belas', 'Menyiapkan rapat daring'],
    ask: { exact: ['notulen rapat'], english: ['meeting notes rapat', 'zoom rapat daring'], misspelt: ['notulen rpat', 'notuln rapat'] },
  },
  {
    best: ['Mencadangkan berkas'], ask: { english: ['backup data'], synonym: ['salinan cadangan berkas'], misspelt: ['mencadangkan brkas'] },
  },
  {
    best: ['Timbangan posyandu tidak', 'Makanan tambahan untuk balita', 'Posyandu malam'], good: ['Menimbang balita tanpa'],
    ask: { exact: ['stunting'], synonym: ['balita kurang gizi'], misspelt: ['stuntng balita', 'stanting'] },
  },
  {
    best: ['Hukuman disiplin'], near: ['Lupa absen'], ask: { exact: ['hukuman disiplin'], stemmed: ['mendisiplinkan pegawai'], question: ['apa hukuman bagi pegawai yang tidak masuk kerja'] },
  },
]
