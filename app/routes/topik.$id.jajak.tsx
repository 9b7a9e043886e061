import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getTopicForPoll } from '~/features/forum/consultations.queries.server'
import { NewPollPage } from '~/features/forum/pages/official-page'
import { topicPath } from '~/features/forum/paths'
import { pollFieldNames } from '~/features/forum/polls.schema'
import { createPoll } from '~/features/forum/polls.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const topic = await getTopicForPoll(await memberOf(request), id)
  return { topic: { id, title: topic.title }, url: topicPath(topic), values: {} as Record<string, string> }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = await readForm(request)
  const typed = Object.fromEntries(pollFieldNames.flatMap(name => (form.has(name) ? [[name, String(form.get(name))]] : [])))
  try {
    const { slug } = await createPoll(member, { topicId, poll: { pollQuestion: '', pollOptions: '', ...typed, pollMax: typed.pollMax || '1' } })
    return redirect(`${topicPath({ id: topicId, slug })}#jajak`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors, values: typed }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.topic.title ?? ''} · Balai` }]

export default function NewPoll() {
  return <NewPollPage {...useLoaderData<typeof loader>()} errors={{}} {...useActionData<typeof action>()} />
}
