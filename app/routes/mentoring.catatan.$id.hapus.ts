import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { removeNote } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const noteId = idParam(params.id)
  if (!noteId) throw new NotFound('note')
  return redirect(roomPath((await removeNote(member, { noteId })).pairId, 'catatan'), 303)
})
