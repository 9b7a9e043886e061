import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RequestPage } from '~/features/mentoring/requests/pages/request-page'
import { getRequest } from '~/features/mentoring/requests.queries.server'
import { viewRequest } from '~/features/mentoring/requests.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const requestId = idParam(params.id)
  if (!requestId) throw new NotFound('request')
  await viewRequest(member, { requestId })
  const found = await getRequest(member, requestId)
  return { request: found, title: found.offer?.title ?? translator(member.locale, 'requests')('need.name') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function OneRequest() {
  return <RequestPage request={useLoaderData<typeof loader>().request} errors={{}} />
}
