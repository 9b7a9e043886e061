import type { MentoringForm, MentoringMode, OfferState, PositionGroup } from '~/generated/prisma/enums'

export interface OfferSeed {
  by: string
  title: string
  about: string
  expects?: string
  form: MentoringForm
  mode: MentoringMode
  place?: string
  languages?: readonly string[]
  tags: readonly string[]
  groups?: readonly PositionGroup[]
  positions?: readonly string[]
  capacity: number
  sessions: number
  minutes?: number
  state?: OfferState
  /** days from now */
  pausedFor?: number
  /** days ago */
  days: number
}

/** The offers everybody meets in the demonstration: domain facts 9.8, one that is a draft, written advice, and one of a partner's expert an officer invited. */
export const offers: readonly OfferSeed[] = [
  { by: 'aisyah', title: 'Laporan keuangan OPD dan rekonsiliasi aset', about: 'Kita menyusun laporan keuangan kantor Anda sendiri, dari neraca saldo sampai catatan atas laporan keuangan, lalu mencocokkan aset dengan kartu inventaris.\n\nDi akhir enam sesi, laporan Anda siap ditinjau tanpa dikembalikan.', expects: 'Bawalah neraca saldo terakhir dan akses ke daftar aset kantor Anda.', form: 'ONE_TO_ONE', mode: 'ONLINE', tags: ['pengelolaan-anggaran', 'laporan-keuangan', 'aset'], capacity: 3, sessions: 6, days: 210 },
  { by: 'zulfikar', title: 'Perizinan berusaha berbasis risiko untuk petugas baru', about: 'Empat sesi di loket: membaca tingkat risiko, memeriksa syarat, menolak dengan alasan yang dapat dipertanggungjawabkan, dan menjelaskan kepada pelaku usaha tanpa istilah.', expects: 'Datang setengah jam sebelum loket dibuka, dan bawa satu berkas yang pernah membuat Anda ragu.', form: 'ONE_TO_ONE', mode: 'ON_SITE', place: 'Mal Pelayanan Publik, loket perizinan', languages: ['id', 'pesisir'], tags: ['pelayanan-publik', 'perizinan'], capacity: 4, sessions: 4, days: 180 },
  { by: 'melva', title: 'Persiapan uji kompetensi manajerial', about: 'Kelompok kecil yang berlatih bersama: membaca kamus kompetensi, menulis bukti perilaku, dan wawancara berbasis kejadian. Sesi ketiga adalah simulasi penuh.', expects: 'Satu cerita kerja yang Anda banggakan dan satu yang tidak.', form: 'GROUP', mode: 'EITHER', place: 'Ruang asesmen BKPSDM', languages: ['id', 'bbc'], tags: ['pengembangan-orang', 'komunikasi', 'uji-kompetensi'], groups: ['SUPERVISOR', 'FUNCTIONAL', 'OPERATIONAL'], capacity: 8, sessions: 3, minutes: 120, days: 90 },
  { by: 'sri', title: 'Manajemen puskesmas dan kampanye kesehatan', about: 'Dari rencana lima tahunan sampai lokakarya mini bulanan, lalu satu kampanye kesehatan yang benar-benar jalan di wilayah Anda.', expects: 'Data kunjungan tiga bulan terakhir.', form: 'ONE_TO_ONE', mode: 'EITHER', place: 'Puskesmas Aek Habil', languages: ['id', 'jv'], tags: ['promosi-kesehatan', 'komunikasi', 'manajemen-puskesmas'], capacity: 2, sessions: 5, days: 260 },
  { by: 'rifai', title: 'Otomasi laporan dengan lembar sebar', about: 'Laporan bulanan yang selama ini disalin tangan kita ubah menjadi lembar yang mengisi dirinya sendiri: tabel pivot, pencarian silang, dan pemeriksaan data.', expects: 'Satu laporan yang paling menyita waktu Anda, dengan data contoh tanpa data pribadi.', form: 'ONE_TO_ONE', mode: 'ONLINE', languages: ['id', 'btm'], tags: ['analisis-data', 'literasi-digital', 'lembar-sebar'], capacity: 5, sessions: 4, days: 300 },
  { by: 'mirza', title: 'Memimpin musyawarah warga dan FKP', about: 'Saya membantu Anda menyiapkan, membuka, dan menutup musyawarah sampai ada keputusan tertulis yang diterima warga. Kita berlatih dengan rancangan Anda sendiri, bukan contoh buku.', expects: 'Satu rancangan acara sebelum sesi pertama, dan kabar jika berhalangan sehari sebelumnya.', form: 'ONE_TO_ONE', mode: 'ON_SITE', place: 'Kantor Camat, Aek Habil', languages: ['id', 'pesisir'], tags: ['komunikasi', 'komunikasi-publik', 'pengambilan-keputusan', 'forum-konsultasi-publik'], capacity: 3, sessions: 3, days: 320 },
  { by: 'debora', title: 'Pemilahan sampah dan kompos skala kelurahan', about: 'Ikut saya di lapangan: titik kumpul, takaran kompos, cara bicara dengan warga yang sudah bosan disuruh memilah.', expects: 'Sepatu lapangan, dan satu lingkungan yang siap dicoba.', form: 'SHADOWING', mode: 'ON_SITE', place: 'Titik kumpul Pancuran Bambu', languages: ['id', 'bbc'], tags: ['pengelolaan-sampah', 'komunikasi-publik'], capacity: 6, sessions: 4, minutes: 120, days: 150 },
  { by: 'rahmadani', title: 'Menyiapkan tindak lanjut temuan audit', about: 'Kita urai satu temuan: apa penyebabnya, bukti apa yang menutupnya, bagaimana rencana aksinya ditulis agar tidak kembali tahun depan.', form: 'ONE_TO_ONE', mode: 'ONLINE', tags: ['audit-internal', 'tindak-lanjut-temuan'], capacity: 4, sessions: 3, days: 120 },
  { by: 'nadia', title: 'Supervisi akademik dan refleksi mengajar', about: 'Enam sesi mengamati kelas Anda, lalu berbicara tentang apa yang dialami murid. Tidak ada nilai, hanya catatan dan percobaan berikutnya.', expects: 'Kesediaan diamati satu jam pelajaran.', form: 'ONE_TO_ONE', mode: 'EITHER', place: 'Sekolah Anda', languages: ['id', 'en'], tags: ['pembelajaran', 'pengembangan-orang'], positions: ['Guru', 'Kepala Sekolah', 'Pengawas Sekolah'], capacity: 4, sessions: 6, days: 140 },
  { by: 'yaman', title: 'Penyuluhan nelayan kecil yang didengar', about: 'Di dermaga, sebelum kapal berangkat: cara membuka, cara mendengar dahulu, dan cara pulang membawa janji yang bisa ditepati.', form: 'SHADOWING', mode: 'ON_SITE', place: 'Tangkahan Pancuran Dewa', languages: ['id', 'nia', 'pesisir'], tags: ['komunikasi-publik', 'penyuluhan', 'perikanan'], capacity: 3, sessions: 3, minutes: 90, state: 'PAUSED', pausedFor: 18, days: 200 },
  { by: 'roslina', title: 'Administrasi kelurahan untuk lurah baru', about: 'Buku register, surat keterangan, aset kelurahan, dan seratus hari pertama: apa yang mendesak dan apa yang bisa menunggu.', expects: 'Daftar pertanyaan Anda, sekecil apa pun.', form: 'ONE_TO_ONE', mode: 'EITHER', place: 'Kantor Lurah Kota Beringin', tags: ['administrasi-kelurahan', 'pelayanan-publik', 'arsip'], positions: ['Lurah', 'Sekretaris', 'Kepala Seksi'], capacity: 2, sessions: 5, days: 240 },
  { by: 'hendra', title: 'Keamanan akun dan phishing untuk pimpinan', about: 'Mentoring terbalik: yang muda mendampingi yang memimpin. Dua sesi, dengan ponsel Anda sendiri di tangan, sampai semua akun penting terkunci rapat.', expects: 'Ponsel dinas dan waktu tanpa disela.', form: 'ONE_TO_ONE', mode: 'EITHER', place: 'Ruang kerja Anda', languages: ['id', 'en'], tags: ['keamanan-informasi', 'literasi-digital'], groups: ['SENIOR_LEADERSHIP', 'ADMINISTRATOR', 'SUPERVISOR'], capacity: 6, sessions: 2, days: 60 },
  { by: 'parlindungan', title: 'Telaahan staf yang langsung diputuskan pimpinan', about: 'Kirim rancangan telaahan Anda; saya kembalikan dengan catatan tertulis: kalimat mana yang menjadi saran, mana yang boleh dibuang.', form: 'WRITTEN', mode: 'ONLINE', tags: ['arsip', 'telaahan-staf', 'komunikasi'], capacity: 5, sessions: 0, days: 45 },
  { by: 'melva', title: 'Satu jam bersiap menghadapi wawancara jabatan', about: 'Satu jam, satu wawancara percobaan, satu halaman catatan untuk dibawa pulang.', form: 'FLASH', mode: 'ONLINE', tags: ['komunikasi', 'uji-kompetensi'], capacity: 2, sessions: 1, state: 'DRAFT', days: 2 },
  { by: 'lamria', title: 'Membaca hasil survei kepuasan tanpa salah simpul', about: 'Dari tabel jawaban sampai satu halaman yang dapat dibaca kepala dinas: apa yang boleh disimpulkan, dan apa yang belum.', expects: 'Data survei unit Anda, tanpa nama responden.', form: 'ONE_TO_ONE', mode: 'ONLINE', languages: ['id', 'en'], tags: ['analisis-data', 'survei', 'pelayanan-publik'], capacity: 2, sessions: 3, days: 30 },
]

export interface ProfileSeed {
  key: string
  wants?: readonly string[]
  about?: string
  languages?: readonly string[]
  history?: boolean
  public?: boolean
}

/** What mentors and some learners chose about themselves. */
export const profiles: readonly ProfileSeed[] = [
  { key: 'aisyah', public: true }, { key: 'zulfikar', languages: ['id', 'pesisir'], history: true, public: true }, { key: 'melva', languages: ['id', 'bbc'], history: true, public: true }, { key: 'sri', languages: ['id', 'jv'], public: true },
  { key: 'rifai', languages: ['id', 'btm'] }, { key: 'mirza', languages: ['id', 'pesisir'], history: true, public: true }, { key: 'debora', languages: ['id', 'bbc'] }, { key: 'rahmadani' }, { key: 'nadia', languages: ['id', 'en'] },
  { key: 'yaman', languages: ['id', 'nia', 'pesisir'] }, { key: 'roslina', wants: ['komunikasi', 'forum-konsultasi-publik'], about: 'Lurah sejak dua tahun lalu. Musyawarah di kelurahan saya sering panjang tanpa keputusan; saya ingin memimpinnya dengan tenang.' }, { key: 'hendra', languages: ['id', 'en'] }, { key: 'parlindungan', history: true },
  { key: 'nurhayati', wants: ['komunikasi', 'analisis-data'], about: 'Memimpin loket pendaftaran penduduk dengan sembilan petugas. Saya ingin rapat singkat yang ada hasilnya, dan laporan antrean yang tidak dihitung tangan.', languages: ['id', 'min'] },
  { key: 'junaidi', wants: ['arsip', 'literasi-digital', 'analisis-data'], about: 'Delapan belas tahun di administrasi kelurahan. Ingin berhenti menyalin laporan bulanan dengan tangan.' },
  { key: 'fitriani', wants: ['pembelajaran'], about: 'Guru kelas empat, baru dua tahun mengajar.' }, { key: 'togar', wants: ['keamanan-informasi'], about: '' },
  { key: 'lamria', languages: ['id', 'en'], public: true },
]

/** Partner's experts and retired seniors, and who invited them. */
export const guests: readonly [key: string, by: string][] = [['lamria', 'parlindungan']]
