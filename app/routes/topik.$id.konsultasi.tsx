import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getConsultationForUnit } from '~/features/forum/consultations.queries.server'
import { keepConsultation } from '~/features/forum/consultations.server'
import { dayOf } from '~/features/forum/dates'
import { KeepConsultationPage } from '~/features/forum/pages/official-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const { topic, more, markdown } = await getConsultationForUnit(member, id)
  const day = topic.closesAt === undefined || topic.closed ? '' : dayOf(topic.closesAt, member.timeZone)
  return { topic: { id, title: topic.title }, url: topicPath(topic), closed: topic.closed ?? false, values: { summary: markdown, closesOn: day, promisedDays: String(more.consultation.promisedDays) } }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = await readForm(request)
  const text = (name: string) => String(form.get(name) ?? '')
  const { topic } = await getConsultationForUnit(member, topicId)
  const same = topic.closesAt !== undefined && !topic.closed && dayOf(topic.closesAt, member.timeZone) === text('closesOn')
  try {
    await keepConsultation(member, { topicId, summary: text('summary'), promisedDays: Number(text('promisedDays')) || 10, ...(text('closesOn') && !same ? { closesOn: text('closesOn') } : {}) })
    return redirect(topicPath(topic), 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors, values: { summary: text('summary'), closesOn: text('closesOn'), promisedDays: text('promisedDays') } }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.topic.title ?? ''} · Balai` }]

export default function Keep() {
  return <KeepConsultationPage {...useLoaderData<typeof loader>()} errors={{}} {...useActionData<typeof action>()} />
}
