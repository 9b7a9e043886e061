import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPostsAfter } from '~/features/discussion/posts.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handleJson, idParam } from '~/platform/http/route.server'

/** What came after the last number a page has: how a browser catches up. `?n=0` gives everything from the start, 100 at a time. */
export const loader = handleJson(async ({ request, params }: LoaderFunctionArgs) => {
  const threadId = idParam(params.id)
  const after = Number(new URL(request.url).searchParams.get('n') ?? NaN)
  if (!threadId || !Number.isInteger(after) || after < 0 || after > 2_147_483_000) throw new NotFound('thread')
  return getPostsAfter(await viewerOf(request), threadId, after)
})
