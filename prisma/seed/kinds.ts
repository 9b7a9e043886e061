import type { OfficialState, TopicPartName } from '~/generated/prisma/enums'

/** What single topics of the demonstration have of their kind, by the beginning of their title. Days are before now; negative ones lie ahead. */
export interface KindSeed {
  title: string
  parts?: Partial<Record<TopicPartName, string>>
  /** keys of the people a request for feedback asks */
  asks?: readonly string[]
  consultation?: {
    unit: string
    closes: number
    promised: number
    answers?: readonly { by: string; state: OfficialState; days: number; text: string }[]
    verdicts?: readonly { number: number; state: OfficialState; note: string; by: string }[]
  }
  poll?: { question: string; options: readonly (readonly [label: string, votes: number])[]; max?: number; anonymous?: true; afterVote?: true; closes: number | null }
}

export const kinds: readonly KindSeed[] = [
  {
    title: 'Usulan jadwal pengangkutan sampah',
    parts: { SUMMARY: '90 orang menanggapi dalam tiga minggu. Sebagian besar meminta truk datang **sebelum anak berangkat sekolah**; warga Simare-mare meminta malam hari karena jalannya sempit. Yang paling sering ditanyakan: siapa yang menegur bila sampah ditaruh di luar jam.\n\nDisusun Debora Sinaga dari balasan dan jajak pendapat.' },
    consultation: {
      unit: 'DLH', closes: 8, promised: 5,
      answers: [
        { by: 'debora', state: 'CONSIDERED', days: 7, text: 'Tanggapan sudah kami kumpulkan. Kebutuhan truk dan rute dihitung sampai Jumat, keputusan kami tulis di sini.' },
        { by: 'togar', state: 'PARTLY', days: 2, text: '**Mulai 1 Desember, Jalan Ketapang dan Angin Nauli diangkut setiap hari, pukul 05.30–07.00.** Tujuh puluh satu dari sembilan puluh penanggap meminta pagi sebelum anak berangkat sekolah, dan armada kami cukup untuk itu.\n\nPengangkutan malam di Simare-mare belum dapat kami penuhi: dua truk sedang diperbaiki sampai Februari. Usul itu kami tinjau lagi pada 2 Maret dan hasilnya ditulis di sini.' },
      ],
      verdicts: [
        { number: 3, state: 'ACCEPTED', note: 'Dua titik kumpul dipakai mulai 1 Desember bersama bank sampah.', by: 'debora' },
        { number: 4, state: 'ACCEPTED', note: 'Angin Nauli masuk rute pukul 05.30.', by: 'debora' },
        { number: 5, state: 'DECLINED', note: 'Dua truk sedang diperbaiki sampai Februari; ditinjau lagi 2 Maret.', by: 'debora' },
        { number: 10, state: 'CONSIDERED', note: 'Tong tutup dicoba di satu lingkungan.', by: 'debora' },
      ],
    },
    poll: { question: 'Kapan sampah di lingkungan Anda sebaiknya diangkut?', options: [['Pagi, 05.30–07.00', 71], ['Malam, 20.00–22.00', 13], ['Seperti sekarang', 6]], anonymous: true, closes: 8 },
  },
  {
    title: 'Rancangan standar pelayanan surat keterangan kelurahan',
    consultation: { unit: 'KEL-KOTA-BERINGIN', closes: -13, promised: 10 },
    poll: { question: 'Persyaratan mana yang masih menyulitkan Anda?', options: [['Bukti tempat tinggal', 9], ['Pernyataan tidak mampu', 5], ['Datang sendiri ke kelurahan', 7], ['Tidak ada', 6]], max: 2, closes: -13 },
  },
  { title: 'Telaahan staf saya dikembalikan', parts: { ASKED: 'Apakah sarannya sudah cukup tegas di kalimat pertama? Bagian mana yang boleh saya buang?' }, asks: ['melva', 'dewi', 'roslina'] },
  {
    title: 'Berbagi contoh SOP penanganan keluhan',
    parts: {
      SITUATION: 'Keluhan di loket dicatat di tiga buku dan sering hilang; pasien menceritakan hal yang sama dua kali.',
      OUTCOME: 'Keluhan yang **selesai di loket pada hari yang sama naik dari 40 menjadi 78 persen** dalam empat bulan. Waktu tunggu tidak berubah, tetapi pasien tahu apa yang terjadi sesudahnya.',
      REPEAT: '- Kartu kecil berisi nama petugas, janji, dan pukul.\n- Satu petugas penutup hari, bergiliran.\n- Tidak diulang: formulir keluhan dua halaman.',
    },
  },
  {
    title: 'Delapan bulan bank sampah Pancuran Bambu',
    parts: {
      SITUATION: 'Dua lorong tanpa jalan truk; sampah dibakar atau masuk saluran.',
      OUTCOME: 'Dari 22 menjadi **114 rumah** yang menabung, rata-rata 310 kilogram seminggu. Saluran di lorong tiga tidak tersumbat lagi sejak Juni.',
      REPEAT: 'Timbang di tempat dan bayar saat itu juga. Kompos di tong tertutup tidak kami ulangi; yang terbuka dengan daun kering berhasil.',
    },
  },
  {
    title: 'Simulasi gempa dan tsunami di sekolah',
    parts: { OUTCOME: 'Seluruh murid sampai di titik kumpul dalam **sebelas menit**, empat menit lebih cepat daripada simulasi pertama. Dua pintu ternyata membuka ke arah yang salah dan sudah dibalik.', REPEAT: 'Simulasi tanpa pemberitahuan jam, dan kelas satu berpasangan dengan kelas enam.' },
  },
  {
    title: 'Ide perbaikan ruang tunggu ramah lansia',
    poll: { question: 'Mana yang dikerjakan lebih dulu?', options: [['Bel di pintu bawah', 19], ['Kursi dengan sandaran lengan', 13], ['Huruf papan 5 cm', 11], ['Sudut anak', 7]], max: 2, afterVote: true, closes: -5 },
  },
]

/** Units that answer for the public categories, and the form that stands in some kinds' texts. */
export const responsible: Readonly<Record<string, string>> = { kependudukan: 'DUKCAPIL', lingkungan: 'DLH', perhubungan: 'DISHUB', 'bantuan-sosial': 'DINSOS' }
export const forms: readonly { category: string; kind: 'QUESTION' | 'EXPERIENCE' | 'CONSULTATION' | 'FEEDBACK'; template: string }[] = [
  { category: 'kependudukan', kind: 'QUESTION', template: '## Layanan apa\n\n## Apa yang sudah dicoba, kapan, di loket mana\n\n## Apa yang Anda harapkan\n' },
  { category: 'lingkungan', kind: 'QUESTION', template: '## Di mana (jalan, kelurahan)\n\n## Sejak kapan\n\n## Siapa yang terdampak\n' },
  { category: 'lingkungan', kind: 'CONSULTATION', template: '## Apa yang diusulkan\n\n## Mengapa sekarang\n\n## Pilihan yang ada dan biayanya\n' },
  { category: 'pelayanan-publik', kind: 'EXPERIENCE', template: '## Langkah yang kami lakukan\n\n1. \n' },
  { category: 'kinerja-dan-karier', kind: 'FEEDBACK', template: '## Yang saya kerjakan\n\n## Yang sudah saya ubah\n' },
]
export const unitTags: Readonly<Record<string, readonly string[]>> = { DLH: ['sampah', 'kompos', 'bank-sampah', 'pohon'], DUKCAPIL: ['ktp-el', 'kartu-keluarga'], PUPR: ['drainase', 'banjir', 'jalan'], BPBD: ['bencana', 'banjir', 'pohon'] }
