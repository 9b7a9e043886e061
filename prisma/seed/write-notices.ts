import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { insertRows, type Row } from './rows'
import type { SeededTopic } from './write-topics'
import type { SeededPeople, SeededPerson } from './write-people'

const DAY = 86_400_000

const groupOf: Record<string, string> = { 'discussion.ownThread': 'watching', 'discussion.followed': 'watching', 'discussion.opened': 'fresh' }
/** Who follows the category Kependudukan (`writeWatches`). */
const followersOfCategory = ['nurhayati', 'junaidi']

/** The notices the rules would have given for the last ten days; those older than a day and a half are read. */
export async function writeNotices(client: pg.ClientBase, people: SeededPeople, made: readonly SeededTopic[], now: number): Promise<void> {
  const facts: { name: string; payload: object; actor: SeededPerson; at: number; told: Row[] }[] = []
  for (const topic of made)
    for (const post of topic.posts) {
      if (post.deleted || now - post.at > 10 * DAY) continue
      const told = new Map<number, string>()
      const tell = (id: number | undefined, rule: string) => {
        if (id !== undefined && id !== post.author.id && !told.has(id) && topic.readers.some(person => person.id === id)) told.set(id, rule)
      }
      for (const id of post.mentions) tell(id, 'discussion.mention')
      if (post.to) tell(topic.posts[post.to - 1]?.author.id, 'discussion.reply')
      if (post.number > 1) tell(topic.author.id, 'discussion.ownThread')
      for (const earlier of topic.posts) if (earlier.number < post.number && !earlier.deleted) tell(earlier.author.id, 'discussion.followed')
      if (post.number === 1 && topic.seed.in === 'kependudukan') for (const key of followersOfCategory) tell(people.byKey.get(key)?.id, 'discussion.opened')
      const row = (personId: number, rule: string, actor: SeededPerson): Row => ({
        person_id: personId, rule, rule_group: groupOf[rule] ?? 'direct', group_key: `thread:${topic.id}`, about: `post:${post.id}`, audience: topic.audience, url: topic.url(post.number), params: { name: actor.name, title: topic.seed.title },
      })
      const fact = { threadId: topic.id, postId: post.id, number: post.number, authorId: post.author.id }
      if (told.size > 0)
        facts.push({ name: 'discussion.post.created', payload: { ...fact, replyTo: post.to, mentions: post.mentions }, actor: post.author, at: post.at, told: [...told].map(([id, rule]) => row(id, rule, post.author)) })
      if (topic.seed.accepted === post.number && post.author !== topic.author)
        facts.push({ name: 'discussion.answer.accepted', payload: fact, actor: topic.author, at: Math.min(post.at + 190 * 60_000, now), told: [row(post.author.id, 'discussion.accepted', topic.author)] })
    }
  facts.sort((a, b) => a.at - b.at)
  const { rows: events } = await client.query<{ id: string }>(`insert into event (name, payload, actor_id, created_at, delivered, delivered_at)
    select name, payload, actor_id, created_at, '{notices}', now() from json_to_recordset($1) as x(name text, payload jsonb, actor_id int, created_at timestamptz) returning id::text`,
  [JSON.stringify(facts.map(fact => ({ name: fact.name, payload: fact.payload, actor_id: fact.actor.id, created_at: new Date(fact.at) })))])
  const rows = facts.flatMap((fact, place) => fact.told.map(told => ({
    ...told, event_id: events[place]?.id, created_at: new Date(fact.at), read_at: now - fact.at > 1.5 * DAY ? new Date(fact.at + DAY) : null,
  })))
  await insertRows(client, 'notice', {
    person_id: 'int', event_id: 'bigint', rule: 'text', rule_group: 'text', group_key: 'text', about: 'text', audience: 'text', url: 'text', params: 'jsonb', created_at: 'timestamptz', read_at: 'timestamptz',
  }, rows)
}

/** Everybody follows what they wrote in, as the portal does by itself; some chose more, or silence. */
export async function writeWatches(client: pg.ClientBase, people: SeededPeople, made: readonly SeededTopic[], now: number): Promise<void> {
  const idOf = (key: string) => people.byKey.get(key)?.id
  const categoryOf = async (slug: string) => (await client.query<{ id: number }>('select id from category where slug = $1', [slug])).rows[0]?.id
  const topic = (start: string) => made.find(one => one.seed.title.startsWith(start))?.id ?? 0
  const wrote = new Map<string, Row>()
  for (const one of made)
    for (const post of one.posts) wrote.set(`${post.author.id}|thread:${one.id}`, { person_id: post.author.id, target: `thread:${one.id}`, level: 'ALL', automatic: true, updated_at: new Date(post.at) })
  const chosen: [by: string, target: string, level: 'ALL' | 'MENTIONS' | 'MUTE', days: number][] = [
    ['nurhayati', `category:${await categoryOf('kependudukan')}`, 'ALL', 20],
    ['nurhayati', 'tag:ktp-el', 'ALL', 12],
    ['nurhayati', `person:${idOf('junaidi')}`, 'ALL', 9],
    ['nurhayati', `thread:${topic('Validasi data')}`, 'MUTE', 4],
    ['junaidi', `category:${await categoryOf('kependudukan')}`, 'ALL', 15],
    ['ratna', 'tag:ktp-el', 'ALL', 6],
    ['melva', `person:${idOf('nurhayati')}`, 'ALL', 8],
  ]
  for (const [by, target, level, days] of chosen) {
    const person_id = idOf(by)
    if (person_id !== undefined && !/:(undefined|0)$/.test(target)) wrote.set(`${person_id}|${target}`, { person_id, target, level, automatic: false, updated_at: new Date(now - days * DAY) })
  }
  await insertRows(client, 'watch', { person_id: 'int', target: 'text', level: '"WatchLevel"', automatic: 'bool', updated_at: 'timestamptz' }, [...wrote.values()])
}

/** When some want to be disturbed, and one letter: the worker sends it as soon as it is there, from what stands then. */
export async function writeNoticeSettings(client: pg.ClientBase, people: SeededPeople, now: number): Promise<void> {
  const idOf = (key: string) => people.byKey.get(key)?.id
  await insertRows(client, 'notice_setting', { person_id: 'int', quiet_from: 'int', quiet_to: 'int', days: 'int[]', digest_at: 'int', auto_watch: 'bool' }, [
    { person_id: idOf('melva'), quiet_from: 17 * 60, quiet_to: 7 * 60, days: [1, 2, 3, 4, 5], digest_at: 7 * 60, auto_watch: true },
    { person_id: idOf('ratna'), quiet_from: null, quiet_to: null, days: [1, 2, 3, 4, 5, 6, 7], digest_at: 5 * 60 + 30, auto_watch: true },
  ])
  await insertRows(client, 'notice_choice', { person_id: 'int', rule_group: 'text', bell: 'bool', mail: 'text', push: 'bool' }, [
    { person_id: idOf('melva'), rule_group: 'direct', bell: true, mail: 'DAILY', push: false },
    { person_id: idOf('melva'), rule_group: 'watching', bell: true, mail: 'WEEKLY', push: false },
    { person_id: idOf('ratna'), rule_group: 'watching', bell: true, mail: 'NOW', push: true },
  ])
  const letter = randomUUID()
  await client.query("insert into notice_letter (id, person_id, pace, created_at) values ($1, $2, 'DAILY', $3)", [letter, idOf('nurhayati'), new Date(now)])
  await client.query('update notice set letter_id = $1 where person_id = $2 and read_at is null', [letter, idOf('nurhayati')])
  await client.query("select graphile_worker.add_job('notice_letter', json_build_object('letterId', $1::text), max_attempts := 25)", [letter])
}

/** What people have begun to write. */
export async function writeDrafts(client: pg.ClientBase, people: SeededPeople, made: readonly SeededTopic[], now: number): Promise<void> {
  const topic = (start: string) => made.find(one => one.seed.title.startsWith(start))?.id ?? 0
  const drafts = [
    { by: 'nurhayati', place: 'new-topic:kependudukan', title: 'Mengapa blangko habis tiap akhir bulan', markdown: 'Beberapa warga bertanya mengapa blangko KTP-el habis menjelang akhir bulan. Ini penjelasannya, dan apa yang kami lakukan mulai Januari:', hours: 14 },
    { by: 'nurhayati', place: `thread:${topic('Mengurangi berkas fotokopi')}`, title: '', markdown: 'Di Dukcapil kami mencoba hal yang sama untuk KK. Dari tujuh lembar tinggal dua', hours: 40 },
    { by: 'roslina', place: `thread:${topic('Cara menyiasati')}`, title: '', markdown: 'Di kelurahan saja, Pak, supaya lansia tidak berangkat dua kali.', hours: 0.1 },
  ]
  await insertRows(client, 'draft', { person_id: 'int', place: 'text', title: 'text', doc: 'jsonb', markdown: 'text', updated_at: 'timestamptz' }, drafts.map(draft => ({
    person_id: people.byKey.get(draft.by)?.id, place: draft.place, title: draft.title, doc: contentFromMarkdown(draft.markdown).doc, markdown: draft.markdown, updated_at: new Date(now - draft.hours * 3_600_000),
  })))
}
