import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { MaterialRecord } from '~/features/knowledge/components/material-record'
import { materialPath } from '~/features/knowledge/formats'
import { readSent, refusedMaterial } from '~/features/knowledge/materials-form.server'
import { listMaterialActs } from '~/features/knowledge/materials-record.queries.server'
import { getMaterialForm } from '~/features/knowledge/materials.queries.server'
import { newVersionSchema } from '~/features/knowledge/materials.schema'
import { addMaterialVersion } from '~/features/knowledge/materials.server'
import { MaterialFormPage } from '~/features/knowledge/pages/material-form-page'
import { memberOf } from '~/features/people/viewer.server'
import { readFormWithLargeFile } from '~/features/uploads/large.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('material')
  const [material, acts] = await Promise.all([getMaterialForm(member, id), listMaterialActs(member, id)])
  return { material, acts, clientKey: randomUUID(), title: `${translator(member.locale, 'knowledge')('material.version.new')}: ${material.title}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const materialId = idParam(params.id)
  if (!materialId) throw new NotFound('material')
  // whoever may not bring a version is told before a file is taken
  await getMaterialForm(member, materialId)
  const sent = await readSent(member, await readFormWithLargeFile(request, member))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }, error?: unknown) => data({ ...refusedMaterial(sent, errors, error), clientKey: sent.typed.clientKey || randomUUID() }, init)
  const parsed = newVersionSchema.safeParse(sent.typed)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  if (sent.refused) return refuse({})
  try {
    return redirect(materialPath(await addMaterialVersion(member, { materialId, ...parsed.data })), 303)
  } catch (error) {
    return refuse(...refusalOf(error), error)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function NewVersion() {
  const { material, acts, clientKey } = useLoaderData<typeof loader>()
  return <MaterialFormPage material={material} ask="file" collections={[]} audiences={[]} values={{}} errors={{}} clientKey={clientKey} {...useActionData<typeof action>()}><MaterialRecord acts={acts} /></MaterialFormPage>
}
