import type { ThreadOwner } from '~/features/discussion/moderated.server'
import type { ThreadPlaces } from '~/features/discussion/notices.server'
import { reply, type MadePost } from '~/features/discussion/posts.server'
import { changeThread, openEmptyThread } from '~/features/discussion/threads.server'
import type { Written } from '~/features/discussion/written.server'
import type { ShelfName, Shelves } from '~/features/moderation/contract'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { isSilenced, type Viewer } from '~/platform/viewer'
import { articlePath } from './paths'
import { canComment } from './policy'
import { asMember, reachArticle, type ReachedArticle } from './rows/reach.server'

const shelfOf = (collectionId: number) => `collection:${collectionId}`

/** The conversation of an article's readers; made by whoever writes first. */
async function threadOf(articleId: number): Promise<number> {
  return transaction(async tx => {
    const [row] = await tx.$queryRaw<{ thread: number | null; audience: string; collection: number; owner: number }[]>`
      select thread_id as thread, audience, collection_id as collection, owner_id as owner from article where id = ${articleId}::int and binned_at is null for update`
    if (!row) throw new NotFound('article')
    if (row.thread) return row.thread
    const threadId = await openEmptyThread(tx, { kind: 'article', shelf: shelfOf(row.collection), audience: row.audience, ownerId: row.owner })
    await tx.article.update({ where: { id: articleId }, data: { threadId } })
    return threadId
  })
}

/** A reader's words below an article, as a post of its conversation. @throws NotFound, SignInNeeded, Forbidden, Conflict "locked", Invalid beside `markdown`, TooMany */
export async function commentOn(viewer: Viewer, input: { articleId: number; written: Written; clientKey: string }): Promise<{ article: ReachedArticle; made: MadePost }> {
  const member = asMember(viewer)
  const article = await reachArticle(member, input.articleId)
  if (!canComment(member, article)) throw new Forbidden(!member.verified ? 'unverified' : isSilenced(member) ? 'silenced' : 'generic')
  const made = await reply(member, { threadId: await threadOf(article.id), written: input.written, clientKey: input.clientKey })
  return { article, made }
}

/** Whoever reads an article reads what is written below it, and nobody else does. Inside the transaction that changed its readers, its place or the bin. */
export async function commentsFollow(tx: Tx, actor: { personId: number }, articleIds: readonly number[]): Promise<void> {
  const rows = await tx.$queryRaw<{ thread: number; audience: string; collection: number; binned: boolean }[]>`
    select thread_id as thread, audience, collection_id as collection, binned_at is not null as binned from article where id = any(${[...articleIds]}::int[]) and thread_id is not null`
  for (const row of rows) await changeThread(tx, actor, row.thread, { shelf: { key: shelfOf(row.collection), audience: row.audience }, removed: row.binned })
}

/** The article below which a conversation stands; null where the viewer reads neither. */
export async function findArticleOfComments(viewer: Viewer, threadId: number): Promise<{ id: number; slug: string } | null> {
  const [row] = await sql<{ id: number; slug: string }>('article-of-comments', 'select id, slug from article where thread_id = $1 and audience = any($2) and approved is not null and binned_at is null', [threadId, viewer.audiences])
  return row ?? null
}

/** Where comments are read, and what follows them: the article. Its owner tells of the first one in a way of its own. */
export const articlePlaces: ThreadPlaces = async threadIds => {
  const rows = await sql<{ thread: number; id: number; slug: string; title: string }>('article-places', 'select thread_id as thread, id, slug, title from article where thread_id = any($1) and binned_at is null', [[...threadIds]])
  return new Map(rows.map(row => [row.thread, { title: row.title, url: number => `${articlePath(row)}#p${number}`, tags: [`article:${row.id}`], quiet: true }]))
}

/** What moderation of comments needs to know. A conversation that was taken away whole leaves room for another. */
export const articleCommentsOwner: ThreadOwner = {
  places: articlePlaces,
  removed: async (tx, threadId, gone) => {
    if (gone) await tx.article.updateMany({ where: { threadId }, data: { threadId: null } })
  },
}

const columns = `'collection:' || id as key, name, name_en as "nameEn", audience`

/** Names of collections for the moderation room. */
export const collectionShelves: Shelves = {
  prefix: 'collection:',
  names: async keys => new Map((await sql<ShelfName>('collection-shelves', `select ${columns} from collection where id = any($1)`, [keys.map(key => Number(key.slice('collection:'.length))).filter(id => id > 0 && id <= 2_147_483_647)])).map(row => [row.key, row])),
  all: () => sql<ShelfName>('collection-shelves-all', `select ${columns} from collection order by name, id`),
}
