import type pg from 'pg'
import { insertRows } from './rows'
import type { SeededPeople } from './write-people'
import type { SeededTopic } from './write-topics'

const DAY = 86_400_000

/** Which competency the topics of some tags are about. */
const competencies: Readonly<Record<string, readonly string[]>> = {
  'pelayanan-publik': ['loket', 'antrean', 'ruang-tunggu', 'standar-pelayanan', 'skm'],
  'administrasi-kependudukan': ['ktp-el', 'blangko', 'pindah', 'koreksi-data'],
  'pengelolaan-sampah': ['sampah', 'bank-sampah'],
  'pengembangan-kompetensi': ['jp', 'mentoring', 'pelatihan', 'kursus', 'magang'],
  'pengelolaan-anggaran': ['spj', 'sipd-ri', 'perencanaan'],
}
const synonyms: Readonly<Record<string, readonly string[]>> = {
  'ktp-el': ['ktp', 'e-ktp', 'kartu-tanda-penduduk'], skm: ['survei-kepuasan-masyarakat'], jp: ['jam-pelajaran'], skp: ['sasaran-kinerja-pegawai'], ppdb: ['penerimaan-siswa-baru'],
}
const groups: readonly [name: string, onlyOne: boolean, tags: readonly string[]][] = [
  ['Kependudukan', false, ['ktp-el', 'blangko', 'pindah', 'koreksi-data']],
  ['Wilayah', true, ['sibolga-utara', 'pantai', 'pelabuhan']],
]

/** Tags with their catalogue; some topics are marked with a competency. */
async function writeTags(client: pg.ClientBase): Promise<void> {
  for (const [competency, tags] of Object.entries(competencies))
    await client.query('update topic set tags = array_append(tags, $1) where tags && $2::text[] and cardinality(tags) < 5 and not tags @> array[$1]', [competency, tags])
  for (const [name, onlyOne] of groups) await client.query('insert into tag_group (name, only_one) values ($1, $2)', [name, onlyOne])
  await client.query(`insert into tag (slug, topic_count, group_id)
    select w, count(*)::int, (select g.id from tag_group g join json_to_recordset($1) as x(name text, slug text) on x.name = g.name where x.slug = w)
    from topic, unnest(tags) w group by w`, [JSON.stringify(groups.flatMap(([name, , tags]) => tags.map(slug => ({ name, slug }))))])
  await client.query(`update tag set description = 'Kartu tanda penduduk elektronik: perekaman, cetak, hilang, dan pindah.' where slug = 'ktp-el'`)
  await insertRows(client, 'tag_synonym', { word: 'text', slug: 'text' }, Object.entries(synonyms).flatMap(([slug, words]) => words.map(word => ({ word, slug }))))
}

/** What everybody's posts count for, as the portal keeps it from then on, and the badges of first accepted answers. */
async function writeContributions(client: pg.ClientBase): Promise<void> {
  await client.query(`insert into contribution (post_id, person_id, thread_id, label, tags, opening, accepted, thanks, created_at)
    select p.id, p.author_id, t.id, t.label, tp.tags, p.number = 1, coalesce(t.accepted_number = p.number, false), p.thanks_count, p.created_at
    from post p join thread t on t.id = p.thread_id join topic tp on tp.id = t.id where p.deleted_at is null and t.removed_at is null`)
  await client.query(`insert into contribution_total (person_id, tag, posts, accepted, thanks)
    select c.person_id, w, count(*)::int, count(*) filter (where c.accepted)::int, sum(c.thanks)::int from contribution c, unnest(array_append(c.tags, '')) w group by c.person_id, w`)
  await client.query(`insert into badge_award (person_id, badge, earned_at, deeds)
    select distinct on (c.person_id) c.person_id, 'first-answer', coalesce(t.accepted_at, c.created_at), array[c.post_id] from contribution c join thread t on t.id = c.thread_id
    where c.accepted and not c.opening and t.author_id <> c.person_id order by c.person_id, c.created_at`)
}

const reasons = ['Contohnya langsung dapat saya pakai di loket.', 'Penjelasannya runtut, sekarang saya tahu urutannya.', 'Akhirnya ada jawaban yang jelas berapa lama menunggu.', 'Dicoba di kelurahan kami dan berhasil.']

/** Reasons with some of the thanks, things put aside, and one request to answer. */
export async function writeFinding(client: pg.ClientBase, people: SeededPeople, made: readonly SeededTopic[], now: number): Promise<void> {
  await writeTags(client)
  await writeContributions(client)
  const idOf = (key: string) => people.byKey.get(key)?.id ?? 0
  await client.query(`insert into praise (post_id, from_id, kind, why, created_at)
    select x.post_id, x.person_id, 'THANKS', ($1::text[])[1 + (x.n % 4)], least(x.created_at, now() - interval '1 hour') from (
      select r.post_id, r.person_id, r.created_at, row_number() over (order by r.post_id, r.person_id)::int as n from reaction r join post p on p.id = r.post_id
      where r.kind = 'THANKS' and p.deleted_at is null and p.author_id = any($2)) x where x.n % 5 = 0`, [reasons, ['nurhayati', 'junaidi', 'melva'].map(idOf)])
  await client.query(`update person set public_fields = array_append(public_fields, 'contributions') where id = any($1)`, [['nurhayati', 'melva'].map(idOf)])
  const post = (start: string, number = 1) => made.find(one => one.seed.title.startsWith(start))?.posts[number - 1]?.id
  const kept: [by: string, postId: number | undefined, note: string, days: number, remindIn: number | null][] = [
    ['nurhayati', post('Cara menyiasati'), 'Bahan untuk rapat loket hari Senin', 3, 9],
    ['nurhayati', post('Mengurangi berkas fotokopi'), '', 6, null],
    ['ratna', post('Cara menyiasati', 2), 'Jadwal kelurahan kami', 2, null],
  ]
  const rows = kept.flatMap(([by, postId, note, days, remindIn]) => (postId ? [{
    person_id: idOf(by), post_id: postId, note, created_at: new Date(now - days * DAY), remind_at: remindIn === null ? null : new Date(now + remindIn * DAY),
  }] : []))
  await insertRows(client, 'bookmark', { person_id: 'int', post_id: 'int', note: 'text', created_at: 'timestamptz', remind_at: 'timestamptz' }, rows)
  for (const row of rows)
    if (row.remind_at) await client.query(`select graphile_worker.add_job('bookmark_reminder', $1::json, run_at := $2::timestamptz, job_key := $3)`,
      [JSON.stringify({ personId: row.person_id, postId: row.post_id }), row.remind_at, `bookmark:${row.person_id}:${row.post_id}`])
  const asked = made.find(one => one.seed.kind === 'QUESTION' && !one.seed.accepted && one.audience === 'public' && one.author.id !== idOf('junaidi') && !one.posts.some(written => written.author.id === idOf('junaidi')))
  if (asked) await client.query(`insert into answer_invitation (thread_id, person_id, invited_by, created_at) values ($1, $2, $3, $4)`, [asked.id, idOf('junaidi'), idOf('nurhayati'), new Date(now - DAY)])
}
