import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addStep } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { getPairHead } from '~/features/mentoring/room.queries.server'
import { listSteps } from '~/features/mentoring/sessions.queries.server'
import { stepSchema } from '~/features/mentoring/sessions.schema'
import { StepsPage } from '~/features/mentoring/sessions/pages/notes-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const [pair, steps] = await Promise.all([getPairHead(member, id), listSteps(member, id)])
  return { pair, steps, people: pair.people, work: pair.can.work, title: translator(member.locale, 'sessions')('steps.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = stepSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  const { assignee, ...rest } = parsed.data
  try {
    await addStep(member, { pairId, assigneeId: assignee, ...rest })
    return redirect(roomPath(pairId, 'langkah'), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Steps() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <StepsPage key={loaded.steps.length} values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
