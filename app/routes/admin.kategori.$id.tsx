import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listKeptCategories } from '~/features/forum/categories.queries.server'
import { categorySchema } from '~/features/forum/categories.schema'
import { createCategory, editCategory } from '~/features/forum/categories.server'
import { CategoryFormPage, type CategoryFormProps } from '~/features/forum/pages/categories-page'
import { listUnitChoices } from '~/features/people/units.queries.server'
import { officerOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const fresh: CategoryFormProps['values'] = { name: '', nameEn: '', slug: '', description: '', descriptionEn: '', colour: 's-1', sortOrder: '0', audience: 'asn', openAudience: 'asn' }

/** `/admin/kategori/baru` makes one, `/admin/kategori/<id>` keeps it. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const units = (await listUnitChoices()).map(({ id, name }) => ({ id, name }))
  if (params.id === 'baru') return { id: null, archived: false, values: fresh, units, title: translator(officer.locale, 'forum')('keep.new') }
  const id = idParam(params.id)
  const category = (await listKeptCategories(officer)).find(one => one.id === id)
  if (!category) throw new NotFound('category')
  const { name, nameEn, slug, description, descriptionEn, colour, sortOrder, audience, openAudience, archived } = category
  return { id, archived, values: { name, nameEn, slug, description, descriptionEn, colour, sortOrder: String(sortOrder), audience, openAudience }, units, title: `${name} · ${translator(officer.locale, 'forum')('keep.title')}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const categoryId = params.id === 'baru' ? null : idParam(params.id)
  if (categoryId === null && params.id !== 'baru') throw new NotFound('category')
  const form = Object.fromEntries(await readForm(request))
  const text = (name: keyof typeof fresh) => String(form[name] ?? '')
  const values = { ...fresh, ...Object.fromEntries((Object.keys(fresh) as (keyof typeof fresh)[]).map(name => [name, text(name)])) }
  const parsed = categorySchema.safeParse({ ...form, slug: text('slug') || undefined })
  const errors: Record<string, string[]> = {}
  for (const issue of parsed.error?.issues ?? []) (errors[String(issue.path[0] ?? 'form')] ??= []).push(issue.message)
  if (!parsed.success) return data({ values, errors }, { status: 422 })
  try {
    await (categoryId === null ? createCategory(officer, parsed.data) : editCategory(officer, { ...parsed.data, categoryId }))
    return redirect('/admin/kategori', 303)
  } catch (error) {
    if (error instanceof Invalid) return data({ values, errors: error.fields }, { status: 422 })
    throw error
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Category() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <CategoryFormPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}
