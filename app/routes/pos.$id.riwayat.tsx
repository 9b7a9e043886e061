import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HistoryPage } from '~/features/discussion/pages/history-page'
import { revisionParams } from '~/features/discussion/posts.schema'
import { getRevisionDiff } from '~/features/discussion/revisions.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const search = new URL(request.url).searchParams
  const { from, to } = revisionParams.parse({ from: search.get('dari') ?? undefined, to: search.get('ke') ?? undefined })
  const viewer = await viewerOf(request)
  const diff = await getRevisionDiff(viewer, postId, { from, to })
  return { diff, url: `/forum/t/${diff.post.threadId}/-/${diff.post.number}`, title: translator(viewer.locale, 'discussion')('history.title', { number: diff.post.number }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function History() {
  const { diff, url } = useLoaderData<typeof loader>()
  return <HistoryPage diff={diff} url={url} />
}
