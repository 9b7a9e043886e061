export interface CategorySeed {
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  colour: string
  audience: 'public' | 'asn' | { unit: string }
}

export const categories: readonly CategorySeed[] = [
  { slug: 'pelayanan-publik', name: 'Pelayanan publik', nameEn: 'Public service', description: 'Loket, standar pelayanan, keluhan, ruang tunggu.', descriptionEn: 'Counters, service standards, complaints, waiting rooms.', colour: 's-1', audience: 'asn' },
  { slug: 'keuangan-daerah', name: 'Keuangan daerah', nameEn: 'Local finance', description: 'Anggaran, SIPD-RI, pengadaan, pajak dan retribusi.', descriptionEn: 'Budgets, SIPD-RI, procurement, local taxes and fees.', colour: 's-2', audience: 'asn' },
  { slug: 'kinerja-dan-karier', name: 'Kinerja dan karier', nameEn: 'Performance and career', description: 'SKP, jam pelajaran, uji kompetensi, mentor, umpan balik.', descriptionEn: 'Targets, learning hours, assessments, mentors, feedback.', colour: 's-3', audience: 'asn' },
  { slug: 'data-dan-aplikasi', name: 'Data dan aplikasi', nameEn: 'Data and applications', description: 'Lembar sebar, SRIKANDI, keamanan akun, satu data.', descriptionEn: 'Spreadsheets, SRIKANDI, account safety, one data.', colour: 's-4', audience: 'asn' },
  { slug: 'pendidikan-dan-kesehatan', name: 'Pendidikan dan kesehatan', nameEn: 'Education and health', description: 'Sekolah, puskesmas, RSUD, gizi, kesiapsiagaan di sekolah.', descriptionEn: 'Schools, health centres, hospital, nutrition, safety at school.', colour: 's-5', audience: 'asn' },
  { slug: 'kependudukan', name: 'Kependudukan', nameEn: 'Civil registry', description: 'KTP-el, kartu keluarga, akta, surat keterangan.', descriptionEn: 'Identity cards, family cards, certificates, letters.', colour: 's-1', audience: 'public' },
  { slug: 'lingkungan', name: 'Lingkungan', nameEn: 'Environment', description: 'Sampah, saluran air, pantai, ruang hijau.', descriptionEn: 'Waste, drains, beaches, green spaces.', colour: 's-4', audience: 'public' },
  { slug: 'perhubungan', name: 'Perhubungan', nameEn: 'Transport', description: 'Jalan, lampu, parkir, halte, pelabuhan.', descriptionEn: 'Roads, lights, parking, stops, the harbour.', colour: 's-3', audience: 'public' },
  { slug: 'bantuan-sosial', name: 'Bantuan sosial', nameEn: 'Social assistance', description: 'Pendataan, bantuan, nelayan, lansia, penyandang disabilitas.', descriptionEn: 'Registration, aid, fishers, the elderly, people with disabilities.', colour: 's-5', audience: 'public' },
  { slug: 'dukcapil', name: 'Dukcapil', nameEn: 'Dukcapil', description: 'Ruang kerja Dinas Kependudukan dan Pencatatan Sipil.', descriptionEn: 'Working room of the civil registry office.', colour: 's-2', audience: { unit: 'DUKCAPIL' } },
]
