import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { chance } from './random'
import { insertRows, takeIds, type Row } from './rows'
import type { SeededPeople } from './write-people'

const DAY = 86_400_000

/** What readers wrote below articles: beginning of the title, then who, what, and how many days ago. */
const comments: readonly [title: string, said: readonly (readonly [by: string, text: string, days: number])[]][] = [
  ['Panduan langkah demi langkah penerbitan akta kelahiran', [
    ['ratna', 'Apakah saksi boleh dari keluarga sendiri?', 12], ['nurhayati', 'Boleh, asalkan bukan orang tua anaknya dan membawa KTP-el.', 11.6], ['ratna', 'Terima kasih, besok saya datang bersama adik.', 11.5],
  ]],
  ['Memilah sampah menjadi tiga wadah', [['tiurma', 'Wadah ketiga kami pakai ember cat bekas, sudah cukup.', 20], ['debora', 'Bagus, Bu. Beri lubang kecil di bawahnya supaya tidak berair.', 19.5]]],
  ['Cara mencatat jam pelajaran', [['fitriani', 'Bukti foto daftar hadir KKG diterima juga?', 8], ['melva', 'Diterima, sertakan tanggal dan nama kegiatannya.', 7.8]]],
  ['Menyusun SPJ kegiatan', [['junaidi', 'Bagian tentang nota tanpa nama toko sangat membantu, kami tempel di meja.', 15]]],
]

const requests: readonly { title: string; why: string; in: string; by: string; days: number; also: readonly string[]; taken?: string; done?: string; closed?: string }[] = [
  { title: 'Cara mengurus beasiswa kuliah dari kota', why: 'Setiap pekan ada orang tua yang bertanya di kelurahan, dan kami tidak punya jawaban yang sama.', in: 'layanan-warga', by: 'junaidi', days: 9, also: ['ratna', 'roslina', 'fitriani'] },
  { title: 'Syarat menikah bagi warga yang pernah cerai', why: '', in: 'kependudukan', by: 'tiurma', days: 6, also: ['ester'], taken: 'nurhayati' },
  { title: 'Menggabungkan beberapa PDF tanpa aplikasi berbayar', why: 'Unggahan SRIKANDI hanya menerima satu berkas.', in: 'teknologi', by: 'melva', days: 4, also: ['herlina', 'nurul', 'agus', 'endang'] },
  { title: 'Jadwal truk sampah per kelurahan', why: 'Papan di kantor lurah sudah tidak sesuai.', in: 'lingkungan-bencana', by: 'tiurma', days: 80, also: ['amir', 'jonas'], taken: 'debora', done: 'Jadwal truk sampah' },
  { title: 'Nomor telepon pribadi pejabat', why: '', in: 'layanan-warga', by: 'jonas', days: 30, also: [], closed: 'Nomor pribadi tidak dimuat. Nomor kantor ada di halaman unit.' },
]

const gaps: readonly (readonly [words: string, count: number, days: number])[] = [['beasiswa kuliah', 14, 0.4], ['sim keliling jadwal', 9, 1], ['kartu lansia transportasi', 6, 2], ['ganti rugi banjir', 4, 3]]

/** Comments, thanks, requests, readings and searches in vain: so that each can be tried. */
export async function writeReaders(client: pg.ClientBase, people: SeededPeople, now: number): Promise<void> {
  const random = chance(77)
  const who = (key: string) => {
    const person = people.byKey.get(key)
    if (!person) throw new Error(`nobody is called ${key}`)
    return person.id
  }
  const { rows: articles } = await client.query<{ id: number; title: string; audience: string; owner_id: number; collection_id: number }>('select id, title, audience, owner_id, collection_id from article where approved is not null and binned_at is null order by id')
  const named = (beginning: string) => {
    const found = articles.find(one => one.title.startsWith(beginning))
    if (!found) throw new Error(`no article begins with ${beginning}`)
    return found
  }
  const threadIds = await takeIds(client, 'thread', comments.length)
  const posts: Row[] = [], revisions: Row[] = [], threads: Row[] = []
  const postIds = await takeIds(client, 'post', comments.reduce((sum, [, said]) => sum + said.length, 0))
  for (const [place, [title, said]] of comments.entries()) {
    const article = named(title)
    const id = threadIds[place] as number
    const last = said.at(-1)
    threads.push({ id, kind: 'article', shelf: `collection:${article.collection_id}`, audience: article.audience, author_id: article.owner_id, last_number: said.length, post_count: said.length, last_post_at: new Date(now - (last?.[2] ?? 0) * DAY), last_author_id: who(last?.[0] ?? ''), created_at: new Date(now - (said[0]?.[2] ?? 0) * DAY) })
    for (const [at, [by, text, days]] of said.entries()) {
      const postId = postIds[posts.length] as number
      const content = contentFromMarkdown(text)
      posts.push({ id: postId, thread_id: id, number: at + 1, author_id: who(by), html: content.html, text: content.text, renderer: content.renderer, revision: 1, created_at: new Date(now - days * DAY) })
      revisions.push({ post_id: postId, revision: 1, doc: content.doc, text: content.text, editor_id: who(by), created_at: new Date(now - days * DAY) })
    }
  }
  await insertRows(client, 'thread', { id: 'int', kind: 'text', shelf: 'text', audience: 'text', author_id: 'int', last_number: 'int', post_count: 'int', last_post_at: 'timestamptz', last_author_id: 'int', created_at: 'timestamptz' }, threads)
  await insertRows(client, 'post', { id: 'int', thread_id: 'int', number: 'int', author_id: 'int', html: 'text', text: 'text', renderer: 'int', revision: 'int', created_at: 'timestamptz' }, posts)
  await insertRows(client, 'post_revision', { post_id: 'int', revision: 'int', doc: 'jsonb', text: 'text', editor_id: 'int', created_at: 'timestamptz' }, revisions)
  for (const [place, [title]] of comments.entries()) await client.query('update article set thread_id = $1 where id = $2', [threadIds[place], named(title).id])

  const colleagues = people.all.filter(person => person.kind === 'ASN')
  const thanks = articles.slice(0, 60).flatMap(article => random.some(colleagues, random.below(9)).filter(person => person.id !== article.owner_id && (article.audience === 'public' || article.audience === 'asn')).map(person => ({ article_id: article.id, person_id: person.id })))
  await insertRows(client, 'article_thanks', { article_id: 'int', person_id: 'int' }, thanks)
  await client.query('update article a set thanks = n.n from (select article_id, count(*)::int as n from article_thanks group by article_id) n where n.article_id = a.id')
  const readings = articles.slice(0, 66).flatMap(article => Array.from({ length: 30 }, (_, at) => ({ article_id: article.id, day: new Date(now - at * DAY).toISOString().slice(0, 10), reads: random.below(article.audience === 'public' ? 14 : 5) })).filter(row => row.reads > 0))
  await insertRows(client, 'article_reading', { article_id: 'int', day: 'date', reads: 'int' }, readings)
  await client.query('update article a set reads = n.n from (select article_id, sum(reads)::int as n from article_reading group by article_id) n where n.article_id = a.id')

  // one owner works elsewhere now, and a reviewer has said something of a text that waits
  await client.query(`update article set owner_unit_id = (select id from org_unit where code = 'BAPPEDA') where id = (select a.id from article a join person p on p.id = a.owner_id join org_unit u on u.id = p.unit_id where a.approved is not null and u.code <> 'BAPPEDA' and a.title like 'Membaca laporan realisasi%')`)
  const { rows: waiting } = await client.query<{ id: number; revision: number; text: string; reviewer: number }>(`select a.id, a.last_revision as revision, r.text, m.person_id as reviewer from article a join article_revision r on r.article_id = a.id and r.revision = a.last_revision
    join collection_member m on m.collection_id = a.collection_id and m.reviewer and m.person_id <> r.editor_id where a.work = 'REVIEW' order by a.id, m.person_id limit 1`)
  for (const one of waiting) {
    const quote = one.text.split('\n').find(line => line.length > 30)?.slice(0, 60) ?? ''
    await insertRows(client, 'review_comment', { article_id: 'int', revision: 'int', quote: 'text', text: 'text', author_id: 'int', client_key: 'text', created_at: 'timestamptz' },
      [{ article_id: one.id, revision: one.revision, quote, text: 'Sebutkan dari mana angka atau syarat ini, supaya pembaca dapat memeriksanya.', author_id: one.reviewer, client_key: 'demo-review-comment', created_at: new Date(now - DAY / 2) }])
  }

  const shelves = new Map((await client.query<{ id: number; slug: string }>('select id, slug from collection')).rows.map(row => [row.slug, row.id]))
  const ids = await takeIds(client, 'article_request', requests.length)
  await insertRows(client, 'article_request', {
    id: 'int', title: 'text', why: 'text', collection_id: 'int', asked_by_id: 'int', votes: 'int', taken_by_id: 'int', taken_at: 'timestamptz', article_id: 'int', done_at: 'timestamptz', closed_at: 'timestamptz', close_note: 'text', client_key: 'text', created_at: 'timestamptz',
  }, requests.map((one, at) => ({
    id: ids[at], title: one.title, why: one.why, collection_id: shelves.get(one.in), asked_by_id: who(one.by), votes: one.also.length + 1, taken_by_id: one.taken ? who(one.taken) : null, taken_at: one.taken ? new Date(now - (one.days - 1) * DAY) : null,
    article_id: one.done ? named(one.done).id : null, done_at: one.done ? new Date(now - 60 * DAY) : null, closed_at: one.closed ? new Date(now - 28 * DAY) : null, close_note: one.closed ?? '', client_key: `demo-request-${at}`, created_at: new Date(now - one.days * DAY),
  })))
  await insertRows(client, 'article_request_vote', { request_id: 'int', person_id: 'int' }, requests.flatMap((one, at) => [one.by, ...one.also].map(key => ({ request_id: ids[at], person_id: who(key) }))))
  await insertRows(client, 'search_pin', { words: 'text', document_id: 'text' }, [{ words: 'akta hilang kelahiran', document_id: `article:${named('Akta kelahiran hilang').id}` }])
  await insertRows(client, 'search_gap', { words: 'text', count: 'int', asked: 'boolean', last_at: 'timestamptz' }, gaps.map(([words, count, days]) => ({ words, count, asked: true, last_at: new Date(now - days * DAY) })))
}
