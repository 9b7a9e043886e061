import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RequestPage } from '~/features/knowledge/pages/requests-page'
import { getRequest } from '~/features/knowledge/requests.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('request')
  const said = new URL(request.url).searchParams.get('tercatat')
  return { row: await getRequest(await viewerOf(request), id), said: said === 'baru' || said === 'sama' ? said as 'baru' | 'sama' : null }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.row.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Request() {
  return <RequestPage {...useLoaderData<typeof loader>()} />
}
