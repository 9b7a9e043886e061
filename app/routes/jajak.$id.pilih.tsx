import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { PollPanel } from '~/features/forum/components/poll-panel'
import { getPoll } from '~/features/forum/consultations.queries.server'
import { topicPath } from '~/features/forum/paths'
import { vote } from '~/features/forum/polls.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const pollId = idParam(params.id)
  if (!pollId) throw new NotFound('poll')
  return redirect(`${topicPath((await getPoll(member, pollId)).topic)}#jajak`)
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pollId = idParam(params.id)
  if (!pollId) throw new NotFound('poll')
  const form = await readForm(request)
  const choices = form.get('tarik') === '1' ? [] : form.getAll('pilihan').map(value => idParam(String(value)) ?? 0)
  const { poll, topic, vote: open } = await getPoll(member, pollId)
  try {
    if (choices.length === 0 && form.get('tarik') !== '1') throw new Invalid({ pilihan: ['forum:errors.poll.none'] })
    await vote(member, { pollId, choices })
    return redirect(`${topicPath(topic)}#jajak`, 303)
  } catch (error) {
    if (error instanceof Invalid) return data({ poll: { ...poll, mine: choices }, threadId: topic.id, vote: open, errors: Object.values(error.fields).flat() }, { status: 422 })
    throw error
  }
})

/** What was chosen, with the reason it cannot be so. */
export default function Vote() {
  const refused = useActionData<typeof action>()
  return refused ? <div className="text"><PollPanel {...refused} member /></div> : null
}
