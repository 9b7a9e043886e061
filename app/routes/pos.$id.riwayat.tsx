import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HistoryPage } from '~/features/discussion/pages/history-page'
import { revisionParams } from '~/features/discussion/posts.schema'
import { getRevisionDiff } from '~/features/discussion/revisions.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const search = new URL(request.url).searchParams
  const { from, to } = revisionParams.parse({ from: search.get('dari') ?? undefined, to: search.get('ke') ?? undefined })
  const diff = await getRevisionDiff(await viewerOf(request), postId, { from, to })
  return { diff, url: `/forum/t/${diff.post.threadId}/-/${diff.post.number}` }
})

export const meta: MetaFunction = () => [{ title: 'Balai' }, { name: 'robots', content: 'noindex' }]

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />
}
