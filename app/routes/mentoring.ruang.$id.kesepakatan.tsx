import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listRevisions, proposeAgreement } from '~/features/mentoring/agreement.server'
import { agreementDraft, agreementValues, readAgreement } from '~/features/mentoring/pairs-form.server'
import { mayInPair } from '~/features/mentoring/pairs-policy'
import { getPair } from '~/features/mentoring/pairs.queries.server'
import { roomPath } from '~/features/mentoring/paths'
import { AgreementPage } from '~/features/mentoring/requests/pages/agreement-page'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const pair = await getPair(member, id)
  const facts = { ...pair, mentorId: pair.mentor.id, learnerIds: pair.learners.map(one => one.id) }
  return {
    pair, self: member.personId, may: { propose: mayInPair(member, facts, 'propose'), confirm: mayInPair(member, facts, 'hold') }, values: agreementDraft(pair),
    base: (pair.proposed ?? pair.held)?.revision ?? 0, revisions: await listRevisions(id), title: translator(member.locale, 'requests')('agreement.title'),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const form = await readForm(request)
  return keepTyped({ values: agreementValues(form) }, async () => {
    await proposeAgreement(member, { pairId, base: Number(form.get('base')) || 0, ...readAgreement(form) })
    return redirect(roomPath(pairId, 'kesepakatan'), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · ${data?.pair.title ?? ''} · Balai` }]

export default function Agreement() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <AgreementPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
