import type { LoaderFunctionArgs } from '@remix-run/node'
import { findSimilar } from '~/features/forum/similar.server'
import { memberOf } from '~/features/people/viewer.server'
import { handleJson } from '~/platform/http/route.server'

/** Topics like the title that is being typed. */
export const loader = handleJson(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const title = (new URL(request.url).searchParams.get('judul') ?? '').replaceAll('\0', '').trim()
  return { topics: title.length < 8 ? [] : await findSimilar(member, title) }
})
