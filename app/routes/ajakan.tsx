import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { topicPath } from '~/features/forum/paths'
import { listTopicTitles } from '~/features/forum/topics.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { listInvitations } from '~/features/recognition/invitations.server'
import { InvitationsPage } from '~/features/recognition/pages/invite-page'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const asked = await listInvitations(member)
  const topics = await listTopicTitles(member, asked.map(one => one.threadId))
  return {
    rows: asked.flatMap(one => {
      const topic = topics.get(one.threadId)
      return topic ? [{ ...one, title: topic.title, url: topicPath(topic) }] : []
    }),
    title: translator(member.locale, 'recognition')('asked.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Invitations() {
  return <InvitationsPage rows={useLoaderData<typeof loader>().rows} />
}
