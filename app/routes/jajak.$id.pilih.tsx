import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PollPanel } from '~/features/forum/components/poll-panel'
import { getPoll } from '~/features/forum/consultations.queries.server'
import { topicPath } from '~/features/forum/paths'
import { vote } from '~/features/forum/polls.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** A poll by itself: where its form comes back with what cannot be so. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const pollId = idParam(params.id)
  if (!pollId) throw new NotFound('poll')
  const { poll, topic, vote } = await getPoll(member, pollId)
  return { poll, vote, topic: { id: topic.id, title: topic.title, url: topicPath(topic) } }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pollId = idParam(params.id)
  if (!pollId) throw new NotFound('poll')
  const form = await readForm(request)
  const choices = form.get('tarik') === '1' ? [] : form.getAll('pilihan').map(value => idParam(String(value)) ?? 0)
  const { topic } = await getPoll(member, pollId)
  try {
    if (choices.length === 0 && form.get('tarik') !== '1') throw new Invalid({ pilihan: ['kinds:errors.poll.none'] })
    await vote(member, { pollId, choices })
    return redirect(`${topicPath(topic)}#jajak`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ chosen: choices, errors: Object.values(errors).flat() }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.poll.question ?? ''} · Balai` }]

export default function Vote() {
  const { poll, vote: open, topic } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="text">
      <h1><a href={topic.url}>{topic.title}</a></h1>
      <PollPanel threadId={topic.id} poll={refused ? { ...poll, mine: refused.chosen } : poll} vote={open} member {...(refused ? { errors: refused.errors } : {})} />
    </div>
  )
}
