import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { topicPath } from '~/features/forum/paths'
import { slugOf } from '~/features/forum/slug'
import { formatDate } from '~/platform/i18n/format'
import { insertRows, type Row } from './rows'
import { agenda, purpose } from './topics/rutin'
import type { SeededPeople } from './write-people'
import type { SeededTopic } from './write-topics'

const MINUTE = 60_000
const WEEK = 7 * 86_400_000
const zone = 'Asia/Jakarta'
const title = 'Forum Loket Mingguan'
/** minutes of one meeting */
const LONG = 120

interface Past {
  minutes: string
  decisions: readonly string[]
  /** who, what, days after the meeting until which, and days after it when it was done */
  tasks: readonly (readonly [who: string, text: string, until: number, done?: number])[]
}

/** `#2` stands for the address of post 2. */
const past: Record<number, Past> = {
  [-3]: {
    minutes: 'Tiga keluhan dibahas; yang terbanyak soal **fotokopi yang tidak perlu**.\n\n> [Sri Wahyuningsih di #3](#3)\n> Di puskesmas kami menempel daftar "yang tidak perlu dibawa".\n\nCara ini ditiru kelurahan lebih dahulu.',
    decisions: ['Daftar "yang tidak perlu dibawa" dipasang di semua loket kelurahan', 'Isinya satu, disusun bersama Dukcapil'],
    tasks: [['roslina', 'Memasang daftar di Kelurahan Kota Beringin', 7, 2], ['junaidi', 'Mengumpulkan isi daftar dari tiga kelurahan', 7, 6]],
  },
  [-2]: {
    minutes: 'Lansia menunggu rata-rata 50 menit karena tercampur pengambilan berkas ([#2](#2)). Disepakati kursi khusus di dekat loket 3, dengan satu petugas yang memanggil ([#3](#3)).',
    decisions: ['Kursi dekat loket 3 untuk lansia dan ibu hamil mulai Senin'],
    tasks: [['ester', 'Membuat tulisan besar untuk kursi prioritas', 5, 4], ['junaidi', 'Menghitung waktu tunggu lansia selama sepekan', 12]],
  },
  [-1]: {
    minutes: 'Daftar di kelurahan terbukti berguna ([#2](#2)). Dibahas antrean daring untuk satu loket; dicoba seminggu sebelum diputuskan untuk yang lain.',
    decisions: ['Antrean daring dicoba di satu loket selama seminggu', 'Hasilnya diukur: berapa yang memakai, berapa yang salah jam'],
    tasks: [['rifai', 'Menyiapkan formulir antrean daring', 3, 2], ['nurhayati', 'Menulis satu halaman cara membaca nomor antrean', 9], ['sri', 'Mencatat pemakaian di loket obat', 14]],
  },
}
const points: readonly (readonly [week: number, who: string, text: string])[] = [
  [0, 'junaidi', 'Hasil percobaan antrean daring'], [0, 'meriba', 'Kursi prioritas di puskesmas'],
  [1, 'sri', 'Ukuran keberhasilan antrean daring, sebelum dan sesudah'], [1, 'junaidi', 'Jam sibuk Senin: tukar petugas antarloket'], [2, 'ester', 'Blangko akhir bulan: siapa memberi tahu siapa'],
]
const replies: Record<number, Record<'COME' | 'MAYBE' | 'NOT', readonly string[]>> = {
  [-3]: { COME: ['nurhayati', 'sri', 'junaidi', 'roslina'], MAYBE: [], NOT: ['rifai'] },
  [-2]: { COME: ['nurhayati', 'sri', 'junaidi', 'ester', 'meriba'], MAYBE: [], NOT: [] },
  [-1]: { COME: ['nurhayati', 'sri', 'roslina', 'rifai'], MAYBE: ['junaidi'], NOT: ['ester'] },
  0: { COME: ['nurhayati', 'sri', 'junaidi', 'rifai', 'meriba'], MAYBE: ['roslina'], NOT: [] },
  1: { COME: ['sri', 'junaidi'], MAYBE: ['rifai', 'ester'], NOT: ['meriba'] }, 2: { COME: ['nurhayati'], MAYBE: [], NOT: [] },
}

const local = (at: number) => new Date(at + 7 * 60 * MINUTE)
const dayOf = (at: number): string => local(at).toISOString().slice(0, 10)

/** One weekly series of ASN: three meetings with minutes, one that runs at this very moment, four to come. */
export async function writeSeries(client: pg.ClientBase, people: SeededPeople, made: SeededTopic[], now: number): Promise<void> {
  const idOf = (key: string): number => {
    const person = people.byKey.get(key)
    if (!person) throw new Error(`nobody is called ${key}`)
    return person.id
  }
  const begin = Math.floor((now - 20 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE
  const topics = made.filter(topic => topic.seed.kind === 'MEETING').map(topic => ({ topic, week: Number(topic.seed.title.split(' ').at(-1)) }))
  const startOf = (week: number) => begin + week * WEEK
  const [category] = (await client.query<{ id: number }>('select id from category where slug = $1', [topics[0]?.topic.seed.in])).rows
  const first = startOf(-3)
  const [series] = await insertRows<{ id: number }>(client, 'series', {
    slug: 'text', title: 'text', purpose: 'text', category_id: 'int', rhythm: '"MeetingRhythm"', weekday: 'int', first_day: 'date', start_minute: 'int', duration: 'int', place: 'text', link: 'text',
    agenda: 'text[]', creator_id: 'int', created_at: 'timestamptz', nth: 'int',
  }, [{
    slug: slugOf(title), title, purpose, category_id: category?.id, rhythm: 'WEEKLY', weekday: ((local(begin).getUTCDay() + 6) % 7) + 1, nth: 1, first_day: dayOf(first),
    start_minute: local(begin).getUTCHours() * 60 + local(begin).getUTCMinutes(), duration: LONG, place: 'Aula Dukcapil, lantai 2', link: 'https://rapat.sibolga.example/forum-loket', agenda,
    creator_id: idOf('nurhayati'), created_at: new Date(first - WEEK),
  }], 'id')
  const seriesId = series?.id
  await insertRows(client, 'series_host', { series_id: 'int', person_id: 'int' }, ['nurhayati', 'sri'].map(key => ({ series_id: seriesId, person_id: idOf(key) })))
  const rows = { meeting: [] as Row[], answer: [] as Row[], revision: [] as Row[], decision: [] as Row[], task: [] as Row[] }
  for (const { topic, week } of topics) {
    const startsAt = startOf(week)
    const endsAt = startsAt + LONG * MINUTE
    const name = `${title}, ${formatDate(startsAt, { locale: 'id', timeZone: zone, now })}`
    topic.seed = { ...topic.seed, title: name }
    topic.slug = slugOf(name)
    topic.url = number => topicPath(topic, number)
    await client.query('update topic set title = $2, slug = $3 where id = $1', [topic.id, name, topic.slug])
    const reply = replies[week] ?? { COME: [], MAYBE: [], NOT: [] }
    for (const [word, keys] of Object.entries(reply)) for (const key of keys) rows.answer.push({ topic_id: topic.id, person_id: idOf(key), reply: word, updated_at: new Date(Math.min(startsAt, now) - 90 * MINUTE) })
    const over = past[week]
    const savedAt = new Date(endsAt + 60 * MINUTE)
    const content = over ? contentFromMarkdown(over.minutes.replace(/\(#(\d+)\)/g, (_all, number: string) => `(/forum/t/${topic.id}/-/${number})`)) : null
    const tasks = (over?.tasks ?? []).map(([who, text, until, done]) => ({ who, text, dueOn: dayOf(startsAt + until * 86_400_000), doneAt: done === undefined ? null : new Date(startsAt + done * 86_400_000) }))
    const words = content ? [content.text, ...(over?.decisions ?? []).map((one, at) => `${at + 1}. ${one}`), ...tasks.map(task => `- ${task.text} (${task.dueOn})`)].join('\n') : ''
    rows.meeting.push({
      topic_id: topic.id, series_id: seriesId, slot: new Date(startsAt), starts_at: new Date(startsAt), ends_at: new Date(endsAt), come_count: reply.COME.length, maybe_count: reply.MAYBE.length, not_count: reply.NOT.length,
      day_told_at: startsAt <= now ? new Date(startsAt) : null, soon_told_at: startsAt <= now ? new Date(startsAt) : null, start_told_at: startsAt <= now ? new Date(startsAt) : null, end_told_at: endsAt <= now ? new Date(endsAt) : null,
      minutes_html: content?.html ?? null, minutes_text: words, minutes_renderer: content?.renderer ?? 1, minutes_revision: content ? 1 : 0, minutes_at: content ? savedAt : null,
    })
    if (content) rows.revision.push({ topic_id: topic.id, revision: 1, doc: content.doc, text: words, editor_id: idOf('nurhayati'), client_key: `demo-${week}`, created_at: savedAt })
    for (const [at, text] of (over?.decisions ?? []).entries()) rows.decision.push({ topic_id: topic.id, position: at + 1, text })
    for (const task of tasks)
      rows.task.push({ topic_id: topic.id, series_id: seriesId, text: task.text, assignee_id: idOf(task.who), due_on: task.dueOn, done_at: task.doneAt, done_by_id: task.doneAt ? idOf(task.who) : null, created_at: savedAt })
  }
  await insertRows(client, 'meeting', {
    topic_id: 'int', series_id: 'int', slot: 'timestamptz', starts_at: 'timestamptz', ends_at: 'timestamptz', come_count: 'int', maybe_count: 'int', not_count: 'int', day_told_at: 'timestamptz', soon_told_at: 'timestamptz',
    start_told_at: 'timestamptz', end_told_at: 'timestamptz', minutes_html: 'text', minutes_text: 'text', minutes_renderer: 'int', minutes_revision: 'int', minutes_at: 'timestamptz',
  }, rows.meeting)
  await insertRows(client, 'meeting_answer', { topic_id: 'int', person_id: 'int', reply: '"MeetingReply"', updated_at: 'timestamptz' }, rows.answer)
  await insertRows(client, 'minutes_revision', { topic_id: 'int', revision: 'int', doc: 'jsonb', text: 'text', editor_id: 'int', client_key: 'text', created_at: 'timestamptz' }, rows.revision)
  await insertRows(client, 'meeting_decision', { topic_id: 'int', position: 'int', text: 'text' }, rows.decision)
  await insertRows(client, 'meeting_task', { topic_id: 'int', series_id: 'int', text: 'text', assignee_id: 'int', due_on: 'date', done_at: 'timestamptz', done_by_id: 'int', created_at: 'timestamptz' }, rows.task)
  await insertRows(client, 'agenda_point', { topic_id: 'int', position: 'int', text: 'text', author_id: 'int', client_key: 'text' }, points.map(([week, who, text], at) => ({
    topic_id: topics.find(one => one.week === week)?.topic.id, position: at + 1, text, author_id: idOf(who), client_key: `demo-point-${at}`,
  })))
}
