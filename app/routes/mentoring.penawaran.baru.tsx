import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { listCompetencies, reachDirectory } from '~/features/mentoring/directory.queries.server'
import { offerLists, typedOf } from '~/features/mentoring/offers-form.server'
import { offerSchema } from '~/features/mentoring/offers.schema'
import { createOffer } from '~/features/mentoring/offers.server'
import { OfferFormPage } from '~/features/mentoring/pages/offer-form-page'
import { newOfferPath, offerPath, rulesPath } from '~/features/mentoring/paths'
import { getOwnMentoringProfile } from '~/features/mentoring/profiles.server'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { listUnitOptions } from '~/features/mentoring/unit-options.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  await reachDirectory(member)
  if (!(await hasAcceptedRules(member.personId))) throw redirect(rulesPath(newOfferPath))
  const [competencies, units, profile] = await Promise.all([listCompetencies(), listUnitOptions(), getOwnMentoringProfile(member.personId)])
  return {
    competencies, units, values: { form: 'ONE_TO_ONE', mode: 'ONLINE', capacity: '2', sessions: '4', minutes: '60' } as Record<string, string>, chosen: { languages: profile.languages } as Record<string, string[]>,
    clientKey: randomUUID(), title: translator(member.locale, 'mentoring')('offer.new'),
  }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const typed = typedOf(await readForm(request), offerLists)
  const parsed = offerSchema.safeParse({ ...typed.values, ...typed.chosen })
  if (!parsed.success) return data({ ...typed, clientKey: typed.values.clientKey || randomUUID(), errors: fieldErrors(parsed.error) }, { status: 422 })
  const { competencies, tags, then, ...offer } = parsed.data
  return keepTyped({ ...typed, clientKey: offer.clientKey }, async () => {
    const { id } = await createOffer(member, { ...offer, tags: [...new Set([...competencies, ...tags])], open: then === 'buka' })
    return redirect(offerPath(id), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function NewOffer() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <OfferFormPage id={null} draft errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
