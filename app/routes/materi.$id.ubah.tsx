import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { materialPath } from '~/features/knowledge/formats'
import { materialChoices } from '~/features/knowledge/materials-form.server'
import { getMaterialForm } from '~/features/knowledge/materials.queries.server'
import { editMaterialSchema } from '~/features/knowledge/materials.schema'
import { editMaterial } from '~/features/knowledge/materials.server'
import { MaterialFormPage } from '~/features/knowledge/pages/material-form-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('material')
  const t = translator(member.locale, 'knowledge')
  const { values, ...material } = await getMaterialForm(member, id)
  return { material, values, ...(await materialChoices(member, t, material.ownAudience)), title: `${t('material.form.edit')}: ${material.title}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const materialId = idParam(params.id)
  if (!materialId) throw new NotFound('material')
  const typed = textsOf(await readForm(request))
  const parsed = editMaterialSchema.safeParse(typed)
  if (!parsed.success) return data({ values: typed, errors: fieldErrors(parsed.error) }, { status: 422 })
  return keepTyped({ values: typed }, async () => redirect(materialPath(await editMaterial(member, { materialId, ...parsed.data })), 303))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function EditMaterial() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <MaterialFormPage ask="facts" clientKey="" errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
