import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { appeal } from '~/features/moderation/appeals.server'
import { getOwnDecision } from '~/features/moderation/decisions.queries.server'
import { OwnDecisionPage } from '~/features/moderation/pages/own-pages'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** For whom a decision concerns, the suspended among them. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('decision')
  return { decision: await getOwnDecision(viewer, id), title: translator(viewer.locale, 'moderation')('own.one') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const viewer = await viewerOf(request)
  const decisionId = idParam(params.id)
  if (!decisionId) throw new NotFound('decision')
  const text = String((await readForm(request)).get('text') ?? '')
  try {
    await appeal(viewer, { decisionId, text })
    return redirect(`/banding/${decisionId}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors: Object.values(errors).flat(), typed: text }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Decision() {
  const { decision } = useLoaderData<typeof loader>()
  return <OwnDecisionPage decision={decision} errors={[]} typed="" {...useActionData<typeof action>()} />
}
