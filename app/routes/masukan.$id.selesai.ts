import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { closeNoteSchema } from '~/features/knowledge/articles.schema'
import { closeNote } from '~/features/knowledge/notes.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** The owner has looked at a remark. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const noteId = idParam(params.id)
  if (!noteId) throw new NotFound('note')
  const parsed = closeNoteSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) throw new Invalid('http:invalid.format')
  await closeNote(member, { noteId, answer: parsed.data.answer })
  return redirect('/pengetahuan/milik?saring=masukan', 303)
})
