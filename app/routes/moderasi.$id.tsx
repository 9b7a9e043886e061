import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getCase } from '~/features/moderation/cases.queries.server'
import { decide } from '~/features/moderation/decisions.server'
import { decideSchema } from '~/features/moderation/moderation.schema'
import { CasePage } from '~/features/moderation/pages/case-page'
import type { DecisionValues } from '~/features/moderation/components/decision-form'
import { canKeepRules } from '~/features/moderation/policy'
import { listTemplates } from '~/features/moderation/templates.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('case')
  return { page: await getCase(member, id), administrator: canKeepRules(member), noteErrors: new URL(request.url).searchParams.has('kosong') ? ['moderation:errors.noteEmpty'] : [] }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const caseId = idParam(params.id)
  if (!caseId) throw new NotFound('case')
  const sent = await readForm(request)
  const form = { ...Object.fromEntries(sent), parts: sent.getAll('parts').map(String) }
  const text = (name: keyof DecisionValues) => String(sent.get(name) ?? '')
  const values = { act: text('act'), reason: text('reason'), days: text('days'), hideToo: text('hideToo') === '1', markdown: text('markdown'), parts: form.parts }
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = decideSchema.safeParse(form)
  if (!parsed.success) return refuse({ act: ['moderation:errors.act'] })
  const { template, ...input } = parsed.data
  // without JavaScript a chosen template does not fill the field by itself
  const reason = input.reason.trim() || (template ? ((await listTemplates()).find(one => one.id === template)?.text ?? '') : '')
  try {
    await decide(member, { ...input, caseId, reason })
    return redirect(`/moderasi/${caseId}`, 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? ''} · Balai` }]

export default function Case() {
  return <CasePage {...useLoaderData<typeof loader>()} values={null} errors={{}} {...useActionData<typeof action>()} />
}
