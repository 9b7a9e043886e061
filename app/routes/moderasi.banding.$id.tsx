import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { judgeAppeal } from '~/features/moderation/appeals.server'
import { getAppeal } from '~/features/moderation/decisions.queries.server'
import { AppealPage } from '~/features/moderation/pages/appeal-pages'
import { canKeepRules } from '~/features/moderation/policy'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('appeal')
  return { item: await getAppeal(member, id), administrator: canKeepRules(member) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const decisionId = idParam(params.id)
  if (!decisionId) throw new NotFound('appeal')
  const form = await readForm(request)
  const answer = String(form.get('answer') ?? '')
  const result = form.get('hasil')
  if (result !== 'batal' && result !== 'tetap') return data({ errors: { form: ['http:invalid.format'] } as Record<string, string[]>, typed: answer }, { status: 422 })
  try {
    await judgeAppeal(member, { decisionId, upheld: result === 'tetap', answer })
    return redirect(`/moderasi/banding/${decisionId}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors, typed: answer }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.title ?? ''} · Balai` }]

export default function Appeal() {
  return <AppealPage {...useLoaderData<typeof loader>()} errors={{}} typed="" {...useActionData<typeof action>()} />
}
