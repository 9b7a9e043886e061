import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { getOfficialForm } from '~/features/forum/consultations.queries.server'
import { judgeProposal } from '~/features/forum/consultations.server'
import { officialStates } from '~/features/forum/kind-views'
import { OfficialPage } from '~/features/forum/pages/official-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** The same page as the official answer's, where this form stands. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  return { ...(await getOfficialForm(member, id)), clientKey: randomUUID() }
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
  return keepTyped({ values: { state: '', markdown: '', doc: '', number: text('number'), verdict, note: text('note') } }, async () => {
    if (!number) throw new Invalid({ number: ['kinds:errors.proposal'] })
    if (verdict !== '' && !state) throw new Invalid({ verdict: ['kinds:errors.state'] })
    const { slug } = await judgeProposal(member, { topicId, number, state, note: text('note') })
    return redirect(topicPath({ id: topicId, slug }), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.topic.title ?? ''} · Balai` }]

export default function Proposal() {
  return <OfficialPage {...useLoaderData<typeof loader>()} errors={{}} {...useActionData<typeof action>()} />
}
