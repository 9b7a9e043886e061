import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getUnitHeard } from '~/features/forum/heard.queries.server'
import { UnitHeardPage } from '~/features/forum/pages/heard-pages'
import { viewerOf } from '~/features/people/viewer.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const asked = new URL(request.url).searchParams
  const cursor = asked.get('kursor')
  pageTags('heard')
  return { page: await getUnitHeard(viewer, params.code ?? '', { filter: asked.get('saring') === 'semua' ? 'all' : 'unanswered', cursor }), cursor }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.unit.name ?? ''} · Forum · Balai` }]

export default function UnitHeard() {
  return <UnitHeardPage {...useLoaderData<typeof loader>()} />
}
