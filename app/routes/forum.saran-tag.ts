import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestTags } from '~/features/forum/tags.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handleJson } from '~/platform/http/route.server'

/** Tags while somebody types one. */
export const loader = handleJson(async ({ request }: LoaderFunctionArgs) =>
  ({ tags: await suggestTags(await memberOf(request), new URL(request.url).searchParams.get('q') ?? '') }))
