import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { ApplyPage } from '~/features/mentoring/care/pages/wave-pages'
import { applySchema } from '~/features/mentoring/care.schema'
import { tagsOf } from '~/features/mentoring/tags'
import { requestPath } from '~/features/mentoring/paths'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { getWave } from '~/features/mentoring/waves.queries.server'
import { applyToWave } from '~/features/mentoring/waves.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('wave')
  const [wave, rules] = await Promise.all([getWave(member, id), hasAcceptedRules(member.personId)])
  return { wave, rules, clientKey: randomUUID() }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const waveId = idParam(params.id)
  if (!waveId) throw new NotFound('wave')
  const values = textsOf(await readForm(request))
  return keepTyped({ values }, async () => {
    const { tags, wishedForm, ...rest } = checked(applySchema, values)
    return redirect(requestPath(await applyToWave(member, { ...rest, waveId, tags: tagsOf(tags), wishedForm: wishedForm === '' ? null : wishedForm })), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.wave.title ?? ''} · Balai` }]

export default function Apply() {
  return <ApplyPage values={{}} errors={{}} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
