import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActHistoryPage } from '~/features/forum/pages/act-lists'
import { topicPath } from '~/features/forum/paths'
import { getActHistory } from '~/features/forum/topic-undo.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const { topic, acts } = await getActHistory(member, id)
  return {
    topic: { id, title: topic.title, url: topicPath(topic) }, pageTitle: translator(member.locale, 'acts')('history'),
    acts: acts.map(act => ({ id: act.id, act: act.act, reason: act.reason, at: act.at, byName: act.byName, undone: act.undone })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function TopicHistory() {
  const { topic, acts } = useLoaderData<typeof loader>()
  return <ActHistoryPage topic={topic} acts={acts} />
}
