import '~/features/discussion/events'
import { findPostsForNoticesUnscoped } from '~/features/discussion/search.queries.server'
import type { NoticeContribution, NoticeRule, Notable, Subject, SubjectReader, Told, WatchableReader, WatchRule } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './events'
import { articlePath, collectionPath } from './paths'

interface Facts {
  id: number
  slug: string
  title: string
  audience: string
  ownerId: number
  threadId: number | null
  path: number[]
  writers: number[]
  before: boolean
}

const factsOf = (where: string, name: string, values: unknown[]) => sql<Facts>(name, `select a.id, a.slug, a.title, a.audience, a.owner_id as "ownerId", a.thread_id as "threadId", c.path,
    array(select w.person_id from article_contributor w where w.article_id = a.id and not w.credited) as writers,
    (select count(*) from article_act x where x.article_id = a.id and x.act in ('approved', 'published')) > 1 as before
  from article a join collection c on c.id = a.collection_id where ${where} and a.binned_at is null and a.approved is not null`, values)

async function nameOf(personId: number | null): Promise<string> {
  const [row] = await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [personId ?? 0])
  return row?.name ?? ''
}

const idsOf = (targets: readonly string[]): number[] => targets.map(target => Number(target.slice(target.indexOf(':') + 1))).filter(id => id > 0 && id <= 2_147_483_647)

/** What an article is followed or muted by, narrow to wide: itself, the collections around it, who wrote it. */
const targetsOf = (one: Facts) => [[`article:${one.id}`], one.path.map(id => `collection:${id}`), one.writers.map(id => `person:${id}`)]
const notable = (one: Facts, name: string, more: Partial<Notable> = {}): Notable =>
  ({ audience: one.audience, url: articlePath(one), groupKey: `article:${one.id}`, about: `article:${one.id}`, params: { name, title: one.title }, targets: targetsOf(one), ...more })

const isShown = (act: string) => act === 'approved' || act === 'published'

/** A newer text was approved: whoever follows the article. */
const revised: WatchRule<'knowledge.article.acted'> = {
  name: 'knowledge.revised', event: 'knowledge.article.acted', group: 'watching',
  async watched({ payload, actorId }) {
    const [one] = isShown(payload.act) ? await factsOf('a.id = $1', 'readers-article', [payload.articleId]) : []
    return one?.before ? { ...notable(one, await nameOf(actorId)), of: [`article:${one.id}`] } : null
  },
}

/** For the first time before readers: whoever follows its collection or one around it, or who wrote it. */
const fresh: WatchRule<'knowledge.article.acted'> = {
  name: 'knowledge.fresh', event: 'knowledge.article.acted', group: 'fresh',
  async watched({ payload, actorId }) {
    const [one] = isShown(payload.act) ? await factsOf('a.id = $1', 'readers-article', [payload.articleId]) : []
    return one && !one.before ? { ...notable(one, await nameOf(actorId)), of: targetsOf(one).slice(1).flat() } : null
  },
}

async function commented({ postId, kind = 'article' }: { postId: number; kind?: string }): Promise<{ one: Facts; told: Notable } | null> {
  if (kind !== 'article') return null
  const [found] = await findPostsForNoticesUnscoped([postId])
  if (!found || found.post.hidden || found.thread.kind !== 'article') return null
  const [one] = await factsOf('a.thread_id = $1', 'readers-article-of', [found.thread.id])
  return one ? { one, told: notable(one, found.post.authorName, { url: `${articlePath(one)}#p${found.post.number}`, groupKey: `thread:${found.thread.id}`, about: `post:${found.post.id}`, targets: [[`thread:${found.thread.id}`], ...targetsOf(one)] }) } : null
}

const ownersComment: NoticeRule<'discussion.post.created'> = {
  name: 'knowledge.commented', event: 'discussion.post.created', group: 'watching',
  async recipients({ payload }): Promise<Told[]> {
    const found = await commented(payload)
    return found ? [{ ...found.told, personId: found.one.ownerId }] : []
  },
}
const comment: WatchRule<'discussion.post.created'> = {
  name: 'knowledge.comment', event: 'discussion.post.created', group: 'watching',
  async watched({ payload }) {
    const found = await commented(payload)
    return found ? { ...found.told, of: [`article:${found.one.id}`] } : null
  },
}

const thanked: NoticeRule<'knowledge.article.thanked'> = {
  name: 'knowledge.thanked', event: 'knowledge.article.thanked',
  async recipients({ payload, actorId }) {
    const [one] = await factsOf('a.id = $1', 'readers-article', [payload.articleId])
    const name = await nameOf(actorId)
    return one ? one.writers.map(personId => ({ ...notable(one, name), personId })) : []
  },
}

interface RequestFacts {
  id: number
  title: string
  why: string
  audience: string
  collectionId: number
  path: number[]
  askedById: number
  takenById: number | null
  supporters: number[]
  articleId: number | null
  slug: string | null
  at: number
}

const requestsOf = (ids: readonly number[]) => sql<RequestFacts>('readers-requests', `select r.id, r.title, r.why, c.audience, c.id as "collectionId", c.path, r.asked_by_id as "askedById", r.taken_by_id as "takenById",
    array(select v.person_id from article_request_vote v where v.request_id = r.id order by v.person_id limit 500) as supporters, r.article_id as "articleId", (select a.slug from article a where a.id = r.article_id) as slug,
    (extract(epoch from r.created_at) * 1000)::float8 as at
  from article_request r join collection c on c.id = r.collection_id where r.id = any($1)`, [[...ids]])

const aboutRequest = (one: RequestFacts, name: string): Notable => ({
  audience: one.audience, url: `/pengetahuan/permintaan/${one.id}`, groupKey: `request:${one.id}`, about: `request:${one.id}`, params: { name, title: one.title }, targets: [one.path.map(id => `collection:${id}`)],
})

const requestChanged = (name: string, what: string): NoticeRule<'knowledge.request.changed'> => ({
  name, event: 'knowledge.request.changed',
  async recipients({ payload, actorId }) {
    const [one] = payload.what === what ? await requestsOf([payload.requestId]) : []
    const by = await nameOf(actorId)
    return one ? [...new Set([one.askedById, ...one.supporters])].map(personId => ({ ...aboutRequest(one, by), targets: [], personId })) : []
  },
})
const requested: WatchRule<'knowledge.request.changed'> = {
  name: 'knowledge.requested', event: 'knowledge.request.changed', group: 'fresh',
  async watched({ payload, actorId }) {
    const [one] = payload.what === 'asked' ? await requestsOf([payload.requestId]) : []
    return one ? { ...aboutRequest(one, await nameOf(actorId)), of: one.path.map(id => `collection:${id}`) } : null
  },
}

/** The unit whose people left is asked who takes their pages. */
const orphaned: NoticeRule<'knowledge.articles.orphaned'> = {
  name: 'knowledge.orphaned', event: 'knowledge.articles.orphaned', group: 'reminders',
  async recipients({ payload }) {
    const name = await nameOf(payload.ownerId)
    return [{ personId: payload.headId, audience: `user:${payload.headId}`, url: '/pengetahuan/milik#serah', groupKey: `orphaned:${payload.ownerId}`, about: `orphaned:${payload.ownerId}`, params: { name, title: name } }]
  },
}

const reviewCommented: NoticeRule<'knowledge.review.commented'> = {
  name: 'knowledge.reviewComment', event: 'knowledge.review.commented',
  async recipients({ payload, actorId }) {
    const [row] = await sql<{ title: string; audience: string; people: (number | null)[] }>('readers-review-comment', `select a.title, a.audience,
        array[a.owner_id, a.sent_by_id, (select p.author_id from review_comment p where p.id = m.parent_id)] || array(select x.author_id from review_comment x where x.parent_id = m.parent_id) as people
      from review_comment m join article a on a.id = m.article_id where m.id = $1 and a.binned_at is null`, [payload.commentId])
    const by = await nameOf(actorId)
    return row ? [...new Set(row.people.filter(id => id !== null))].map(personId => ({
      personId, audience: row.audience, url: `/artikel/${payload.articleId}/tinjauan#komentar-${payload.commentId}`, groupKey: `article:${payload.articleId}`, about: `review:${payload.articleId}`, params: { name: by, title: row.title },
    })) : []
  },
}

const articles: WatchableReader = async (viewer, targets) => new Map((await sql<{ id: number; slug: string; title: string }>('watch-articles',
  'select id, slug, title from article where id = any($1) and audience = any($2) and approved is not null and binned_at is null', [idsOf(targets), viewer.audiences])).map(row => [`article:${row.id}`, { label: row.title, url: articlePath(row) }]))
const collections: WatchableReader = async (viewer, targets) => new Map((await sql<{ id: number; slug: string; name: string; nameEn: string }>('watch-collections',
  'select id, slug, name, name_en as "nameEn" from collection where id = any($1) and audience = any($2)', [idsOf(targets), viewer.audiences])).map(row => [`collection:${row.id}`, { label: (viewer.locale === 'en' && row.nameEn) || row.name, url: collectionPath(row.slug) }]))

const requests: SubjectReader = async abouts => new Map((await requestsOf(idsOf(abouts))).map((one): [string, Subject] =>
  [`request:${one.id}`, { audience: one.audience, title: one.title, url: `/pengetahuan/permintaan/${one.id}`, name: '', text: one.why.slice(0, 300), at: one.at }]))

/** What readers may follow of the knowledge room and are told of: new texts, new articles, comments, thanks, what was asked for. */
export const readersNotices: NoticeContribution = {
  rules: [thanked, ownersComment, requestChanged('knowledge.requestDone', 'done'), requestChanged('knowledge.requestTaken', 'taken'), requestChanged('knowledge.requestClosed', 'closed'), orphaned, reviewCommented],
  watchRules: [revised, fresh, comment, requested], subjects: { request: requests }, watchables: { article: articles, collection: collections },
}
