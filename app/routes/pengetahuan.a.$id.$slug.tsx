import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { topicPath } from '~/features/forum/paths'
import { listTopicTitles } from '~/features/forum/topics.queries.server'
import { articleMeta } from '~/features/knowledge/article-meta'
import { getArticlePage } from '~/features/knowledge/article-page.queries.server'
import { ArticlePage } from '~/features/knowledge/pages/article-page'
import { countReading } from '~/features/knowledge/readings.server'
import { listComments } from '~/features/knowledge/comments.queries.server'
import { articleActPath, articlePath } from '~/features/knowledge/paths'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle, idParam } from '~/platform/http/route.server'

/** The number decides; whatever an article was called before leads to what it is called now. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const url = new URL(request.url)
  const viewer = await viewerOf(request)
  const [page, watch] = await Promise.all([getArticlePage(viewer, id), findWatch(viewer, `article:${id}`)])
  if ('drafted' in page) throw redirect(articleActPath(id, 'tinjauan'))
  if (params.slug !== page.slug) throw redirect(articlePath(page) + url.search, 301)
  pageTags('knowledge', `article:${id}`, `collection:${page.collectionId}`, ...(page.thread ? [`thread:${page.thread.id}`] : []))
  countReading(viewer, id, request.headers.get('user-agent') ?? '')
  const until = idParam(url.searchParams.get('sampai') ?? undefined)
  const { thread } = page
  const [comments, topics] = await Promise.all([thread && thread.lastNumber > 0 ? listComments(viewer, thread, until) : null, listTopicTitles(viewer, page.sourceThreadId ? [page.sourceThreadId] : [])])
  const topic = topics.get(page.sourceThreadId ?? 0)
  const answer = url.searchParams.get('membantu')
  const past = Boolean(until && thread && until < thread.lastNumber)
  const signIn = viewer.personId === null ? `/masuk?ke=${encodeURIComponent(`${articlePath(page)}#komentar`)}` : null
  return { page, watch, comments: { comments, me: viewer.personId, signIn, clientKey: randomUUID(), past }, source: topic ? { title: topic.title, url: topicPath(topic) } : null, said: answer === 'ya' || answer === 'belum' ? answer as 'ya' | 'belum' : null, origin: originOf(request), locale: viewer.locale }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? articleMeta(data.page, data.origin, data.locale) : [])

export default function Article() {
  const { page, watch, comments, source, said, origin } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="onpaper">{origin}{articlePath(page)}</p>
      <ArticlePage key={page.id} page={page} source={source} said={said} watch={watch} comments={comments} />
    </>
  )
}
