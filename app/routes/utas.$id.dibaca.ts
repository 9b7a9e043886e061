import type { ActionFunctionArgs } from '@remix-run/node'
import { markRead } from '~/features/discussion/reading.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handleJson, idParam } from '~/platform/http/route.server'

export const action = handleJson(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  const number = idParam(String((await readForm(request)).get('nomor') ?? ''))
  if (!threadId || !number) throw new NotFound('thread')
  await markRead(member, { threadId, number })
})
