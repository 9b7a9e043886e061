import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { dropTagGroup } from '~/features/forum/tags.server'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const id = idParam(params.id)
  if (!id) throw new NotFound('tag group')
  await dropTagGroup(officer, id)
  return redirect('/admin/tag', 303)
})
