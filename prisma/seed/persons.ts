import type { EmploymentKind, PositionGroup, RoleName } from '~/generated/prisma/enums'

export interface AsnSeed {
  key: string
  before?: string
  name: string
  after?: string
  employment: EmploymentKind
  /** made up, form-valid */
  nip: string
  grade: string
  position: string
  group: PositionGroup
  unit: string
  roles?: readonly RoleName[]
  salutation?: string
  about?: string
  expertise?: readonly string[]
}

/** 24 persons everybody meets in the demonstration. All are invented; numbers only have the right form. */
export const named: readonly AsnSeed[] = [
  { key: 'rotua', before: 'Dr.', name: 'Rotua Simanungkalit', after: 'S.E., M.Si.', employment: 'PNS', nip: '197004121997032901', grade: 'IV/c', position: 'Kepala BKPSDM', group: 'SENIOR_LEADERSHIP', unit: 'BKPSDM', about: 'Percaya bahwa orang belajar paling banyak dari pekerjaan yang dikerjakan bersama.', expertise: ['manajemen ASN', 'pengembangan kompetensi'] },
  { key: 'parlindungan', name: 'Parlindungan Hutabarat', after: 'S.Sos., M.A.P.', employment: 'PNS', nip: '197808152005011902', grade: 'IV/a', position: 'Sekretaris BKPSDM', group: 'ADMINISTRATOR', unit: 'BKPSDM', roles: ['HRD_OFFICER'] },
  { key: 'melva', name: 'Melva Sitompul', after: 'S.Psi., M.Psi.', employment: 'PNS', nip: '198502032010012903', grade: 'III/d', position: 'Asesor SDM Aparatur Ahli Muda', group: 'FUNCTIONAL', unit: 'BKPSDM', roles: ['MODERATOR'], about: 'Asesor. Senang membantu orang menulis bukti kompetensinya sendiri.', expertise: ['uji kompetensi', 'umpan balik', 'coaching'] },
  { key: 'rifai', name: 'Ahmad Rifai Lubis', after: 'S.Kom.', employment: 'PNS', nip: '199106212019031904', grade: 'III/b', position: 'Pranata Komputer Ahli Pertama', group: 'FUNCTIONAL', unit: 'DISKOMINFO-APTIKA', expertise: ['lembar sebar', 'otomasi laporan', 'integrasi data'] },
  { key: 'aisyah', name: 'Siti Aisyah Nasution', after: 'S.E., Ak.', employment: 'PNS', nip: '198309302009022905', grade: 'III/d', position: 'Analis Keuangan Pusat dan Daerah Ahli Muda', group: 'FUNCTIONAL', unit: 'BPKPD', expertise: ['SIPD-RI', 'laporan keuangan', 'rekonsiliasi aset'] },
  { key: 'zulfikar', name: 'Zulfikar Tanjung', after: 'S.H., M.H.', employment: 'PNS', nip: '197501172002121906', grade: 'IV/b', position: 'Kepala DPMPTSP', group: 'SENIOR_LEADERSHIP', unit: 'DPMPTSP', expertise: ['perizinan berusaha', 'standar pelayanan'] },
  { key: 'nurhayati', name: 'Nurhayati Chaniago', after: 'S.I.P.', employment: 'PNS', nip: '198805112011012907', grade: 'III/d', position: 'Kepala Bidang Pelayanan Pendaftaran Penduduk', group: 'ADMINISTRATOR', unit: 'DUKCAPIL-DAFDUK', roles: ['SERVICE_OFFICER'], salutation: 'Bu', about: 'Mengurus pendaftaran penduduk sejak 2011. Senang menguji hal kecil di loket sebelum menulisnya menjadi SOP.', expertise: ['administrasi kependudukan', 'pengelolaan antrean', 'SIAK'] },
  { key: 'sri', name: 'Sri Wahyuningsih', after: 'S.K.M., M.Kes.', employment: 'PNS', nip: '198207282006042908', grade: 'IV/a', position: 'Kepala Puskesmas Aek Habil', group: 'ADMINISTRATOR', unit: 'PKM-AH', salutation: 'Bu', expertise: ['manajemen puskesmas', 'penanganan keluhan'] },
  { key: 'bambang', name: 'Bambang Setiawan', after: 'S.T.', employment: 'PNS', nip: '198902192015021909', grade: 'III/c', position: 'Penata Ruang Ahli Muda', group: 'FUNCTIONAL', unit: 'PUPR', expertise: ['tata ruang', 'manajemen proyek'] },
  { key: 'mirza', name: 'Teuku Mirza Fahlevi', after: 'S.STP., M.Si.', employment: 'PNS', nip: '198709042009121910', grade: 'III/d', position: 'Camat Sibolga Selatan', group: 'ADMINISTRATOR', unit: 'KEC-SS', roles: ['SERVICE_OFFICER'], expertise: ['musyawarah warga', 'forum konsultasi publik'] },
  { key: 'nadia', name: 'Cut Nadia Rahmi', after: 'S.Pd., M.Pd.', employment: 'PNS', nip: '199003262014032911', grade: 'III/d', position: 'Pengawas Sekolah Ahli Muda', group: 'FUNCTIONAL', unit: 'DISDIK', expertise: ['supervisi akademik'] },
  { key: 'yaman', name: 'Yaman Zebua', after: 'S.Pi.', employment: 'PNS', nip: '198607102010011912', grade: 'III/c', position: 'Penyuluh Perikanan Ahli Muda', group: 'FUNCTIONAL', unit: 'DISPERIKAN', expertise: ['penyuluhan nelayan'] },
  { key: 'meriba', name: 'Meriba Telaumbanua', after: 'A.Md.Keb.', employment: 'PPPK', nip: '199408162023212913', grade: 'VII', position: 'Bidan Terampil', group: 'FUNCTIONAL', unit: 'PKM-PA' },
  { key: 'liana', name: 'Liana Wijaya', after: 'S.Farm., Apt.', employment: 'PPPK', nip: '199201082022212914', grade: 'X', position: 'Apoteker Ahli Pertama', group: 'FUNCTIONAL', unit: 'RSUD' },
  { key: 'hendra', name: 'Hendra Gunawan Lim', after: 'S.Kom.', employment: 'PPPK', nip: '199504252024211915', grade: 'IX', position: 'Pranata Komputer Ahli Pertama', group: 'FUNCTIONAL', unit: 'DISKOMINFO-APTIKA', roles: ['ADMINISTRATOR'], about: 'Menjaga portal ini tetap menyala. Laporkan yang janggal; lebih baik salah lapor daripada diam.', expertise: ['keamanan akun', 'aplikasi web'] },
  { key: 'togar', name: 'Togar Pasaribu', after: 'S.T., M.T.', employment: 'PNS', nip: '197306121999031916', grade: 'IV/b', position: 'Kepala Dinas Lingkungan Hidup', group: 'SENIOR_LEADERSHIP', unit: 'DLH', expertise: ['pengelolaan sampah'] },
  { key: 'debora', name: 'Debora Sinaga', after: 'S.Si.', employment: 'PNS', nip: '199309142020122917', grade: 'III/a', position: 'Pengendali Dampak Lingkungan Ahli Pertama', group: 'FUNCTIONAL', unit: 'DLH-SAMPAH', roles: ['SERVICE_OFFICER'], expertise: ['kompos', 'bank sampah'] },
  { key: 'junaidi', name: 'Junaidi Sikumbang', employment: 'PNS', nip: '198103052008011918', grade: 'II/d', position: 'Pengadministrasi Perkantoran', group: 'OPERATIONAL', unit: 'KEL-PANCURAN-GEROBAK' },
  { key: 'roslina', name: 'Roslina br. Tarigan', after: 'S.Sos.', employment: 'PNS', nip: '198401222009032919', grade: 'III/c', position: 'Lurah Kota Beringin', group: 'SUPERVISOR', unit: 'KEL-KOTA-BERINGIN', expertise: ['administrasi kelurahan'] },
  { key: 'fitriani', name: 'Fitriani Batubara', after: 'S.Pd.', employment: 'PPPK', nip: '199607202022212920', grade: 'IX', position: 'Guru Ahli Pertama', group: 'FUNCTIONAL', unit: 'SDN-081234' },
  { key: 'marihot', name: 'Marihot Sihombing', after: 'S.IP., M.Si.', employment: 'PNS', nip: '196902271994031921', grade: 'IV/d', position: 'Sekretaris Daerah', group: 'SENIOR_LEADERSHIP', unit: 'SETDA' },
  { key: 'rahmadani', name: 'Rahmadani Hutagalung', after: 'S.H.', employment: 'PNS', nip: '199208172018032922', grade: 'III/b', position: 'Auditor Ahli Pertama', group: 'FUNCTIONAL', unit: 'INSP', expertise: ['tindak lanjut temuan', 'gratifikasi'] },
  { key: 'iskandar', name: 'Iskandar Muda Siregar', after: 'S.Sos.', employment: 'PNS', nip: '197904042006041923', grade: 'IV/a', position: 'Kepala Pelaksana BPBD', group: 'ADMINISTRATOR', unit: 'BPBD', expertise: ['kesiapsiagaan bencana'] },
  { key: 'eka', name: 'Eka Putri Laoli', after: 'S.Gz.', employment: 'PPPK', nip: '199703182023212924', grade: 'IX', position: 'Nutrisionis Ahli Pertama', group: 'FUNCTIONAL', unit: 'DINKES' },
]

export interface StockSeed { key: string; name: string; unit: string; position: string; group: PositionGroup; sex: 1 | 2 }

/** The stock of further names that appear in topics; birth, number and grade are drawn. */
export const stock: readonly StockSeed[] = [
  { key: 'tumpal', name: 'Tumpal Manurung', unit: 'DISHUB', position: 'Analis Lalu Lintas', group: 'OPERATIONAL', sex: 1 },
  { key: 'lasmaria', name: 'Lasmaria Panggabean', unit: 'DINSOS', position: 'Pekerja Sosial Ahli Muda', group: 'FUNCTIONAL', sex: 2 },
  { key: 'sahat', name: 'Sahat Simatupang', unit: 'PUPR', position: 'Pengawas Jalan dan Jembatan', group: 'OPERATIONAL', sex: 1 },
  { key: 'herlina', name: 'Herlina Sianturi', unit: 'DINKES', position: 'Bendahara Pengeluaran', group: 'OPERATIONAL', sex: 2 },
  { key: 'ramli', name: 'Ramli Harahap', unit: 'SATPOLPP', position: 'Polisi Pamong Praja Mahir', group: 'FUNCTIONAL', sex: 1 },
  { key: 'nurul', name: 'Nurul Hasanah Pulungan', unit: 'SETDA-HUK', position: 'Perancang Peraturan Perundang-undangan Ahli Muda', group: 'FUNCTIONAL', sex: 2 },
  { key: 'syahrial', name: 'Syahrial Koto', unit: 'DISPUSIP', position: 'Arsiparis Mahir', group: 'FUNCTIONAL', sex: 1 },
  { key: 'dewi', name: 'Dewi Sartika Marunduri', unit: 'SETDA-ORG', position: 'Analis Kebijakan Ahli Muda', group: 'FUNCTIONAL', sex: 2 },
  { key: 'agus', name: 'Agus Prasetyo', unit: 'BAPPEDA', position: 'Perencana Ahli Muda', group: 'FUNCTIONAL', sex: 1 },
  { key: 'endang', name: 'Endang Susilowati', unit: 'DISDIK', position: 'Kepala Subbagian Umum dan Kepegawaian', group: 'SUPERVISOR', sex: 2 },
  { key: 'meutia', name: 'Cut Meutia Zahara', unit: 'RSUD', position: 'Perawat Ahli Muda', group: 'FUNCTIONAL', sex: 2 },
  { key: 'rizal', name: 'Teuku Rizal Hidayat', unit: 'DUKCAPIL-CAPIL', position: 'Administrator Database Kependudukan Ahli Pertama', group: 'FUNCTIONAL', sex: 1 },
  { key: 'fatolosa', name: 'Fatolosa Harefa', unit: 'KEC-SB', position: 'Kepala Seksi Pemerintahan', group: 'SUPERVISOR', sex: 1 },
  { key: 'yuniman', name: 'Yuniman Gulo', unit: 'KEL-AEK-MANIS', position: 'Pengadministrasi Perkantoran', group: 'OPERATIONAL', sex: 1 },
  { key: 'ester', name: 'Ester Waruwu', unit: 'DUKCAPIL-DAFDUK', position: 'Operator Layanan Operasional', group: 'OPERATIONAL', sex: 2 },
  { key: 'rudy', name: 'Rudy Halim', unit: 'SETDA-PBJ', position: 'Pengelola Pengadaan Barang/Jasa Ahli Muda', group: 'FUNCTIONAL', sex: 1 },
  { key: 'christine', name: 'Christine Tanujaya', unit: 'BPKPD', position: 'Analis Pajak dan Retribusi Daerah', group: 'OPERATIONAL', sex: 2 },
  { key: 'kevin', name: 'Kevin Salim', unit: 'DPMPTSP', position: 'Penelaah Teknis Kebijakan', group: 'OPERATIONAL', sex: 1 },
  { key: 'yulia', name: 'Yulia Piliang', unit: 'DISPARBUD', position: 'Adyatama Kepariwisataan Ahli Pertama', group: 'FUNCTIONAL', sex: 2 },
]

export interface OutsiderSeed { key: string; name: string; place?: string; org?: string; about?: string }

/** Citizens show the place they allow. */
export const citizens: readonly OutsiderSeed[] = [
  { key: 'nursaida', name: 'Ibu Nursaida', place: 'Kelurahan Huta Barangan' },
  { key: 'amir', name: 'Pak Amir Hamzah', place: 'Kelurahan Pancuran Bambu', about: 'Ketua RT, pensiunan pegawai pelabuhan.' },
  { key: 'jonas', name: 'Jonas Hutapea', place: 'Kelurahan Simare-mare' },
  { key: 'ratna', name: 'Ibu Ratna Zega', place: 'Kelurahan Pasar Belakang' },
  { key: 'tiurma', name: 'Ibu Tiurma Sihotang', place: 'Kelurahan Aek Manis' },
  { key: 'darwin', name: 'Darwin Marbun', place: 'Kelurahan Pancuran Dewa', about: 'Nelayan, kapal 4 GT.' },
  { key: 'fauziah', name: 'Fauziah Tanjung', place: 'Kelurahan Pasar Baru', about: 'Berdagang ikan asin di Pasar Nauli.' },
  { key: 'yosef', name: 'Yosef Laia', place: 'Kelurahan Aek Parombunan' },
  { key: 'melati', name: 'Melati Simbolon', place: 'Kelurahan Angin Nauli' },
  { key: 'hotma', name: 'Pak Hotma Nababan', place: 'Kelurahan Kota Beringin' },
  { key: 'salmah', name: 'Ibu Salmah Koto', place: 'Kelurahan Pancuran Pinang' },
  { key: 'rido', name: 'Rido Gea' },
  // has written nothing that stands: what she writes first waits where first posts are held
  { key: 'sari', name: 'Sari Harefa', place: 'Kelurahan Aek Habil' },
]

/** Organisations are invented; so are their members. */
export const partnerOrgs: readonly { name: string; kind: string }[] = [
  { name: 'Universitas Tapian Nauli (fiktif)', kind: 'universitas' },
  { name: 'Politeknik Pesisir Barat (fiktif)', kind: 'politeknik' },
  { name: 'PT Nauli Digital Nusantara', kind: 'swasta' },
  { name: 'PT Samudra Niaga Sibolga', kind: 'swasta' },
  { name: 'Perkumpulan Relawan TIK Tapanuli', kind: 'komunitas' },
  { name: 'Bank Sampah Pancuran Bambu', kind: 'komunitas' },
  { name: 'Lembaga Pelatihan Bina Aparatur (fiktif)', kind: 'lembaga pelatihan' },
]

export const partners: readonly OutsiderSeed[] = [
  { key: 'lamria', name: 'Lamria Hutauruk', org: 'Universitas Tapian Nauli (fiktif)', about: 'Dosen administrasi publik.' },
  { key: 'taufik', name: 'Taufik Rangkuti', org: 'Politeknik Pesisir Barat (fiktif)' },
  { key: 'surya', name: 'Surya Dharma', org: 'PT Nauli Digital Nusantara' },
  { key: 'ronal', name: 'Ronal Sitanggang', org: 'PT Samudra Niaga Sibolga' },
  { key: 'nita', name: 'Nita Harahap', org: 'Perkumpulan Relawan TIK Tapanuli' },
  { key: 'masda', name: 'Masdalena Pane', org: 'Bank Sampah Pancuran Bambu', about: 'Mengurus dua titik kumpul sejak 2023.' },
  { key: 'guntur', name: 'Guntur Wibowo', org: 'Lembaga Pelatihan Bina Aparatur (fiktif)' },
]
