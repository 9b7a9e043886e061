import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reachDirectory } from '~/features/mentoring/directory.queries.server'
import { listOwnOffers } from '~/features/mentoring/offer-page.queries.server'
import { canOffer } from '~/features/mentoring/offers-policy'
import { OwnOffersPage } from '~/features/mentoring/pages/own-offers-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  await reachDirectory(member)
  return { offers: await listOwnOffers(member.personId), canOffer: canOffer(member, member.kind !== 'ASN'), title: translator(member.locale, 'mentoring')('nav.offers') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function OwnOffers() {
  const { offers, canOffer } = useLoaderData<typeof loader>()
  return <OwnOffersPage offers={offers} canOffer={canOffer} />
}
