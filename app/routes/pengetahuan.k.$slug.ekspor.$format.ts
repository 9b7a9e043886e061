import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportCollection, exportFormats } from '~/features/knowledge/exports.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { attachment } from '~/platform/http/attachment.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'
import { requestContext } from '~/platform/log/request-context.server'

/** A collection's articles, as far as the viewer reads them, as `pdf`, `docx` or `zip` (Markdown with its pictures). */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const format = exportFormats.find(one => one === params.format)
  if (!format) throw new NotFound('collection')
  return attachment(await exportCollection(await viewerOf(request), params.slug ?? '', { format, origin: originOf(request), address: requestContext()?.address ?? '' }))
})
