import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { getArticlePage } from '~/features/knowledge/article-page.queries.server'
import { articleActPath, articlePath } from '~/features/knowledge/paths'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const page = await getArticlePage(await viewerOf(request), id)
  return redirect('drafted' in page ? articleActPath(id, 'tinjauan') : articlePath(page))
})
