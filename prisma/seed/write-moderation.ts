import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { firstWords } from '~/features/discussion/written.server'
import { insertRows, takeIds, type Row } from './rows'
import type { SeededPeople, SeededPerson } from './write-people'
import type { SeededPost, SeededTopic } from './write-topics'

const DAY = 86_400_000
const HOUR = 3_600_000

const templates = [
  ['Data pribadi', 'Tulisan ini memuat data pribadi orang lain (nomor KK, NIK, telepon, atau alamat). Tulis ulang tanpa data itu.'],
  ['Menyerang orang', 'Tulisan ini menyerang orang, bukan membahas masalahnya. Kritik boleh keras, tanpa menghina.'],
  ['Promosi', 'Forum ini bukan tempat menawarkan barang atau jasa.'],
  ['Kabar belum pasti', 'Isinya belum dapat dipastikan dan dapat menyesatkan. Sertakan sumber resmi, lalu tulis lagi.'],
  ['Di luar topik', 'Tulisan ini lebih cocok di topik atau kategori lain.'],
] as const

const caseColumns = {
  id: 'int', kind: 'text', thing_id: 'int', open_key: 'text', shelf: 'text', audience: 'text', author_id: 'int', title: 'text', origin: 'text', flag_count: 'int', opened_at: 'timestamptz', closed_at: 'timestamptz', claimed_by_id: 'int',
}

interface Flagged {
  topic: SeededTopic
  post: SeededPost
  days: number
  flags: readonly [by: string, reason: string, note?: string][]
  decided?: { act: string; reason: string; by: string; undone?: string; appeal?: { text: string; answer?: string; upheld?: boolean; by?: string } }
}

/** An open queue, decisions with an appeal that waits and one that was granted, a held first post, a rule, ready-made reasons, and who moderates a category. */
export async function writeModeration(client: pg.ClientBase, people: SeededPeople, made: readonly SeededTopic[], now: number): Promise<void> {
  const who = (key: string): SeededPerson => {
    const person = people.byKey.get(key)
    if (!person) throw new Error(`nobody is called ${key}`)
    return person
  }
  const shelves = new Map((await client.query<{ slug: string; key: string }>(`select slug, 'category:' || id as key from category`)).rows.map(row => [row.slug, row.key]))
  const topicOf = (start: string): SeededTopic => {
    const topic = made.find(one => one.seed.title.startsWith(start))
    if (!topic) throw new Error(`no topic ${start}`)
    return topic
  }
  const at = (start: string, number: number) => {
    const topic = topicOf(start)
    return { topic, post: topic.posts[number - 1] as SeededPost }
  }
  const hidden = topicOf('Cara menyiasati')
  const flagged: Flagged[] = [
    {
      topic: hidden, post: hidden.posts.find(post => post.deleted) as SeededPost, days: 3, flags: [['ratna', 'privacy', 'Nomor KK orang lain ditulis lengkap.'], ['nurhayati', 'privacy']],
      decided: { act: 'HIDE', reason: 'Memuat nomor kartu keluarga orang lain. Sampaikan langsung ke petugas, bukan di forum terbuka.', by: 'melva', appeal: { text: 'Pemilik nomor itu sendiri yang meminta saya menuliskannya supaya cepat dicek. Mohon dipertimbangkan.' } },
    },
    {
      ...at('Parkir di Pasar Nauli', 3), days: 12, flags: [['jonas', 'insult']],
      decided: { act: 'HIDE', reason: 'Dianggap menyerang juru parkir.', by: 'melva', undone: 'hendra', appeal: { text: 'Saya menulis tentang aturan tarifnya, bukan orangnya. Tolong dibaca sekali lagi.', answer: 'Setelah dibaca ulang, tulisan ini memang membahas tarif. Kami kembalikan dengan permohonan maaf.', upheld: false, by: 'hendra' } },
    },
    { ...at('Pantai Pandan', 2), days: 6, flags: [['amir', 'offTopic']], decided: { act: 'KEEP', reason: '', by: 'melva' } },
    { ...at('Saluran di Jalan Merpati', 2), days: 9, flags: [['hotma', 'hoax', 'Tanggalnya tidak sesuai pengumuman resmi.']], decided: { act: 'WARN', reason: 'Kabar ini belum dapat dipastikan. Sertakan sumber resmi sebelum membagikannya.', by: 'melva' } },
    { ...at('Jalan ke tangkahan', 2), days: 0.6, flags: [['salmah', 'hoax', 'Katanya truknya tidak terguling.'], ['yosef', 'hoax'], ['melati', 'other', 'Bikin panik warga.']] },
    { ...at('Angkot nomor 05', 2), days: 0.3, flags: [['ratna', 'offTopic']] },
    { ...at('Kanal informasi bantuan sosial', 3), days: 0.1, flags: [['jonas', 'offTopic', 'Ini tentang grup RT, bukan bantuan.'], ['masda', 'offTopic']] },
  ]
  const ids = await takeIds(client, 'moderation_case', flagged.length + 1)
  const decisionIds = await takeIds(client, 'moderation_decision', flagged.filter(one => one.decided).length)
  const rows = { cases: [] as Row[], flags: [] as Row[], decisions: [] as Row[], appeals: [] as Row[] }
  for (const [place, { topic, post, days, flags, decided }] of flagged.entries()) {
    const opened = now - days * DAY
    const id = ids[place] as number
    const shelf = shelves.get(topic.seed.in) ?? ''
    rows.cases.push({
      id, kind: 'post', thing_id: post.id, open_key: decided ? null : `post:${post.id}`, shelf, audience: topic.audience, author_id: post.author.id, title: topic.seed.title, origin: 'flag', flag_count: flags.length,
      opened_at: new Date(opened), closed_at: decided ? new Date(opened + 4 * HOUR) : null, claimed_by_id: decided ? who(decided.by).id : null,
    })
    if (flags.some(([by]) => who(by) === post.author)) throw new Error(`${post.author.name} cannot flag what they wrote`)
    for (const [order, [by, reason, note]] of flags.entries()) rows.flags.push({ case_id: id, kind: 'post', thing_id: post.id, person_id: who(by).id, reason, note: note ?? '', created_at: new Date(opened + order * HOUR / 4) })
    if (!decided) continue
    const decisionId = decisionIds[rows.decisions.length] as number
    const { appeal } = decided
    rows.decisions.push({
      id: decisionId, case_id: id, act: decided.act, by_id: who(decided.by).id, author_id: post.author.id, shelf, audience: topic.audience, reason: decided.reason, created_at: new Date(opened + 4 * HOUR),
      undone_at: decided.undone ? new Date(opened + 30 * HOUR) : null, undone_by_id: decided.undone ? who(decided.undone).id : null,
    })
    if (appeal) rows.appeals.push({
      decision_id: decisionId, text: appeal.text, created_at: new Date(opened + 20 * HOUR), upheld: appeal.upheld ?? null, answer: appeal.answer ?? '',
      decided_by_id: appeal.by ? who(appeal.by).id : null, decided_at: appeal.by ? new Date(opened + 30 * HOUR) : null,
    })
    if (decided.act === 'HIDE' && !decided.undone) await client.query('update post set deleted_reason = $2 where id = $1', [post.id, decided.reason])
  }
  const waiting = topicOf('Syarat rekomendasi BBM')
  const content = contentFromMarkdown('Selamat siang. Suami saya nelayan di Aek Habil dan baru kali ini mengurus sendiri. Apakah surat dari kelurahan masih perlu, atau cukup foto kapalnya?')
  const [held] = await insertRows<{ id: number }>(client, 'held_post', {
    thread_id: 'int', kind: 'text', shelf: 'text', audience: 'text', author_id: 'int', title: 'text', doc: 'jsonb', html: 'text', text: 'text', client_key: 'text', why: 'text', created_at: 'timestamptz',
  }, [{
    thread_id: waiting.id, kind: 'topic', shelf: shelves.get('bantuan-sosial'), audience: waiting.audience, author_id: who('sari').id, title: firstWords(content.text), doc: content.doc, html: content.html, text: content.text,
    client_key: 'contoh-tertahan-1', why: 'newcomer', created_at: new Date(now - 2 * HOUR),
  }], 'id')
  rows.cases.push({
    id: ids[flagged.length], kind: 'held', thing_id: held?.id, open_key: `held:${held?.id}`, shelf: shelves.get('bantuan-sosial'), audience: waiting.audience, author_id: who('sari').id, title: firstWords(content.text),
    origin: 'held', flag_count: 0, opened_at: new Date(now - 2 * HOUR), closed_at: null, claimed_by_id: null,
  })
  await insertRows(client, 'moderation_case', caseColumns, rows.cases)
  await insertRows(client, 'moderation_flag', { case_id: 'int', kind: 'text', thing_id: 'int', person_id: 'int', reason: 'text', note: 'text', created_at: 'timestamptz' }, rows.flags)
  await insertRows(client, 'moderation_decision', {
    id: 'int', case_id: 'int', act: 'text', by_id: 'int', author_id: 'int', shelf: 'text', audience: 'text', reason: 'text', created_at: 'timestamptz', undone_at: 'timestamptz', undone_by_id: 'int',
  }, rows.decisions)
  await insertRows(client, 'moderation_appeal', { decision_id: 'int', text: 'text', created_at: 'timestamptz', upheld: 'boolean', answer: 'text', decided_by_id: 'int', decided_at: 'timestamptz' }, rows.appeals)
  await insertRows(client, 'moderation_template', { title: 'text', text: 'text', sort_order: 'int' }, templates.map(([title, text], place) => ({ title, text, sort_order: place })))
  await insertRows(client, 'moderation_rule', { kind: 'text', value: 'text', note: 'text', created_by: 'int' }, [{ kind: 'WORD', value: 'pinjaman kilat', note: 'Iklan pinjaman daring', created_by: who('hendra').id }])
  await insertRows(client, 'moderation_shelf', { shelf: 'text', hold_newcomers: 'boolean' }, [{ shelf: shelves.get('bantuan-sosial'), hold_newcomers: true }])
  await insertRows(client, 'moderator_scope', { person_id: 'int', scope: 'text', granted_by: 'int' }, [{ person_id: who('lasmaria').id, scope: shelves.get('bantuan-sosial'), granted_by: who('hendra').id }])
}
