import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFresh, yesterday } from '~/features/forum/fresh.queries.server'
import { FreshPage } from '~/features/forum/pages/list-pages'
import { listParams } from '~/features/forum/topics.schema'
import { viewerOf } from '~/features/people/viewer.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const { cursor } = listParams.parse({ cursor: search.get('kursor') })
  const opened = search.get('jenis') === 'topik'
  pageTags('home')
  return { list: await listFresh(viewer, { since: yesterday(viewer.timeZone), opened, cursor }), cursor, opened, title: translator(viewer.locale, 'finding')('fresh.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Fresh() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <FreshPage {...props} />
}
