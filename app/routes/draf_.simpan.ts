import type { ActionFunctionArgs } from '@remix-run/node'
import { draftSchema } from '~/features/discussion/drafts.schema'
import { saveDraft } from '~/features/discussion/drafts.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { handleJson } from '~/platform/http/route.server'

/** Keeps what is being typed. Answers the moment it was kept, null when there was nothing to keep. */
export const action = handleJson(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const body: unknown = await request.json().catch(() => null)
  const parsed = draftSchema.safeParse(body)
  if (!parsed.success) throw new Invalid('http:invalid.body')
  const { updatedAt } = await saveDraft(member, parsed.data)
  return { at: updatedAt }
})
