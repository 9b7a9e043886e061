import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { removeException } from '~/features/mentoring/hours.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('exception')
  await removeException(member, { id })
  return redirect('/mentoring/waktu?tersimpan', 303)
})
