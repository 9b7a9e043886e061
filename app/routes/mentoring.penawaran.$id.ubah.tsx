import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { listCompetencies } from '~/features/mentoring/directory.queries.server'
import { offerLists, offerValues, typedOf } from '~/features/mentoring/offers-form.server'
import { getOffer } from '~/features/mentoring/offers.queries.server'
import { offerSchema } from '~/features/mentoring/offers.schema'
import { editOffer } from '~/features/mentoring/offers.server'
import { OfferFormPage } from '~/features/mentoring/pages/offer-form-page'
import { editOfferPath, offerPath, rulesPath } from '~/features/mentoring/paths'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { listUnitOptions } from '~/features/mentoring/unit-options.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { Forbidden, NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('offer')
  const offer = await getOffer(member, id)
  if (!offer.canChange) throw new Forbidden()
  if (!(await hasAcceptedRules(member.personId))) throw redirect(rulesPath(editOfferPath(id)))
  const [competencies, units] = await Promise.all([listCompetencies(), listUnitOptions()])
  return { id, draft: offer.state === 'DRAFT', competencies, units, ...offerValues(offer, competencies.map(one => one.slug)), clientKey: randomUUID(), title: `${translator(member.locale, 'mentoring')('offerForm.edit')}: ${offer.title}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('offer')
  const typed = typedOf(await readForm(request), offerLists)
  const parsed = offerSchema.safeParse({ ...typed.values, ...typed.chosen })
  if (!parsed.success) return data({ ...typed, errors: fieldErrors(parsed.error) }, { status: 422 })
  const { competencies, tags, then, clientKey: _key, ...offer } = parsed.data
  return keepTyped({ ...typed }, async () => {
    await editOffer(member, { ...offer, id, tags: [...new Set([...competencies, ...tags])], open: then === 'buka' })
    return redirect(offerPath(id), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function EditOffer() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <OfferFormPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
