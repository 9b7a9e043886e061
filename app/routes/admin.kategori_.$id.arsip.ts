import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { archiveCategory, unarchiveCategory } from '~/features/forum/categories.server'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const categoryId = idParam(params.id)
  if (!categoryId) throw new NotFound('category')
  await ((await readForm(request)).get('arsip') === '0' ? unarchiveCategory : archiveCategory)(officer, { categoryId })
  return redirect('/admin/kategori', 303)
})
