import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WatchesPage } from '~/features/notifications/pages/watches-page'
import { listWatches, watchKinds } from '~/features/notifications/watches.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/i18n'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const { searchParams, pathname, search } = new URL(request.url)
  const kind = watchKinds.find(one => one === searchParams.get('jenis')) ?? null
  const after = searchParams.get('setelah')
  const list = await listWatches(member, { ...(kind ? { kind } : {}), after })
  return { ...list, kind, paged: after !== null, back: pathname.replace(/\.data$/, '') + search, title: translator(member.locale, 'watch')('list.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Watches() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <WatchesPage {...props} />
}
