import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptAnswer } from '~/features/discussion/answers.server'
import { deletePost, editPost, reply, restorePost } from '~/features/discussion/posts.server'
import { moveTopic } from '~/features/forum/topic-acts.server'
import { editTopic } from '~/features/forum/topics.server'
import { editCategory } from '~/features/forum/categories.server'
import { postgresEngine } from '~/features/search/engines/postgres.server'
import { reindexAll, searchConsumer } from '~/features/search/sources.server'
import { search, shelfNames } from '~/features/search/search.server'
import { db, transaction } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { recordEvent } from '~/platform/events/events.server'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { sources } from '~/registry.server'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember, makePerson } from '#tests/factories/people'

let stop: () => Promise<void>
let asn: Member
let citizen: Member
let moderator: Member
let administrator: Member
let open: Awaited<ReturnType<typeof makeCategory>>
let inside: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  stop = startDelivery([searchConsumer(sources)])
  asn = await makeMember()
  citizen = await makeMember({ kind: 'CITIZEN' })
  moderator = await makeMember({ roles: ['MODERATOR'] })
  administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
  open = await makeCategory({ name: 'Kependudukan', nameEn: 'Civil registration' })
  inside = await makeCategory({ name: 'Khusus pegawai', audience: 'asn' })
})
afterAll(() => stop())

const found = async (viewer: Viewer, text: string) => {
  await deliveryIdle()
  return (await search(viewer, { text })).hits.map(hit => hit.id)
}
const say = (topicId: number, author: Member, markdown: string) => reply(author, { threadId: topicId, written: { markdown }, clientKey: newKey(), replyTo: null })
const settings = (category: { name: string; slug: string }, more: object) =>
  ({ name: category.name, nameEn: '', slug: category.slug, description: '', descriptionEn: '', colour: 's-2' as const, sortOrder: 0, audience: 'public', openAudience: 'public', ...more })

describe('the forum is found', () => {
  test('a topic from the moment it is told, by title, text and tag, with what a result shows', async () => {
    const topic = await makeTopic({ category: open, author: citizen, kind: 'QUESTION', title: 'Antrean perekaman bukanlagi', tags: ['kahiyang'], markdown: 'Loketnya **gelambir** sejak pagi.' })
    for (const word of ['bukanlagi', 'gelambir', 'kahiyang']) expect(await found(stranger(), word)).toEqual([`topic:${topic.id}`])
    const [hit] = (await search(stranger(), { text: 'gelambir' })).hits
    expect(hit).toMatchObject({ kind: 'topic', url: `/forum/t/${topic.id}/${topic.slug}`, shelf: `category:${open.id}`, meta: { label: 'forum:kind.QUESTION', shelfName: 'Kependudukan', shelfNameEn: 'Civil registration' } })
    expect(await shelfNames(stranger(), [`category:${open.id}`, `category:${inside.id}`])).toEqual({ [`category:${open.id}`]: { id: 'Kependudukan', en: 'Civil registration' } })
  })

  test('a reply by its own words, under the topic\'s title, with its permalink; edited, deleted and restored with it', async () => {
    const topic = await makeTopic({ category: open, author: citizen, title: 'Judul yang tidak dicari lewat balasan' })
    const { id: postId, number } = await say(topic.id, asn, 'Cobalah pintu tengkulukan di belakang.')
    const id = `post:${postId}`
    expect(await found(stranger(), 'tengkulukan')).toEqual([id])
    expect((await search(stranger(), { text: 'tengkulukan' })).hits[0]).toMatchObject({ url: `/forum/t/${topic.id}/${topic.slug}/${number}#p${number}`, meta: { number } })
    await editPost(asn, { postId, revision: 1, written: { markdown: 'Cobalah pintu jelantahan di belakang.' } })
    expect(await found(stranger(), 'tengkulukan')).toEqual([])
    expect(await found(stranger(), 'jelantahan')).toEqual([id])
    await deletePost(asn, { postId })
    expect(await found(stranger(), 'jelantahan')).toEqual([])
    await restorePost(moderator, { postId })
    expect(await found(stranger(), 'jelantahan')).toEqual([id])
  })

  test('an accepted answer shows; a new title reaches the replies too', async () => {
    const topic = await makeTopic({ category: open, author: citizen, kind: 'QUESTION', title: 'Pertanyaan selumbari' })
    const { number } = await say(topic.id, asn, 'Jawabannya marungga.')
    await acceptAnswer(citizen, { threadId: topic.id, number })
    await deliveryIdle()
    expect((await search(stranger(), { text: 'selumbari' })).hits.find(hit => hit.kind === 'topic')?.meta.answered).toBe(true)
    await editTopic(citizen, { topicId: topic.id, title: 'Pertanyaan kemarin dulu', kind: 'QUESTION', tags: [] })
    await deliveryIdle()
    const [hit] = (await search(stranger(), { text: 'marungga' })).hits
    expect(hit!.title).toContain('kemarin dulu')
    expect(hit!.url).toContain('/pertanyaan-kemarin-dulu/')
  })

  test('a topic that moves behind a door, and a category that closes, leave with everything in them', async () => {
    const topic = await makeTopic({ category: open, author: asn, title: 'Rapat pungkuran', replies: 0 })
    await say(topic.id, asn, 'Balasan pungkuran.')
    expect(await found(stranger(), 'pungkuran')).toHaveLength(2)
    await moveTopic(moderator, { topicId: topic.id, category: inside.slug })
    expect(await found(stranger(), 'pungkuran')).toEqual([])
    expect(await found(asn, 'pungkuran')).toHaveLength(2)

    const closing = await makeCategory({ name: 'Segera tertutup' })
    const other = await makeTopic({ category: closing, author: asn, title: 'Rencana wedangan' })
    await say(other.id, asn, 'Setuju wedangan.')
    expect(await found(stranger(), 'wedangan')).toHaveLength(2)
    await editCategory(administrator, { categoryId: closing.id, ...settings(closing, { name: 'Sudah tertutup', audience: 'asn', openAudience: 'asn' }) })
    expect(await found(stranger(), 'wedangan')).toEqual([])
    expect(await found(citizen, 'wedangan')).toEqual([])
    const [hit] = (await search(asn, { text: 'wedangan' })).hits
    expect(hit!.meta.shelfName).toBe('Sudah tertutup')
  })
})

describe('people are found', () => {
  const changed = (personId: number) => transaction(tx => recordEvent(tx, 'people.person.changed', { personId }, null))

  test('colleagues by everything on the profile, others by what was made public; never a number or an address', async () => {
    const person = await makePerson({ name: 'Tiurmaida Panggabean', position: 'Analis Kumparan', about: 'Suka jambangan.', email: 'tiurmaida@contoh.test', nip: '198911092015032001' })
    await db.person.update({ where: { id: person.id }, data: { publicFields: ['position'], expertise: ['simpulan'] } })
    await changed(person.id)
    expect(await found(asn, 'jambangan')).toEqual([`person:${person.id}`])
    expect(await found(asn, 'simpulan')).toEqual([`person:${person.id}`])
    expect(await found(stranger(), 'jambangan')).toEqual([])
    expect(await found(stranger(), 'kumparan')).toEqual([`person:${person.id}:public`])
    expect((await search(asn, { text: 'tiurmaida kumparan' })).total.count).toBe(1)
    for (const viewer of [stranger(), asn, administrator]) for (const secret of ['198911092015032001', 'tiurmaida@contoh.test', '19891109']) {
      expect((await found(viewer, secret)).filter(id => id.startsWith('person:'))).toEqual(secret.includes('@') ? expect.any(Array) as string[] : [])
    }
    const { rows } = await import('~/platform/db/db.server').then(({ pool }) => pool.query(`select 1 from search_document where body ~ '19891109|contoh.test' or title ~ '19891109'`))
    expect(rows).toEqual([])
    await db.person.update({ where: { id: person.id }, data: { publicFields: [] } })
    await changed(person.id)
    expect(await found(stranger(), 'kumparan')).toEqual([])
    await db.person.update({ where: { id: person.id }, data: { closedAt: new Date() } })
    await transaction(tx => recordEvent(tx, 'people.person.closed', { personId: person.id }, null))
    expect(await found(asn, 'tiurmaida')).toEqual([])
  })

  test('a citizen is nobody\'s find until they tell of themselves', async () => {
    const person = await makePerson({ kind: 'CITIZEN', name: 'Saur Lumbantobing', verified: true })
    await changed(person.id)
    for (const viewer of [stranger(), asn, citizen]) expect(await found(viewer, 'lumbantobing')).toEqual([])
    await db.person.update({ where: { id: person.id }, data: { about: 'Penenun ulos', publicFields: ['about'] } })
    await changed(person.id)
    expect(await found(stranger(), 'lumbantobing')).toEqual([`person:${person.id}:public`])
  })

  test('a new name stands beside what they wrote', async () => {
    const writer = await makeMember({ name: 'Nama Lamanian' })
    const topic = await makeTopic({ category: open, author: writer, title: 'Tulisan berganti nama' })
    expect(await found(stranger(), 'lamanian')).toContain(`topic:${topic.id}`)
    await db.person.update({ where: { id: writer.personId }, data: { name: 'Nama Barunian' } })
    await changed(writer.personId)
    expect(await found(stranger(), 'lamanian')).not.toContain(`topic:${topic.id}`)
    expect(await found(stranger(), 'barunian')).toContain(`topic:${topic.id}`)
  })
})

test('a rebuild from the sources finds the same', async () => {
  await deliveryIdle()
  const words = ['gelambir', 'jelantahan', 'marungga', 'pungkuran', 'wedangan', 'barunian', 'lumbantobing']
  const before = await Promise.all(words.flatMap(word => [found(asn, word), found(stranger(), word)]))
  const vocabulary = () => db.$queryRaw`select word, audience, stem, documents from search_word where generation = (select active from search_state) order by word, audience`
  const counted = await vocabulary()
  const lines: string[] = []
  const { documents } = await reindexAll(sources, line => lines.push(line))
  expect(documents).toBe((await postgresEngine.health()).documents)
  expect(await Promise.all(words.flatMap(word => [found(asn, word), found(stranger(), word)]))).toEqual(before)
  // people made by the factories record no event, so the rebuild knows more words; none it knew may be counted differently
  const rebuilt = new Map((await vocabulary() as { word: string; audience: string; documents: number }[]).map(row => [`${row.word} ${row.audience}`, row.documents]))
  for (const row of counted as { word: string; audience: string; documents: number }[]) expect(rebuilt.get(`${row.word} ${row.audience}`) ?? 0, row.word).toBeGreaterThanOrEqual(row.documents)
})
