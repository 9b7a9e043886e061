import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { showTestimonial } from '~/features/mentoring/closing.server'
import { roomPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  const [pairId, fromId] = [idParam(params.id), idParam(String(form.get('fromId') ?? ''))]
  if (!pairId || !fromId) throw new NotFound('review')
  await showTestimonial(member, { pairId, fromId, shown: form.get('shown') === '1' })
  return redirect(roomPath(pairId, 'tutup'), 303)
})
