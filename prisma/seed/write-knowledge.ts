import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { withHeadings } from '~/features/knowledge/headings'
import { articlePath, articlesIn } from '~/features/knowledge/paths'
import { dayAfterMonths } from '~/features/knowledge/review.server'
import { slugOf } from '~/features/knowledge/slug'
import { articles } from './knowledge/articles'
import { collections } from './knowledge/collections'
import type { ArticleSeed } from './knowledge/shape'
import { insertRows, takeIds, type Row } from './rows'
import type { SeededPeople, SeededPerson } from './write-people'
import type { SeededTopic } from './write-topics'

const DAY = 86_400_000

interface Shelf {
  id: number
  audience: string
  months: number
  reviewers: readonly string[]
}

async function writeCollections(client: pg.ClientBase, people: SeededPeople, now: number): Promise<Map<string, Shelf>> {
  const ids = await takeIds(client, 'collection', collections.length)
  const made = new Map<string, Shelf & { path: number[] }>()
  const rows = collections.map((seed, at) => {
    const id = ids[at] as number
    const path = [...(seed.in ? (made.get(seed.in)?.path ?? []) : []), id]
    const audience = seed.audience === 'public' || seed.audience === 'asn' ? seed.audience : `unit:${people.units.get(seed.audience)?.id ?? 0}`
    made.set(seed.slug, { id, audience, months: seed.months, reviewers: seed.reviewers, path })
    return {
      id, parent_id: path.at(-2) ?? null, path, slug: seed.slug, name: seed.name, name_en: seed.nameEn, description: seed.description, description_en: seed.descriptionEn, audience, position: at + 1,
      owner_unit_id: people.units.get(seed.unit)?.id ?? null, review_months: seed.months, trust_publishes: seed.trustPublishes ?? false, kinds: [], created_at: new Date(now - 300 * DAY),
    }
  })
  await insertRows(client, 'collection', {
    id: 'int', parent_id: 'int', path: 'int[]', slug: 'text', name: 'text', name_en: 'text', description: 'text', description_en: 'text', audience: 'text', position: 'int', owner_unit_id: 'int', review_months: 'int',
    trust_publishes: 'boolean', kinds: '"ArticleKind"[]', created_at: 'timestamptz',
  }, rows)
  const members = collections.flatMap(seed => [...new Set([...seed.reviewers, ...(seed.trusted ?? [])])].map(key => ({
    collection_id: made.get(seed.slug)?.id, person_id: personOf(people, key).id, reviewer: seed.reviewers.includes(key), trusted: seed.trusted?.includes(key) ?? false,
  })))
  await insertRows(client, 'collection_member', { collection_id: 'int', person_id: 'int', reviewer: 'boolean', trusted: 'boolean' }, members)
  return made
}

function personOf(people: SeededPeople, key: string): SeededPerson {
  const found = people.byKey.get(key)
  if (!found) throw new Error(`nobody is called ${key}`)
  return found
}

interface Planned {
  seed: ArticleSeed
  id: number
  shelf: Shelf
  author: SeededPerson
  checker: SeededPerson
  /** revision readers see, 0 for none, and the newest one */
  approved: number
  last: number
}

/** `[[Judul]]` becomes a link to the article whose title begins so. */
function linked(text: string, plans: readonly Planned[]): string {
  return text.replace(/\[\[([^\]]+)\]\]/g, (_all, start: string) => {
    const found = plans.find(one => one.seed.title.startsWith(start))
    if (!found) throw new Error(`no article begins with ${start}`)
    return `[${found.seed.title}](${articlePath({ id: found.id, slug: slugOf(found.seed.title) })})`
  })
}

function planOf(people: SeededPeople, shelves: ReadonlyMap<string, Shelf>, ids: readonly number[]): Planned[] {
  return articles.map((seed, at) => {
    const shelf = shelves.get(seed.in)
    if (!shelf) throw new Error(`no collection is called ${seed.in}`)
    const checkedBy = seed.checkedBy ?? shelf.reviewers.find(key => key !== seed.by)
    const unseen = seed.state === 'review' || seed.state === 'draft' || seed.state === 'returned'
    const approved = unseen ? 0 : seed.before ? 2 : 1
    return { seed, id: ids[at] as number, shelf, author: personOf(people, seed.by), checker: personOf(people, checkedBy ?? seed.by), approved, last: unseen ? 1 : approved + (seed.next ? 1 : 0) }
  })
}

const works = { review: 'REVIEW', draft: 'DRAFT', returned: 'RETURNED', obsolete: 'NONE' } as const

/** Collections and articles in every state they can be in: approved, waiting, sent back, overdue, obsolete, with revisions, remarks and links. */
export async function writeKnowledge(client: pg.ClientBase, people: SeededPeople, topics: readonly SeededTopic[], now: number): Promise<void> {
  const shelves = await writeCollections(client, people, now)
  const plans = planOf(people, shelves, await takeIds(client, 'article', articles.length))
  const rows: Row[] = [], revisions: Row[] = [], acts: Row[] = [], links: Row[] = [], contributors: Row[] = [], notes: Row[] = []
  for (const { seed, id, shelf, author, checker, approved, last } of plans) {
    const at = new Date(now - seed.days * DAY)
    const texts = [...(seed.before ? [seed.before.text] : []), seed.text, ...(seed.next ? [seed.next.text] : [])].map(text => contentFromMarkdown(linked(text, plans)))
    const shown = texts[Math.max(0, approved - 1)] ?? texts[0]
    if (!shown) continue
    const { html, toc } = withHeadings(shown.html)
    const source = seed.topic ? topics.find(one => one.seed.title.startsWith(seed.topic ?? '')) : undefined
    if (seed.topic && !source) throw new Error(`no topic begins with ${seed.topic}`)
    const work = seed.next ? 'REVIEW' : seed.state ? works[seed.state] : 'NONE'
    const checkBy = seed.overdue === undefined ? dayAfterMonths(at, shelf.months) : new Date(now - seed.overdue * DAY)
    rows.push({
      id, collection_id: shelf.id, kind: seed.kind, title: seed.title, slug: slugOf(seed.title), summary: seed.summary, tags: seed.tags, audience: shelf.audience, owner_id: author.id, owner_unit_id: author.path.at(-1) ?? null,
      html: approved ? html : '', text: approved ? shown.text : '', renderer: shown.renderer, toc: approved ? toc : [], service: seed.service ?? null, approved: approved || null, approved_by_id: approved ? checker.id : null,
      approved_at: approved ? at : null, published_at: approved ? new Date(at.getTime() - (seed.before ? 40 : 0) * DAY) : null, check_by: approved ? checkBy.toISOString().slice(0, 10) : null,
      reminded_for: null, last_revision: last, work, sent_by_id: work === 'REVIEW' || work === 'RETURNED' ? author.id : null, sent_at: work === 'REVIEW' || work === 'RETURNED' ? new Date(now - DAY) : null,
      obsolete_at: seed.state === 'obsolete' ? new Date(now - 20 * DAY) : null, successor_id: seed.successor ? (plans.find(one => one.seed.title.startsWith(seed.successor ?? ''))?.id ?? null) : null, source_thread_id: source?.id ?? null,
      helpful: seed.helpful ?? 0, unhelpful: seed.unhelpful ?? 0, open_notes: seed.notes?.length ?? 0, client_key: `demo-article-${id}`, created_by_id: author.id, created_at: new Date(at.getTime() - 45 * DAY), updated_at: at,
    })
    texts.forEach((content, index) => {
      const revision = index + 1
      const saved = revision > approved && approved > 0 ? new Date(now - 2 * DAY) : new Date(at.getTime() - (approved === revision ? 2 : 41) * DAY)
      const why = revision === 1 ? '' : seed.next && revision === last ? seed.next.why : (seed.before?.why ?? '')
      revisions.push({
        article_id: id, revision, title: seed.title, summary: seed.summary, tags: seed.tags, service: seed.service ?? null, doc: content.doc, html: content.html, text: content.text, renderer: content.renderer, editor_id: author.id, why,
        client_key: `demo-article-${id}-${revision}`, created_at: saved,
      })
      const line = (act: string, actor: SeededPerson, when: number, note = '') => acts.push({ article_id: id, act, revision, actor_id: actor.id, note, created_at: new Date(when) })
      line(revision === 1 ? 'created' : 'saved', author, saved.getTime(), why)
      if (revision <= approved) line('sent', author, saved.getTime() + 3_600_000)
      if (revision <= approved) line(checker.id === author.id ? 'published' : 'approved', checker, revision === approved ? at.getTime() : saved.getTime() + DAY)
      else if (work === 'REVIEW') line('sent', author, now - DAY)
      else if (work === 'RETURNED') line('returned', checker, now - DAY, seed.reason)
    })
    if (seed.state === 'obsolete') acts.push({ article_id: id, act: 'obsolete', revision: null, actor_id: author.id, note: '', created_at: new Date(now - 20 * DAY) })
    if (approved) contributors.push({ article_id: id, person_id: author.id, credited: false })
    for (const person of source ? [source.author, ...source.posts.filter(post => post.number === source.seed.accepted).map(post => post.author)] : [])
      if (person.id !== author.id && !contributors.some(one => one.article_id === id && one.person_id === person.id)) contributors.push({ article_id: id, person_id: person.id, credited: true })
    if (approved) for (const to of articlesIn(html)) if (to !== id) links.push({ from_id: id, to_id: to })
    for (const note of seed.notes ?? []) notes.push({ article_id: id, kind: note.kind ?? 'CHANGE', text: note.text, person_id: personOf(people, note.by).id, revision: approved, created_at: new Date(now - 3 * DAY) })
  }
  await insertRows(client, 'article', {
    id: 'int', collection_id: 'int', kind: '"ArticleKind"', title: 'text', slug: 'text', summary: 'text', tags: 'text[]', audience: 'text', owner_id: 'int', owner_unit_id: 'int', html: 'text', text: 'text', renderer: 'int', toc: 'jsonb', service: 'jsonb',
    approved: 'int', approved_by_id: 'int', approved_at: 'timestamptz', published_at: 'timestamptz', check_by: 'date', reminded_for: 'date', last_revision: 'int', work: '"ArticleWork"', sent_by_id: 'int', sent_at: 'timestamptz', obsolete_at: 'timestamptz',
    successor_id: 'int', source_thread_id: 'int', helpful: 'int', unhelpful: 'int', open_notes: 'int', client_key: 'text', created_by_id: 'int', created_at: 'timestamptz', updated_at: 'timestamptz',
  }, rows)
  await insertRows(client, 'article_revision', {
    article_id: 'int', revision: 'int', title: 'text', summary: 'text', tags: 'text[]', service: 'jsonb', doc: 'jsonb', html: 'text', text: 'text', renderer: 'int', editor_id: 'int', why: 'text', client_key: 'text', created_at: 'timestamptz',
  }, revisions)
  await insertRows(client, 'article_act', { article_id: 'int', act: 'text', revision: 'int', actor_id: 'int', note: 'text', created_at: 'timestamptz' }, acts)
  await insertRows(client, 'article_contributor', { article_id: 'int', person_id: 'int', credited: 'boolean' }, contributors)
  await insertRows(client, 'article_link', { from_id: 'int', to_id: 'int' }, links)
  await insertRows(client, 'article_note', { article_id: 'int', kind: '"ArticleNoteKind"', text: 'text', person_id: 'int', revision: 'int', created_at: 'timestamptz' }, notes)
}
