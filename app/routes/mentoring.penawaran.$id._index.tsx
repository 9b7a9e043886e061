import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findFit, listCompetencies } from '~/features/mentoring/directory.queries.server'
import { findOwnAsking, getStanding, listReadings, listTestimonials } from '~/features/mentoring/offer-page.queries.server'
import { listOfferSlots } from '~/features/mentoring/offer-slots.server'
import { canLearn, isOfficer } from '~/features/mentoring/offers-policy'
import { getOffer } from '~/features/mentoring/offers.queries.server'
import { OfferPage } from '~/features/mentoring/pages/offer-page'
import { unitNames } from '~/features/people/units.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('offer')
  const offer = await getOffer(member, id)
  const asked = new URL(request.url).searchParams
  const days = /^\d{1,2}$/.test(asked.get('hari') ?? '') ? Number(asked.get('hari')) : 0
  const [fit, times, standing, testimonials, notes, competencies, units, asking] = await Promise.all([
    findFit(member, id), listOfferSlots(member, offer, days), getStanding(offer.mentor.id), listTestimonials(offer.mentor.id), listReadings(member, offer.mentor.id, offer.tags), listCompetencies(), unitNames(offer.forUnits), findOwnAsking(member, id),
  ])
  return {
    offer, reasons: fit?.reasons ?? [], standing, testimonials, notes, competencies, units: [...units].map(([unitId, name]) => ({ id: unitId, name })), officer: isOfficer(member), asks: canLearn(member), asking, times, gone: asked.get('waktu') === 'hilang', title: offer.title,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Offer() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <OfferPage {...loaded} />
}
