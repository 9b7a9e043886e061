import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { materialPath } from '~/features/knowledge/formats'
import { materialChoices, readSent, refusedMaterial } from '~/features/knowledge/materials-form.server'
import { newMaterialSchema } from '~/features/knowledge/materials.schema'
import { addMaterial } from '~/features/knowledge/materials.server'
import { MaterialFormPage } from '~/features/knowledge/pages/material-form-page'
import { memberOf } from '~/features/people/viewer.server'
import { readFormWithLargeFile } from '~/features/uploads/large.server'
import { fieldErrors } from '~/platform/checked'
import { Forbidden } from '~/platform/errors'
import { refusalOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const t = translator(member.locale, 'knowledge')
  return { ...(await materialChoices(member, t)), values: { collection: new URL(request.url).searchParams.get('koleksi') ?? '' } as Record<string, string>, clientKey: randomUUID(), title: t('material.form.new') }
})

/** The file goes to the disk while it arrives; a mistake beside another field does not ask for it again. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  if (member.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  const sent = await readSent(member, await readFormWithLargeFile(request, member))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }, error?: unknown) => data({ ...refusedMaterial(sent, errors, error), clientKey: sent.typed.clientKey || randomUUID() }, init)
  const parsed = newMaterialSchema.safeParse(sent.typed)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  if (sent.refused) return refuse({})
  try {
    return redirect(materialPath(await addMaterial(member, parsed.data)), 303)
  } catch (error) {
    return refuse(...refusalOf(error), error)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function NewMaterial() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <MaterialFormPage material={null} ask="all" errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
