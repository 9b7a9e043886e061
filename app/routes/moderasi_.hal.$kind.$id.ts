import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { startCase } from '~/features/moderation/cases.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** A moderator opens a case of something nobody flagged. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('thing')
  const { caseId } = await startCase(member, { kind: params.kind ?? '', id })
  return redirect(`/moderasi/${caseId}`, 303)
})
