import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { judgeProposal } from '~/features/forum/consultations.server'
import { getConsultationForUnit } from '~/features/forum/consultations.queries.server'
import { officialStates } from '~/features/forum/kind-views'
import { OfficialPage } from '~/features/forum/pages/official-page'
import { topicPath } from '~/features/forum/paths'
import { nextStates } from '~/features/forum/policy'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** Its form stands on the page of the official answer. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  await memberOf(request)
  return redirect(`/topik/${idParam(params.id) ?? 0}/jawaban-resmi`)
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = await readForm(request)
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = idParam(text('number').replace(/^#/, ''))
  const verdict = text('verdict')
  const state = officialStates.find(one => one === verdict) ?? null
  try {
    if (!number) throw new Invalid({ number: ['forum:errors.proposal'] })
    if (verdict !== '' && !state) throw new Invalid({ verdict: ['forum:errors.state'] })
    const { slug } = await judgeProposal(member, { topicId, number, state, note: text('note') })
    return redirect(topicPath({ id: topicId, slug }), 303)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const { topic, more } = await getConsultationForUnit(member, topicId)
    const from = more.official[0]?.state ?? null
    return data({
      topic: { id: topicId, title: topic.title }, url: topicPath(topic), unit: more.consultation.unit, from, choices: nextStates(from), verdicts: more.verdicts, clientKey: crypto.randomUUID(), draftAt: null,
      values: { state: nextStates(from)[0] ?? '', markdown: '', doc: '', number: text('number'), verdict, note: text('note') }, errors: error.fields,
    }, { status: 422 })
  }
})

export default function Proposal() {
  const refused = useActionData<typeof action>()
  return refused ? <OfficialPage {...refused} /> : null
}
