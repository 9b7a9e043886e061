import type { CollectionSeed } from './shape'

/** Parents stand before children. */
export const collections: readonly CollectionSeed[] = [
  {
    slug: 'layanan-warga', name: 'Layanan warga', nameEn: 'Services for citizens', description: 'Syarat, langkah, waktu, dan biaya layanan kota, ditulis seperti dikatakan di loket.', descriptionEn: 'Requirements, steps, time and cost of the city\'s services, as they are said at the counter.',
    audience: 'public', unit: 'SETDA-ORG', reviewers: ['dewi', 'nurhayati'], months: 6,
  },
  { slug: 'kependudukan', in: 'layanan-warga', name: 'Kependudukan', nameEn: 'Civil registration', description: 'KTP-el, kartu keluarga, akta, dan pindah datang.', descriptionEn: 'Identity cards, family cards, certificates and moving.', audience: 'public', unit: 'DUKCAPIL', reviewers: ['nurhayati', 'roslina'], months: 6 },
  { slug: 'kesehatan-sosial', in: 'layanan-warga', name: 'Kesehatan dan sosial', nameEn: 'Health and social care', description: 'Puskesmas, RSUD, posyandu, dan bantuan sosial.', descriptionEn: 'Health centres, the hospital and social aid.', audience: 'public', unit: 'DINKES', reviewers: ['sri', 'liana'], months: 6 },
  { slug: 'izin-pajak', in: 'layanan-warga', name: 'Izin, pajak, dan retribusi', nameEn: 'Permits, taxes and fees', description: 'Perizinan berusaha, pajak daerah, dan retribusi.', descriptionEn: 'Business permits, local taxes and fees.', audience: 'public', unit: 'DPMPTSP', reviewers: ['zulfikar', 'aisyah'], months: 6 },
  { slug: 'lingkungan-bencana', in: 'layanan-warga', name: 'Lingkungan dan bencana', nameEn: 'Environment and disasters', description: 'Sampah, saluran air, banjir rob, dan kesiapsiagaan.', descriptionEn: 'Waste, drains, tidal floods and being prepared.', audience: 'public', unit: 'DLH', reviewers: ['togar', 'iskandar'], months: 12 },
  {
    slug: 'mutu-pelayanan', name: 'Mutu pelayanan publik', nameEn: 'Quality of public service', description: 'Standar pelayanan, survei kepuasan, dan pengaduan.', descriptionEn: 'Service standards, satisfaction surveys and complaints.', audience: 'public', unit: 'SETDA-ORG', reviewers: ['dewi', 'parlindungan'], months: 12,
  },
  { slug: 'praktik-baik', in: 'mutu-pelayanan', name: 'Praktik baik dan pembelajaran', nameEn: 'Good practice and lessons', description: 'Yang berhasil, yang hampir gagal, dan angkanya.', descriptionEn: 'What worked, what nearly failed, and the numbers.', audience: 'public', unit: 'SETDA-ORG', reviewers: ['dewi', 'sri', 'nurhayati'], months: 12 },
  { slug: 'kepegawaian', name: 'Kepegawaian dan kompetensi', nameEn: 'Personnel and competency', description: 'Kinerja, jam pelajaran, pelatihan, dan pembinaan pegawai.', descriptionEn: 'Performance, learning hours, training and guidance.', audience: 'asn', unit: 'BKPSDM', reviewers: ['melva', 'parlindungan'], months: 12 },
  { slug: 'keuangan', name: 'Keuangan dan perencanaan', nameEn: 'Finance and planning', description: 'Anggaran kas, SPJ, pengadaan, dan laporan.', descriptionEn: 'Cash budgets, accounts, procurement and reports.', audience: 'asn', unit: 'BPKPD', reviewers: ['aisyah'], months: 12 },
  {
    slug: 'tata-kerja', name: 'Tata kerja dan integritas', nameEn: 'Ways of working and integrity', description: 'Naskah dinas, rapat, arsip, hukum, dan gratifikasi.', descriptionEn: 'Official letters, meetings, archives, law and gratification.', audience: 'asn', unit: 'SETDA', reviewers: ['rahmadani', 'nurul'], months: 12,
  },
  { slug: 'teknologi', name: 'Teknologi dan data', nameEn: 'Technology and data', description: 'Akun, keamanan, lembar sebar, dan portal.', descriptionEn: 'Accounts, security, spreadsheets and this portal.', audience: 'asn', unit: 'DISKOMINFO', reviewers: ['hendra', 'rifai'], trusted: ['rifai', 'hendra'], trustPublishes: true, months: 6 },
  { slug: 'ruang-dukcapil', name: 'Ruang kerja Dukcapil', nameEn: 'Dukcapil\'s own', description: 'Catatan kerja loket, hanya untuk Dukcapil.', descriptionEn: 'Working notes of the counters, for Dukcapil only.', audience: 'DUKCAPIL', unit: 'DUKCAPIL', reviewers: ['nurhayati'], months: 12 },
]
