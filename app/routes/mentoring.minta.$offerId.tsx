import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { SlotPicker } from '~/features/mentoring/components/slot-picker'
import { getOffer } from '~/features/mentoring/offers.queries.server'
import { requestPath, rulesPath } from '~/features/mentoring/paths'
import { RequestFormPage } from '~/features/mentoring/requests/pages/request-form-page'
import { findOwnNeed } from '~/features/mentoring/requests.queries.server'
import { requestSchema } from '~/features/mentoring/requests.schema'
import { sendRequest } from '~/features/mentoring/requests.server'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { numberOf } from '~/features/mentoring/settings.server'
import { listFreeSlots } from '~/features/mentoring/slots.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { useT } from '~/platform/i18n/i18n'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.offerId)
  if (!id) throw new NotFound('offer')
  const url = new URL(request.url)
  if (!(await hasAcceptedRules(member.personId))) throw redirect(rulesPath(url.pathname + url.search))
  const needId = idParam(url.searchParams.get('kebutuhan') ?? undefined)
  const [offer, need, days] = await Promise.all([getOffer(member, id), needId ? findOwnNeed(member, needId) : null, numberOf('requests.expireDays')])
  if (offer.mine) throw redirect(`/mentoring/penawaran/${id}`)
  const free = offer.form === 'WRITTEN' || offer.form === 'GROUP' ? [] : await listFreeSlots(offer.mentor.id, { minutes: offer.minutes, heldBy: member.personId })
  const chosen = Date.parse(url.searchParams.get('slot') ?? '')
  return {
    offer: { id, title: offer.title, mentor: offer.mentor.name, form: offer.form, full: offer.taken >= offer.capacity }, free: free.filter((slot, at) => at < 40 || slot.startsAt === chosen), days, needId: need ? needId : null,
    values: { ...(need ?? {}), slot: Number.isNaN(chosen) ? '' : new Date(chosen).toISOString() } as Record<string, string>, clientKey: randomUUID(),
    errors: (offer.barred && !(offer.barred === 'full' && offer.form === 'GROUP') ? { form: [`requests:errors.barred.${offer.barred}`] } : {}) as Record<string, string[]>,
    title: translator(member.locale, 'requests')('form.title', { name: offer.mentor.name }),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const offerId = idParam(params.offerId)
  if (!offerId) throw new NotFound('offer')
  const form = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values: form, errors }, init)
  const parsed = requestSchema.safeParse(form)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    return redirect(requestPath((await sendRequest(member, { ...parsed.data, offerId })).id), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function AskMentor() {
  const { title: _title, free, ...loaded } = useLoaderData<typeof loader>()
  const page = { ...loaded, ...useActionData<typeof action>() }
  const t = useT('requests')
  const slots = loaded.offer.form === 'WRITTEN' || loaded.offer.form === 'GROUP' ? undefined
    : <SlotPicker slots={free} legend={t('form.slots')} optional={t('ui:form.optional')} chosen={page.values.slot} errors={page.errors.slot} empty={t('form.slotsNone')} />
  return <RequestFormPage {...page} slots={slots} />
}
