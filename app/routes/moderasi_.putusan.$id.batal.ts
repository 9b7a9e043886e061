import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { undoDecision } from '~/features/moderation/decisions.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const decisionId = idParam(params.id)
  if (!decisionId) throw new NotFound('decision')
  const { caseId } = await undoDecision(member, { decisionId })
  return redirect(`/moderasi/${caseId}`, 303)
})
