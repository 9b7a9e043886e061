import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RequestsPage } from '~/features/knowledge/pages/requests-page'
import { listRequests, requestLists } from '~/features/knowledge/requests.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { isMember } from '~/platform/viewer'

/** `?daftar=selesai|ditutup`, `?setelah=` */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const list = requestLists.find(one => one === search.get('daftar')) ?? 'terbuka'
  const after = search.get('setelah')
  return { ...(await listRequests(viewer, list, after)), list, paged: after !== null, ask: isMember(viewer) && viewer.verified, title: translator(viewer.locale, 'readers')('requests.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Requests() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <RequestsPage {...props} />
}
