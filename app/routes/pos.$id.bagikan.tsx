import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPost } from '~/features/discussion/posts.queries.server'
import { SharePage } from '~/features/forum/pages/share-page'
import { topicPath } from '~/features/forum/paths'
import { getTopicHead } from '~/features/forum/topics.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(viewer, postId)
  const topic = await getTopicHead(viewer, thread.id)
  const path = topicPath(topic, post.number)
  return { path, address: originOf(request) + path, title: topic.title, number: post.number, audience: topic.audience, pageTitle: `${translator(viewer.locale, 'finding')('share.title')}: ${topic.title}` }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Share() {
  const { pageTitle: _title, ...props } = useLoaderData<typeof loader>()
  return <SharePage {...props} />
}
