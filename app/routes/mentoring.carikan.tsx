import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { findForMePath, requestPath, rulesPath } from '~/features/mentoring/paths'
import { RequestFormPage } from '~/features/mentoring/requests/pages/request-form-page'
import { needSchema } from '~/features/mentoring/requests.schema'
import { sendNeed } from '~/features/mentoring/requests.server'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { numberOf } from '~/features/mentoring/settings.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { Forbidden } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  if (member.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  if (!(await hasAcceptedRules(member.personId))) throw redirect(rulesPath(findForMePath))
  const tags = new URL(request.url).searchParams.get('tag') ?? ''
  return { offer: null, needId: null, days: await numberOf('requests.expireDays'), values: { tags } as Record<string, string>, clientKey: randomUUID(), title: translator(member.locale, 'requests')('need.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values: form, errors }, init)
  const parsed = needSchema.safeParse(form)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    return redirect(requestPath((await sendNeed(member, parsed.data)).id), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function FindForMe() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <RequestFormPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
