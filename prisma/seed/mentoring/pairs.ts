export interface RequestSeed {
  /** how the name begins */
  learner: string
  /** how the title of the offer begins */
  offer: string
  goal: string
  situation?: string
  tried?: string
  times?: string
  /** days ago */
  days: number
  viewed?: boolean
  question?: string
  answer?: string
  /** declined with it */
  reason?: string
  /** accepted, with this agreement */
  agreement?: keyof typeof agreements
  becomes?: 'WITHDRAWN' | 'GROUP' | 'LEFT' | 'CLOSING'
}

export interface AgreementSeed {
  goals: readonly { text: string; measure?: string; /** days from now */ due: number; progress?: number; standing?: string }[]
  rhythm: string
  sessions: number
  confidential?: string
  /** days from now */
  ends: number
  /** proposed by the learner, not confirmed yet */
  waits?: boolean
}

export const agreements = {
  fkp: {
    goals: [
      { text: 'Rancangan acara FKP disetujui camat', measure: 'lembar persetujuan', due: 8, progress: 70, standing: 'versi 2 dibaca mentor' },
      { text: 'Satu musyawarah dipimpin sendiri', measure: 'berita acara', due: 23, progress: 20, standing: 'tanggal sudah dipesan' },
      { text: 'Komunikasi naik ke level 3', measure: 'tiga bukti perilaku', due: 70, progress: 33, standing: '1 dari 3 bukti' },
    ],
    rhythm: 'dua minggu sekali, Rabu sore', sessions: 3, confidential: 'Cerita tentang atasan dan nama warga tidak dibawa ke luar ruang ini.', ends: 70,
  },
  audit: { goals: [{ text: 'Rencana aksi satu temuan disetujui Inspektorat', measure: 'surat persetujuan', due: 40 }], rhythm: 'setiap minggu sampai selesai', sessions: 4, confidential: 'Isi temuan.', ends: 60, waits: true },
  kelas: {
    goals: [
      { text: 'Dua kali observasi kelas dengan refleksi tertulis', measure: 'dua lembar refleksi', due: 1, progress: 100, standing: 'keduanya selesai' },
      { text: 'Satu rancangan pembelajaran diperbaiki dari hasil observasi', measure: 'rancangan versi 2', due: 1, progress: 80, standing: 'tinggal asesmennya' },
    ],
    rhythm: 'dua minggu sekali', sessions: 6, confidential: 'Nama murid.', ends: 1,
  },
  akun: { goals: [{ text: 'Semua akun penting memakai dua langkah', measure: 'daftar akun', due: 1, progress: 90, standing: 'tinggal satu akun lama' }], rhythm: 'dua sesi berturut-turut', sessions: 2, ends: 1 },
  izin: { goals: [{ text: 'Membaca tingkat risiko tanpa bantuan', due: 30 }], rhythm: 'setiap Kamis', sessions: 4, ends: 45 },
} as const satisfies Record<string, AgreementSeed>

/** Requests in every state; what they became stands beside them. */
export const requests: readonly RequestSeed[] = [
  { learner: 'Nurhayati', offer: 'Memimpin musyawarah warga', goal: 'Saya ingin memimpin musyawarah warga yang berakhir dengan keputusan tertulis, bukan keluhan yang dicatat.', situation: 'Kepala bidang dengan sembilan petugas loket; sering bicara, jarang memandu.', tried: 'Membacakan 24 slide, lalu waktu habis.', times: 'Rabu sesudah pukul 14.00', days: 34, viewed: true, agreement: 'fkp' },
  { learner: 'Roslina', offer: 'Memimpin musyawarah warga', goal: 'Menutup musyawarah kelurahan dengan keputusan yang diterima RT dan warga.', situation: 'Lurah sejak dua tahun.', tried: 'Notulen dibacakan di akhir, tetapi tidak ada yang menyetujui.', times: 'Selasa atau Kamis pagi', days: 1 },
  { learner: 'Junaidi', offer: 'Otomasi laporan', goal: 'Laporan bulanan kelurahan mengisi dirinya sendiri dari buku register.', situation: 'Menyalin dari tiga buku dengan tangan setiap akhir bulan.', days: 2, viewed: true, question: 'Laporan mana yang paling memakan waktu, dan dapatkah Anda mengunggah contohnya tanpa nama warga?' },
  { learner: 'Meriba', offer: 'Otomasi laporan', goal: 'Membuat rekap kunjungan ibu hamil yang terisi dari catatan harian.', days: 3, viewed: true, question: 'Apakah catatan hariannya sudah di lembar sebar?', answer: 'Sudah, satu lembar untuk setiap bulan.' },
  { learner: 'Bambang', offer: 'Laporan keuangan OPD', goal: 'Menyusun rekonsiliasi aset bidang sebelum akhir tahun.', days: 9, viewed: true, reason: 'Sampai laporan akhir tahun selesai jadwal saya penuh. Bulan Februari saya dapat mulai.' },
  { learner: 'Eka Putri', offer: 'Manajemen puskesmas', goal: 'Menyiapkan kampanye gizi yang benar-benar berjalan di posyandu.', days: 16, becomes: 'WITHDRAWN' },
  { learner: 'Ester', offer: 'Menyiapkan tindak lanjut temuan audit', goal: 'Menutup satu temuan audit loket dengan rencana aksi yang bertahan.', days: 5, viewed: true, agreement: 'audit' },
  { learner: 'Fitriani', offer: 'Supervisi akademik', goal: 'Mengajar dengan refleksi: tahu apa yang dialami murid di kelas saya.', situation: 'Guru kelas empat, baru dua tahun mengajar.', days: 96, viewed: true, agreement: 'kelas', becomes: 'CLOSING' },
  { learner: 'Togar', offer: 'Keamanan akun', goal: 'Mengamankan semua akun dinas yang saya pegang, dan berhenti takut pada surel asing.', days: 40, viewed: true, agreement: 'akun', becomes: 'CLOSING' },
  { learner: 'Hendra Gunawan', offer: 'Perizinan berusaha', goal: 'Memahami alur perizinan supaya aplikasinya tidak salah langkah.', days: 30, viewed: true, agreement: 'izin', becomes: 'LEFT' },
  { learner: 'Liana', offer: 'Persiapan uji kompetensi', goal: 'Lulus uji kompetensi manajerial dengan bukti perilaku yang rapi.', days: 20, viewed: true, becomes: 'GROUP' },
  { learner: 'Iskandar', offer: 'Pemilahan sampah', goal: 'Titik kumpul sampah di lokasi pengungsian yang dijaga warga sendiri.', days: 4 },
  { learner: 'Rahmadani', offer: 'Membaca hasil survei', goal: 'Membaca hasil survei kepuasan loket tanpa menyimpulkan lebih dari datanya.', days: 8, viewed: true },
]

/** Who looks for somebody. */
export const needs: readonly { learner: string; goal: string; situation?: string; tags: readonly string[]; days: number }[] = [
  { learner: 'Bambang', goal: 'Belajar menulis telaahan tata ruang yang dimengerti pimpinan dalam satu halaman.', situation: 'Penata ruang; telaahan saya selalu lebih dari enam halaman.', tags: ['komunikasi', 'telaahan-staf'], days: 2 },
]

/** What was said at the end. Without a word to the learner the mentor's form still waits. */
export const closings: readonly { offer: string; toMentor: string; testimonial: string; toLearner?: string; evidence: readonly string[] }[] = [
  { offer: 'Supervisi akademik', toMentor: 'Saya pulang dari tiap observasi dengan satu percobaan, bukan dengan nilai.', testimonial: 'Bu Nadia mengamati tanpa menghakimi. Sesudah enam sesi saya berani mengubah rancangan di tengah jam pelajaran.', toLearner: 'Refleksi Bu Fitriani jujur dan selalu disertai contoh dari kelas.', evidence: ['dua lembar refleksi di berkas ruang', 'rancangan versi 2, asesmen menyusul'] },
  { offer: 'Keamanan akun', toMentor: 'Sabar menghadapi yang lambat seperti saya.', testimonial: 'Sekarang saya tahu mana surel yang harus dihapus.', evidence: ['daftar akun, satu masih menunggu'] },
]
