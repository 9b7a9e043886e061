import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { NewWavePage } from '~/features/mentoring/care/pages/wave-pages'
import { waveSchema } from '~/features/mentoring/care.schema'
import { officerWavePath } from '~/features/mentoring/paths'
import { isOfficer } from '~/features/mentoring/offers-policy'
import { createWave } from '~/features/mentoring/waves.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  if (!isOfficer(member)) throw new NotFound('wave')
  return { clientKey: randomUUID(), title: translator(member.locale, 'care')('wave.new') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const values = textsOf(await readForm(request))
  return keepTyped({ values }, async () => redirect(officerWavePath(await createWave(member, checked(waveSchema, values))), 303))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function NewWave() {
  return <NewWavePage values={{}} errors={{}} clientKey={useLoaderData<typeof loader>().clientKey} {...useActionData<typeof action>()} />
}
