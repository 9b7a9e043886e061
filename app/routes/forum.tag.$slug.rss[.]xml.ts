import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { feedResponse } from '~/features/forum/feed.server'
import { getTagFeed } from '~/features/forum/feeds.queries.server'
import { tagPath } from '~/features/forum/paths'
import { getTag } from '~/features/forum/tags.queries.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { stranger } from '~/platform/viewer'

/** What anyone may read, whoever asks. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = stranger()
  const tag = await getTag(viewer, params.slug ?? '')
  if ('leads' in tag) throw redirect(`${tagPath(tag.leads)}/rss.xml`, 301)
  return feedResponse(request, viewer, await getTagFeed(viewer, tag.slug), translator('id', 'finding')('tag.title', { name: tag.competency?.name ?? tag.slug }))
})
