import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listKeptCategories, listKeptTemplates } from '~/features/forum/categories.queries.server'
import { categorySchema } from '~/features/forum/categories.schema'
import { createCategory, editCategory } from '~/features/forum/categories.server'
import { CategoryFormPage, type CategoryFormProps } from '~/features/forum/pages/categories-page'
import { topicKinds, type TopicKindName } from '~/features/forum/views'
import { listUnitChoices } from '~/features/people/units.queries.server'
import { officerOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const fresh: CategoryFormProps['values'] = { name: '', nameEn: '', slug: '', description: '', descriptionEn: '', colour: 's-1', sortOrder: '0', audience: 'asn', openAudience: 'asn', responsibleUnitId: '', slowMinutes: '0', unlistNew: '', pseudonyms: '' }
const templateName = (kind: string) => `template_${kind}`

/** `/admin/kategori/baru` makes one, `/admin/kategori/<id>` keeps it. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const units = (await listUnitChoices()).map(({ id, name }) => ({ id, name }))
  if (params.id === 'baru') return { id: null, archived: false, values: fresh, units, kinds: [] as TopicKindName[], templates: {}, title: translator(officer.locale, 'shelves')('new') }
  const id = idParam(params.id)
  const category = (await listKeptCategories(officer)).find(one => one.id === id)
  if (!category) throw new NotFound('category')
  const { name, nameEn, slug, description, descriptionEn, colour, sortOrder, audience, openAudience, archived, kinds, responsibleUnitId, slowMinutes, unlistNew, pseudonyms } = category
  const values = { name, nameEn, slug, description, descriptionEn, colour, sortOrder: String(sortOrder), audience, openAudience, responsibleUnitId: responsibleUnitId ? String(responsibleUnitId) : '', slowMinutes: String(slowMinutes), unlistNew: unlistNew ? '1' : '', pseudonyms: pseudonyms ? '1' : '' }
  return { id, archived, values, units, kinds, templates: await listKeptTemplates(officer, category.id), title: `${name} · ${translator(officer.locale, 'shelves')('title')}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const categoryId = params.id === 'baru' ? null : idParam(params.id)
  if (categoryId === null && params.id !== 'baru') throw new NotFound('category')
  const sent = await readForm(request)
  const form = Object.fromEntries(sent)
  const kinds = sent.getAll('kinds').map(String)
  const templates = Object.fromEntries(topicKinds.map(kind => [kind, String(sent.get(templateName(kind)) ?? '')]))
  const text = (name: keyof typeof fresh) => String(form[name] ?? '')
  const values = { ...fresh, ...Object.fromEntries((Object.keys(fresh) as (keyof typeof fresh)[]).map(name => [name, text(name)])) }
  const parsed = categorySchema.safeParse({ ...form, kinds, templates, responsibleUnitId: text('responsibleUnitId') || null, slug: text('slug') || undefined, slowMinutes: text('slowMinutes') || '0', unlistNew: text('unlistNew') === '1' ? 'true' : 'false', pseudonyms: text('pseudonyms') === '1' ? 'true' : 'false' })
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors, templates, kinds: topicKinds.filter(kind => kinds.includes(kind)) }, init)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    await (categoryId === null ? createCategory(officer, parsed.data) : editCategory(officer, { ...parsed.data, categoryId }))
    return redirect('/admin/kategori', 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Category() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <CategoryFormPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}
