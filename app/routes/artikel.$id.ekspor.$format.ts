import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportArticle, exportFormats } from '~/features/knowledge/exports.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { attachment } from '~/platform/http/attachment.server'
import { originOf } from '~/platform/http/house.server'
import { handle, idParam } from '~/platform/http/route.server'
import { requestContext } from '~/platform/log/request-context.server'

/** An article as `pdf`, `docx` or `zip` (Markdown with its pictures). */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  const format = exportFormats.find(one => one === params.format)
  if (!id || !format) throw new NotFound('article')
  return attachment(await exportArticle(await viewerOf(request), id, { format, origin: originOf(request), address: requestContext()?.address ?? '' }))
})
