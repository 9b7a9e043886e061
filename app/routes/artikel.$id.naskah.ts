import type { LoaderFunctionArgs } from '@remix-run/node'
import { getArticleForm } from '~/features/knowledge/history.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handleJson, idParam } from '~/platform/http/route.server'

/** The text its form begins with, for pages that begin anew. */
export const loader = handleJson(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const { doc, markdown, shared } = await getArticleForm(member, id)
  return { doc, markdown, shared }
})
