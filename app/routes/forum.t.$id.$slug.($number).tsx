import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { useEffect } from 'react'
import { isWorthKeeping } from '~/features/forum/article-source.server'
import { findMeeting } from '~/features/forum/meetings.queries.server'
import { TopicPage } from '~/features/forum/pages/topic-page'
import { topicPath } from '~/features/forum/paths'
import { topicMeta } from '~/features/forum/topic-meta'
import { findMovedPost } from '~/features/discussion/moves.server'
import { getTopicPage } from '~/features/forum/topic-page.queries.server'
import { pageParam } from '~/features/forum/topics.schema'
import { findArticleOfComments } from '~/features/knowledge/comments.server'
import { articlePath } from '~/features/knowledge/paths'
import { ThreadArticle } from '~/features/knowledge/pages/thread-article'
import { findArticleOfThread } from '~/features/knowledge/sources.server'
import { roomPath } from '~/features/mentoring/paths'
import { findRoomOfThread } from '~/features/mentoring/room.queries.server'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { pack, unpack, usePacked } from '~/platform/http/packed'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  const number = params.number === undefined ? null : idParam(params.number)
  if (!id || (params.number !== undefined && number === null)) throw new NotFound('topic')
  const url = new URL(request.url)
  const viewer = await viewerOf(request)
  // a post that went elsewhere, alone or with its whole topic, is found by every address it ever had
  const follow = async (at: number) => {
    const now = await findMovedPost(viewer, id, at)
    if (now) throw redirect(`/forum/t/${now.threadId}/-/${now.number}`)
    const article = await findArticleOfComments(viewer, id)
    if (article) throw redirect(`${articlePath(article)}?sampai=${at}#p${at}`)
    // what is said in a pair's room has short addresses too
    const room = await findRoomOfThread(viewer, id)
    if (room) throw redirect(roomPath(room.pairId, `${at}#p${at}`))
  }
  const [page, watch] = await Promise.all([
    getTopicPage(viewer, id, number ? { number } : { page: pageParam.parse(url.searchParams.get('halaman') ?? undefined) }).catch(async (error: unknown) => {
      if (error instanceof NotFound) await follow(number ?? 1)
      throw error
    }),
    findWatch(viewer, `thread:${id}`),
  ])
  if (number && page.posts.some(post => post.number === number && post.movedTo)) await follow(number)
  if (params.slug !== page.topic.slug) throw redirect(`/forum/t/${id}/${page.topic.slug}${number ? `/${number}` : ''}${url.search}`, 301)
  pageTags(`thread:${id}`)
  const view = page.topic.kind === 'MEETING' ? await findMeeting(viewer, id) : null
  const worth = isWorthKeeping(page.topic, page.accepted !== null, Boolean(view?.minutes))
  const article = worth ? await findArticleOfThread(viewer, id) : null
  const make = worth && viewer.kind === 'ASN' && viewer.verified
  return { page: pack(page), watch, ...(article ?? make ? { kept: { article, make: make ? `/pengetahuan/tulis?topik=${id}` : null } } : {}), ...(view ? { meeting: { view, clientKey: randomUUID() } } : {}), me: viewer.personId, origin: originOf(request), locale: viewer.locale }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? topicMeta(unpack(data.page), data.origin, data.locale) : [])

export default function Topic() {
  const { page: packed, watch, me, meeting, kept, origin } = useLoaderData<typeof loader>()
  const page = usePacked(packed)
  const number = page.number
  useEffect(() => {
    if (number && number > 1 && !location.hash) document.getElementById(`p${number}`)?.scrollIntoView()
  }, [number, page.topic.id])
  return (
    <>
      <p className="onpaper">{origin}{topicPath(page.topic)}</p>
      <TopicPage key={`${page.topic.id}-${page.page}`} page={page} me={me} watch={watch} meeting={meeting} above={kept ? <ThreadArticle {...kept} /> : null} />
    </>
  )
}
