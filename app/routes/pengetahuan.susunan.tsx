import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOrder } from '~/features/knowledge/collections.queries.server'
import { OrderPage } from '~/features/knowledge/pages/order-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** The order of collections, for those who keep them. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { nodes: await listOrder(member), saved: new URL(request.url).searchParams.has('disimpan'), title: translator(member.locale, 'review')('order.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Order() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <OrderPage {...props} />
}
