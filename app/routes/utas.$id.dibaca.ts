import type { ActionFunctionArgs } from '@remix-run/node'
import { listPostsUpTo, markRead } from '~/features/discussion/reading.server'
import { listUnreadAbouts } from '~/features/notifications/notices.queries.server'
import { markSeen } from '~/features/notifications/notices.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handleJson, idParam } from '~/platform/http/route.server'

const postIdOf = (about: string) => idParam(/^post:(\d+)$/.exec(about)?.[1])

/** Read up to a number; notices about what was read need no reading of their own any more. */
export const action = handleJson(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  const number = idParam(String((await readForm(request)).get('nomor') ?? ''))
  if (!threadId || !number) throw new NotFound('thread')
  await markRead(member, { threadId, number })
  const group = `thread:${threadId}`
  const postIds = (await listUnreadAbouts(member, group)).map(postIdOf).filter(id => id !== null)
  const seen = await listPostsUpTo(member, { threadId, number, postIds })
  await markSeen(member, group, seen.map(id => `post:${id}`))
})
