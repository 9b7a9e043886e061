import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveGoal } from '~/features/mentoring/goals.server'
import { mayWorkInPair } from '~/features/mentoring/pairs-policy'
import { getPair } from '~/features/mentoring/pairs.queries.server'
import { goalSchema } from '~/features/mentoring/pairs.schema'
import { roomPath } from '~/features/mentoring/paths'
import { GoalsPage } from '~/features/mentoring/requests/pages/goals-page'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const pair = await getPair(member, id)
  return { pair, works: mayWorkInPair(member, { ...pair, mentorId: pair.mentor.id, learnerIds: pair.learners.map(one => one.id) }), values: {} as Record<string, string>, title: translator(member.locale, 'requests')('goals.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const form = textsOf(await readForm(request))
  return keepTyped({ values: form }, async () => {
    const move = checked(goalSchema, form)
    await moveGoal(member, { pairId, ...move })
    return redirect(`${roomPath(pairId, 'tujuan')}#tujuan-${move.goalId}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · ${data?.pair.title ?? ''} · Balai` }]

export default function Goals() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <GoalsPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
