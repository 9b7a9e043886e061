import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBookmarks } from '~/features/discussion/bookmarks.queries.server'
import { BookmarksPage } from '~/features/discussion/pages/bookmarks-page'
import { topicPath } from '~/features/forum/paths'
import { listTopicTitles } from '~/features/forum/topics.queries.server'
import { roomPath } from '~/features/mentoring/paths'
import { listRoomTitles } from '~/features/mentoring/room.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const after = new URL(request.url).searchParams.get('setelah')
  const { rows, next } = await listBookmarks(member, after)
  const of = (kind: string) => rows.flatMap(row => (row.post?.kind === kind ? [row.post.threadId] : []))
  const [topics, rooms] = await Promise.all([listTopicTitles(member, of('topic')), listRoomTitles(member, of('pair'))])
  return {
    rows: rows.map(row => {
      const topic = row.post && topics.get(row.post.threadId)
      const room = row.post && rooms.get(row.post.threadId)
      if (room && row.post) return { ...row, title: room.title, url: `${roomPath(room.pairId, String(row.post.number))}#p${row.post.number}` }
      return { ...row, title: topic?.title ?? '', url: topic && row.post ? topicPath(topic, row.post.number) : null }
    }),
    next, paged: after !== null, title: translator(member.locale, 'bookmarks')('title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Bookmarks() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <BookmarksPage {...props} />
}
