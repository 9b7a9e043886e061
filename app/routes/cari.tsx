import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewerOf } from '~/features/people/viewer.server'
import { networkOf, visitorOf } from '~/features/people/devices.server'
import { isFine } from '~/features/search/bounds'
import { getCariPage } from '~/features/search/cari.queries.server'
import { noteGap } from '~/features/search/gaps.server'
import { SearchPage } from '~/features/search/pages/search-page'
import { readCari } from '~/features/search/search.schema'
import { pack, usePacked } from '~/platform/http/packed'
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
    browse: '/forum', request: isMember(viewer) && viewer.verified ? `/pengetahuan/permintaan/baru?judul=${encodeURIComponent(title)}` : null,
  }
  const page = await getCariPage(viewer, params)
  const plain = params.page === 1 && params.kinds.length === 0 && params.shelves.length === 0 && params.authorId === undefined && !params.from && !params.to && !params.exact && !isFine(params.fine)
  if (plain && page.answer?.hits.length === 0) void noteGap(params.text, viewer.personId === null ? networkOf(visitorOf(request).address) : `person:${viewer.personId}`)
  return { page: pack(page), ways, title: [title, translator(viewer.locale, 'search')('title')].filter(Boolean).join(' · ') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Cari() {
  const { page, ways } = useLoaderData<typeof loader>()
  return <SearchPage page={usePacked(page)} ways={ways} />
}
