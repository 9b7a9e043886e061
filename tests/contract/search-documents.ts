import type { SearchDocument } from '~/platform/search/source.server'

const day = 86_400_000
const start = Date.UTC(2026, 0, 10)

let serial = 0
/** A document with the parts a test does not care for filled in. */
export function document(given: Partial<SearchDocument> & Pick<SearchDocument, 'id' | 'title'>): SearchDocument {
  serial += 1
  const kind = given.kind ?? given.id.split(':')[0]!
  return {
    kind, fold: given.id, body: '', audience: 'public', authorId: 1, authorName: 'Nurhayati Chaniago', shelf: 'category:1', unitId: null, tags: [],
    url: `/${given.id.replaceAll(':', '/')}`, meta: { shelfName: 'Kependudukan', shelfNameEn: 'Civil registration' },
    createdAt: new Date(start + serial * day), updatedAt: new Date(start + serial * day), ...given,
  }
}

/** A small city: enough for words, inflections, spelling, folds and shelves. */
export const city: SearchDocument[] = [
  document({ id: 'topic:1', title: 'Akta kelahiran hilang saat banjir rob', body: 'Kutipan kedua akta kelahiran diterbitkan tanpa biaya. Bawa surat kehilangan dan kartu keluarga.', tags: ['akta'], meta: { shelfName: 'Kependudukan', answered: true, label: 'forum:kind.QUESTION' } }),
  document({ id: 'post:11', fold: 'topic:1', title: 'Akta kelahiran hilang saat banjir rob', titleOnlyShown: true, body: 'Untuk korban rob surat dari lurah sudah cukup, datang ke loket tiga.', authorId: 2, authorName: 'Ratna Siregar' }),
  document({ id: 'post:12', fold: 'topic:1', title: 'Akta kelahiran hilang saat banjir rob', titleOnlyShown: true, body: 'Terima kasih, loket tiga melayani dengan cepat.', authorId: 3, authorName: 'Yusuf Hutagalung' }),
  document({ id: 'topic:2', title: 'Antrean KTP-el pada hari Senin', body: 'Bagaimana menyiasati antrean perekaman?', shelf: 'category:1' }),
  document({ id: 'topic:3', title: 'Pelayanan ramah lansia di puskesmas', body: 'Kami membuka loket prioritas untuk lanjut usia sejak Maret.', shelf: 'category:2', meta: { shelfName: 'Pelayanan publik' }, authorId: 2, authorName: 'Ratna Siregar' }),
  document({ id: 'topic:4', title: 'Jadwal pengangkutan sampah', body: 'Sampah di Sibolga Utara diangkut tiga kali seminggu.', shelf: 'category:3', meta: { shelfName: 'Lingkungan' } }),
  document({ id: 'topic:5', title: 'Tarif retribusi pasar berubah', body: 'Retribusi naik mulai bulan depan. <b>Penting</b> & "tercatat".', shelf: 'category:3', meta: { shelfName: 'Lingkungan' } }),
  document({ id: 'person:5', title: 'Nurhayati Chaniago', body: 'Analis pelayanan kependudukan\nDinas Kependudukan dan Pencatatan Sipil', tags: ['akta', 'kk'], authorId: null, authorName: '', shelf: '', meta: { position: 'Analis' } }),
]

/** The same words in every audience, so that one that leaks is seen in whatever is counted. */
export const audiences = ['public', 'asn', 'unit:3', 'unit:4', 'group:7', 'user:5', 'user:6'] as const
export const secretWords: Record<(typeof audiences)[number], string> = {
  public: 'kambojaputih', asn: 'melatiranum', 'unit:3': 'kenangajingga', 'unit:4': 'cempakabiru', 'group:7': 'anggrekungu', 'user:5': 'mawarhitam', 'user:6': 'sedapmalam',
}

/** Two topics and one post for each audience, on a shelf of its own. */
export const guarded: SearchDocument[] = audiences.flatMap((audience, at) => {
  const shelf = `category:${100 + at}`
  const word = secretWords[audience]
  const topic = 1000 + at * 10
  return [
    document({ id: `topic:${topic}`, title: `Rapat anggaran ${word}`, body: 'Pembahasan anggaran bersama.', audience, shelf, authorId: 50 + at, authorName: `Penulis ${word}` }),
    document({ id: `topic:${topic + 1}`, title: 'Catatan anggaran', body: `Rincian ${word} terlampir.`, audience, shelf, authorId: 50 + at, authorName: `Penulis ${word}` }),
    document({ id: `post:${topic + 2}`, fold: `topic:${topic}`, title: `Rapat anggaran ${word}`, titleOnlyShown: true, body: `Setuju dengan anggaran ${word}.`, audience, shelf, authorId: 50 + at, authorName: `Penulis ${word}` }),
  ]
})

export const viewers: { name: string; holds: string[] }[] = [
  { name: 'a stranger', holds: ['public'] },
  { name: 'a citizen', holds: ['public', 'user:6'] },
  { name: 'a civil servant', holds: ['public', 'asn', 'user:5'] },
  { name: 'a civil servant of unit 3', holds: ['public', 'asn', 'unit:3', 'user:9'] },
  { name: 'a member of a group', holds: ['public', 'group:7', 'user:6'] },
  { name: 'nobody at all', holds: [] },
]
