import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { listOwnNotes } from '~/features/mentoring/closing.queries.server'
import { changeMentor, leavePair, queuedIn } from '~/features/mentoring/leaving.server'
import { readLeaving } from '~/features/mentoring/pairs-form.server'
import { getPair } from '~/features/mentoring/pairs.queries.server'
import { isLivePair } from '~/features/mentoring/pairs-table'
import { requestPath, requestsPath } from '~/features/mentoring/paths'
import { LeavePage, type LeavePageProps } from '~/features/mentoring/requests/pages/leave-page'
import { memberOf } from '~/features/people/viewer.server'
import { Conflict, NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const t = translator(member.locale, 'requests')
  const queued = await queuedIn(member, id)
  const common = { value: '', clientKey: randomUUID() }
  if (queued) return { ...common, pair: { id, title: queued.title }, as: 'QUEUE' as LeavePageProps['as'], goesOn: true, before: queued.before, notes: [], title: t('leave.queueTitle') }
  const pair = await getPair(member, id)
  if (!pair.role || !isLivePair(pair.state)) throw new Conflict()
  const goesOn = pair.role === 'LEARNER' && pair.learners.length + (pair.state === 'CLOSING' ? 0 : pair.waiting) > 1
  return { ...common, pair: { id, title: pair.title }, as: pair.role as LeavePageProps['as'], goesOn, before: 0, notes: pair.role === 'LEARNER' ? await listOwnNotes(member, id) : [], title: t('leave.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const form = await readForm(request)
  return keepTyped({ value: String(form.get('reason') ?? '') }, async () => {
    const leaving = readLeaving(form)
    if (leaving.change) return redirect(requestPath((await changeMentor(member, { pairId, ...leaving })).requestId), 303)
    await leavePair(member, { pairId, reason: leaving.reason })
    return redirect(requestsPath, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · ${data?.pair.title ?? ''} · Balai` }]

export default function Leave() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <LeavePage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
