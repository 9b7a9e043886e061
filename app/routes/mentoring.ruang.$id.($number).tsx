import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { topicPath } from '~/features/forum/paths'
import { listTopicTitles } from '~/features/forum/topics.queries.server'
import { listArticleTitles } from '~/features/knowledge/lists.queries.server'
import { articlePath } from '~/features/knowledge/paths'
import { jpOfPairUnscoped } from '~/features/mentoring/jp.queries.server'
import { getRoom } from '~/features/mentoring/room.queries.server'
import { RoomPage } from '~/features/mentoring/sessions/pages/room-page'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** The number of a post leads to its place in the conversation. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  const number = params.number === undefined ? null : idParam(params.number)
  if (!id || (params.number !== undefined && number === null)) throw new NotFound('pair')
  const page = idParam(new URL(request.url).searchParams.get('halaman') ?? undefined)
  const room = await getRoom(member, id, number ? { number } : page ? { page } : {})
  const [topics, articles, jp] = await Promise.all([
    listTopicTitles(member, room.links.topics), listArticleTitles(member, room.links.articles), room.pair.role === 'LEARNER' ? jpOfPairUnscoped(id, member.personId) : null,
  ])
  const links = [...articles.values()].map(one => ({ href: articlePath(one), title: one.title })).concat([...topics.values()].map(one => ({ href: topicPath(one), title: one.title })))
  return { room, links, jp: jp?.jp ?? null, me: member.personId, number }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.room.pair.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Room() {
  const { room, links, jp, me, number } = useLoaderData<typeof loader>()
  useEffect(() => {
    if (number && !location.hash) document.getElementById(`p${number}`)?.scrollIntoView()
  }, [number])
  return <RoomPage key={room.pair.id} room={room} links={links} jp={jp} me={me} />
}
