import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewerOf } from '~/features/people/viewer.server'
import { getCariPage } from '~/features/search/cari.queries.server'
import { SearchPage } from '~/features/search/pages/search-page'
import { readCari } from '~/features/search/search.schema'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { isMember } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const url = new URL(request.url)
  const params = readCari(url.searchParams)
  const title = params.text.trim().slice(0, 120)
  const ways = {
    ask: isMember(viewer) ? `/forum/tulis?judul=${encodeURIComponent(title)}` : null,
    signIn: isMember(viewer) ? null : `/masuk?ke=${encodeURIComponent(url.pathname + url.search)}`,
    browse: '/forum',
  }
  return { page: await getCariPage(viewer, params), ways, title: [title, translator(viewer.locale, 'search')('title')].filter(Boolean).join(' · ') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Cari() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
