import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getClosing } from '~/features/mentoring/closing.queries.server'
import { giveClosing } from '~/features/mentoring/closing.server'
import { readClosing } from '~/features/mentoring/pairs-form.server'
import { mayInPair } from '~/features/mentoring/pairs-policy'
import { getPair } from '~/features/mentoring/pairs.queries.server'
import { roomPath } from '~/features/mentoring/paths'
import { ClosingPage } from '~/features/mentoring/requests/pages/closing-page'
import { numberOf } from '~/features/mentoring/settings.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const [pair, closing, days] = await Promise.all([getPair(member, id), getClosing(member, id), numberOf('reviews.hiddenDays')])
  const facts = { ...pair, mentorId: pair.mentor.id, learnerIds: pair.learners.map(one => one.id) }
  const close = mayInPair(member, facts, 'close') && !(pair.form === 'GROUP' && pair.role === 'LEARNER')
  return { pair, ...closing, days, abouts: pair.role === 'MENTOR' ? pair.learners : [pair.mentor], may: { close, rate: mayInPair(member, facts, 'rate') }, title: translator(member.locale, 'requests')('closing.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const form = await readForm(request)
  return keepTyped({}, async () => {
    await giveClosing(member, { pairId, ...readClosing(form) })
    return redirect(roomPath(pairId, 'tutup'), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · ${data?.pair.title ?? ''} · Balai` }]

export default function Closing() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <ClosingPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
