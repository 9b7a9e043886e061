import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { addNote } from '~/features/moderation/cases.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const caseId = idParam(params.id)
  if (!caseId) throw new NotFound('case')
  try {
    await addNote(member, { caseId, note: String((await readForm(request)).get('note') ?? '') })
  } catch (error) {
    if (error instanceof Invalid) return redirect(`/moderasi/${caseId}?kosong#f-note`, 303)
    throw error
  }
  return redirect(`/moderasi/${caseId}`, 303)
})
