import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelSession } from '~/features/mentoring/bookings.server'
import { roomPath } from '~/features/mentoring/paths'
import { getSession } from '~/features/mentoring/sessions.queries.server'
import { cancelSchema } from '~/features/mentoring/sessions.schema'
import { CancelSessionPage } from '~/features/mentoring/sessions/pages/session-act-pages'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { Conflict, NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('session')
  const page = await getSession(member, id)
  if (!page.session.can.change) throw new Conflict()
  return { page, title: translator(member.locale, 'sessions')('cancel.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const sessionId = idParam(params.id)
  if (!sessionId) throw new NotFound('session')
  const values = textsOf(await readForm(request))
  return keepTyped({ values }, async () => {
    const { pairId } = await cancelSession(member, { sessionId, ...checked(cancelSchema, values) })
    return redirect(roomPath(pairId, 'sesi'), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function CancelSession() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <CancelSessionPage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
