import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { discardDraft, findDraft } from '~/features/discussion/drafts.server'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { getOfficialForm } from '~/features/forum/consultations.queries.server'
import { answerOfficially } from '~/features/forum/consultations.server'
import { officialStates } from '~/features/forum/kind-views'
import { OfficialPage } from '~/features/forum/pages/official-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

const stateOf = (value: unknown) => officialStates.find(state => state === value) ?? null

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const form = await getOfficialForm(member, id)
  const draft = await findDraft(member, `official:${id}`)
  return { ...form, clientKey: randomUUID(), draftAt: draft?.updatedAt ?? null, values: { ...form.values, markdown: draft?.markdown ?? '', doc: draft?.doc ? JSON.stringify(draft.doc) : '' } }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = Object.fromEntries(await readForm(request))
  const text = (name: string) => String(form[name] ?? '')
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) =>
    data({ errors, values: { state: text('state'), markdown: text('markdown'), doc: text('doc'), number: '', verdict: 'ACCEPTED', note: '' }, clientKey: text('clientKey') || randomUUID() }, init)
  const state = stateOf(form.state)
  const key = clientKeySchema.safeParse(form.clientKey)
  if (!state) return refuse({ state: ['kinds:errors.state'] })
  if (!key.success) return refuse({ form: ['http:invalid.format'] })
  try {
    const made = await answerOfficially(member, { topicId, state, from: stateOf(form.from), clientKey: key.data, written: { doc: text('doc'), markdown: text('markdown') } })
    await discardDraft(member, `official:${topicId}`)
    return redirect(topicPath({ id: topicId, slug: made.slug }), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.topic.title ?? ''} · Balai` }]

export default function Official() {
  return <OfficialPage {...useLoaderData<typeof loader>()} errors={{}} {...useActionData<typeof action>()} />
}
