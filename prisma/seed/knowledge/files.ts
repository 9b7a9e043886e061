import { makeDocx, makeDrawing, makePdf, makePptx, makeScan, makeXlsx } from '../files/make'

export interface FileSeed {
  /** slug of the collection, and keys of who brought it and who looked at it */
  in: string
  by: string
  checkedBy: string
  title: string
  description: string
  tags: readonly string[]
  licence?: string
  source?: string
  days: number
  name: string
  mime: string
  /** its versions, oldest first; `video` for an address elsewhere */
  versions?: readonly { note: string; make: (date: Date) => Promise<Uint8Array> }[]
  video?: string
  /** the last version waits for somebody's look */
  waits?: true
}

const text = (words: string) => () => Promise.resolve(new TextEncoder().encode(words))
const OFFICE = 'application/vnd.openxmlformats-officedocument'

const standard = [
  { heading: 'Standar pelayanan loket', lines: ['Dokumen ini memuat standar pelayanan di loket Dinas Kependudukan dan Pencatatan Sipil. Semua layanan tidak dipungut biaya.', 'Loket dibuka Senin sampai Kamis pukul 08.00 sampai 15.00, Jumat sampai pukul 14.30.', 'Nomor antrean diambil di pintu masuk atau lewat telepon seluler sehari sebelumnya.'] },
  { heading: 'Akta kelahiran', lines: ['Syarat: surat keterangan lahir dari dokter atau bidan, kartu keluarga, KTP-el kedua orang tua, dan buku nikah.', 'Jangka waktu penyelesaian paling lama tiga hari kerja sejak berkas lengkap.', 'Akta yang hilang diganti dengan kutipan kedua; pemohon membawa surat kehilangan dari kepolisian.'] },
  { heading: 'Kartu keluarga', lines: ['Perubahan kartu keluarga karena kelahiran, kematian, pindah, dan perkawinan dilayani pada hari yang sama.', 'Tanda tangan elektronik pada kartu keluarga dapat diperiksa dengan memindai kodenya.'] },
  { heading: 'Maklumat dan pengaduan', lines: ['Bila janji layanan tidak ditepati, petugas menjelaskan sebabnya dan menawarkan waktu baru tanpa antre ulang.', 'Pengaduan disampaikan lewat SP4N-LAPOR!, kotak saran, atau langsung kepada kepala seksi di meja depan.'] },
] as const

const guide = [
  { heading: 'Sebelum rapat', lines: ['Undangan menyebut tujuan rapat dan keputusan yang diharapkan.', 'Bahan dibagikan paling lambat satu hari sebelumnya.'] },
  { heading: 'Selama rapat', lines: ['Notulis mencatat keputusan, penanggung jawab, dan tenggatnya, bukan seluruh percakapan.', 'Rapat ditutup dengan membaca ulang keputusan.'] },
  { heading: 'Sesudah rapat', lines: ['Notulen dibagikan pada hari yang sama dan disimpan di arsip unit.', 'Tindak lanjut diperiksa pada rapat berikutnya.'] },
] as const

/** One file of each format, in collections for everybody and for colleagues. */
export const files: readonly FileSeed[] = [
  {
    in: 'kependudukan', by: 'roslina', checkedBy: 'nurhayati', title: 'Standar Pelayanan Dukcapil 2026', description: 'Syarat, waktu, dan janji layanan di semua loket Dukcapil, untuk ditempel dan dibagikan.', tags: ['standar-pelayanan', 'akta'],
    licence: 'city', source: 'Dinas Kependudukan dan Pencatatan Sipil', days: 30, name: 'Standar Pelayanan Dukcapil 2026.pdf', mime: 'application/pdf',
    versions: [
      { note: '', make: date => makePdf('Standar Pelayanan Dukcapil 2026', standard.slice(0, 3), date) },
      { note: 'Ditambah maklumat pelayanan dan cara mengadu.', make: date => makePdf('Standar Pelayanan Dukcapil 2026', standard, date) },
    ],
  },
  {
    in: 'kependudukan', by: 'roslina', checkedBy: 'nurhayati', title: 'Surat edaran loket keliling 2019 (hasil pindai)', description: 'Dasar jadwal loket keliling yang lama. Hasil pindai tanpa teks.', tags: ['loket-keliling'], source: 'Arsip Dukcapil', days: 60,
    name: 'Surat edaran loket keliling 2019.pdf', mime: 'application/pdf', versions: [{ note: '', make: date => makeScan(2, date) }],
  },
  {
    in: 'layanan-warga', by: 'nurhayati', checkedBy: 'dewi', title: 'Alur pelayanan di mal pelayanan publik', description: 'Gambar empat langkah: ambil nomor, periksa berkas, loket, dan ambil hasil.', tags: ['alur'], licence: 'cc-by', source: 'Bagian Organisasi', days: 21,
    name: 'Alur pelayanan.png', mime: 'image/png', versions: [{ note: '', make: makeDrawing }],
  },
  {
    in: 'mutu-pelayanan', by: 'parlindungan', checkedBy: 'dewi', title: 'Rekap survei kepuasan masyarakat triwulan III', description: 'Nilai per unsur dan per unit, dengan jumlah responden.', tags: ['skm', 'data'], licence: 'cc-by-sa', source: 'Bagian Organisasi', days: 14,
    name: 'Rekap SKM triwulan III.xlsx', mime: `${OFFICE}.spreadsheetml.sheet`,
    versions: [{ note: '', make: date => makeXlsx([
      { name: 'Per unsur', rows: [['Unsur', 'Nilai', 'Mutu'], ['Persyaratan', 3.41, 'B'], ['Sistem, mekanisme, dan prosedur', 3.28, 'B'], ['Waktu penyelesaian', 3.06, 'C'], ['Biaya atau tarif', 3.87, 'A'], ['Sarana dan prasarana', 3.12, 'B']] },
      { name: 'Per unit', rows: [['Unit', 'Responden', 'Nilai'], ['Dukcapil', 412, 84.2], ['DPMPTSP', 188, 86.7], ['Puskesmas Aek Habil', 240, 81.9]] },
    ], date) }],
  },
  {
    in: 'layanan-warga', by: 'nurhayati', checkedBy: 'dewi', title: 'Video: cara mengambil nomor antrean dari telepon', description: 'Dua menit, dengan teks. Diputar juga di ruang tunggu.', tags: ['antrean'], days: 9, name: '', mime: '', video: 'https://video.contoh.go.id/antrean-daring',
  },
  {
    in: 'tata-kerja', by: 'nurul', checkedBy: 'rahmadani', title: 'Panduan rapat yang singkat', description: 'Yang perlu ada sebelum, selama, dan sesudah rapat. Dapat dicetak sebagai dua halaman.', tags: ['rapat', 'notulen'], licence: 'internal', source: 'Bagian Umum', days: 25,
    name: 'Panduan rapat yang singkat.docx', mime: `${OFFICE}.wordprocessingml.document`, versions: [{ note: '', make: () => makeDocx('Panduan rapat yang singkat', guide) }],
  },
  {
    in: 'kepegawaian', by: 'parlindungan', checkedBy: 'melva', title: 'Paparan pengenalan jam pelajaran ASN', description: 'Bahan sosialisasi untuk kepala unit, siap dipakai.', tags: ['jam-pelajaran', 'sosialisasi'], licence: 'internal', source: 'BKPSDM', days: 18,
    name: 'Paparan jam pelajaran.pptx', mime: `${OFFICE}.presentationml.presentation`,
    versions: [{ note: '', make: date => makePptx([
      { title: 'Jam pelajaran ASN', lines: ['Setiap ASN mengembangkan kompetensi sedikitnya 20 JP setahun.', 'PPPK paling lama 24 JP dalam satu tahun perjanjian kerja.'] },
      { title: 'Yang dihitung', lines: ['Pelatihan klasikal dan jarak jauh', 'Coaching dan mentoring dengan bukti', 'Belajar mandiri yang diuji'] },
      { title: 'Langkah kepala unit', lines: ['Petakan kesenjangan', 'Sepakati rencana', 'Periksa tiap triwulan'] },
    ], date) }],
  },
  {
    in: 'keuangan', by: 'parlindungan', checkedBy: 'aisyah', title: 'Daftar akun belanja yang sering dipakai', description: 'Kode dan uraian akun, untuk disalin ke lembar kerja.', tags: ['spj', 'data'], licence: 'internal', days: 40, name: 'akun-belanja.csv', mime: 'text/csv; charset=utf-8',
    versions: [{ note: '', make: text('kode,uraian\n5.1.02.01,Belanja barang pakai habis\n5.1.02.02,Belanja jasa kantor\n5.1.02.04,Belanja perjalanan dinas dalam daerah\n') }],
  },
  {
    in: 'teknologi', by: 'rifai', checkedBy: 'hendra', title: 'Catatan rilis portal', description: 'Perubahan portal per bulan, dalam Markdown.', tags: ['portal'], days: 5, name: 'catatan-rilis.md', mime: 'text/markdown; charset=utf-8',
    versions: [{ note: '', make: text('# Catatan rilis\n\n## November\n\n- Berkas dapat dicari sampai ke nomor halamannya.\n- Versi baru tidak mengubah alamat.\n') }],
  },
  {
    in: 'ruang-dukcapil', by: 'roslina', checkedBy: 'nurhayati', title: 'Kamus singkatan loket', description: 'Singkatan yang dipakai di catatan kerja loket.', tags: ['loket'], days: 12, name: 'singkatan.txt', mime: 'text/plain; charset=utf-8',
    versions: [{ note: '', make: text('SKPWNI: surat keterangan pindah warga negara Indonesia\nPRR: penunjukan rekaman rusak\nSPTJM: surat pernyataan tanggung jawab mutlak\n') }],
  },
  {
    in: 'kependudukan', by: 'roslina', checkedBy: 'nurhayati', title: 'Formulir F-2.01 pencatatan sipil', description: 'Versi baru menunggu dilihat peninjau sebelum dibagikan.', tags: ['formulir'], days: 3, waits: true, name: 'Formulir F-2.01.docx', mime: `${OFFICE}.wordprocessingml.document`,
    versions: [{ note: '', make: () => makeDocx('Formulir F-2.01 pencatatan sipil', [{ heading: 'Pelaporan kelahiran', lines: ['Nama lengkap bayi', 'Tempat dan tanggal lahir', 'Nama ibu dan ayah'] }]) }],
  },
]
