import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewerOf } from '~/features/people/viewer.server'
import type { QuickAnswer } from '~/features/search/quick'
import { quickSearch } from '~/features/search/search.server'
import { handleJson } from '~/platform/http/route.server'
import { isMember } from '~/platform/viewer'

/** A few finds while somebody types in the quick search. */
export const loader = handleJson(async ({ request }: LoaderFunctionArgs): Promise<QuickAnswer> => {
  const viewer = await viewerOf(request)
  const text = (new URL(request.url).searchParams.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
  const { hits, total, degraded } = await quickSearch(viewer, text)
  return { hits, total, degraded, write: isMember(viewer) ? '/forum/tulis?judul=' : null }
})
