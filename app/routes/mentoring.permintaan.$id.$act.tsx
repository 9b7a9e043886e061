import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnRequest, requestActNamed, writtenActs } from '~/features/mentoring/requests-acts.server'
import { RequestActPage, type WrittenAct } from '~/features/mentoring/requests/pages/request-act-page'
import { RequestPage } from '~/features/mentoring/requests/pages/request-page'
import { getRequest } from '~/features/mentoring/requests.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `/mentoring/permintaan/12/tolak` and its sisters: a page for acts that need words, a press for the others. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const [id, act] = [idParam(params.id), requestActNamed(params.act)]
  if (!id || !act) throw new NotFound('page')
  const found = await getRequest(member, id)
  const written = writtenActs[act]
  const t = translator(member.locale, 'requests')
  return {
    // what is pressed, and what cannot be done any more, has no page of its own: the request as it is now stands there
    request: found, act: written && found.acts.includes(written) ? (act as WrittenAct) : null, question: found.lines.findLast(line => line.act === 'QUESTION')?.text ?? '',
    head: { id, title: found.offer?.title ?? t('need.name'), name: (found.role === 'LEARNER' ? found.mentor?.name : found.learner.name) ?? '' }, title: written ? t(`${act}.title`) : (found.offer?.title ?? t('need.name')),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const [requestId, act] = [idParam(params.id), requestActNamed(params.act)]
  if (!requestId || !act) throw new NotFound('page')
  const form = textsOf(await readForm(request))
  try {
    return redirect(await actOnRequest(act, member, requestId, form), 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors, value: form.text ?? '' }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function RequestActs() {
  const { request, act, head, question } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!act) return <RequestPage request={request} errors={answer?.errors ?? {}} />
  return <RequestActPage act={act} request={head} question={question} value={answer?.value ?? ''} errors={answer?.errors ?? {}} />
}
