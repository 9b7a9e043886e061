import type { LoaderFunctionArgs } from '@remix-run/node'
import { getDraftFile } from '~/features/knowledge/drafting-files.server'
import { viewerOf } from '~/features/people/viewer.server'
import { answerWithFile } from '~/features/uploads/answer.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { NotFound } from '~/platform/errors'
import { handle } from '~/platform/http/route.server'

/** A stored file. `?asli` gives the full-size original of a picture as a download. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const slug = params.slug ?? ''
  const upload = await getUpload(viewer, slug).catch((error: unknown) => {
    if (error instanceof NotFound) return getDraftFile(viewer, slug)
    throw error
  })
  return answerWithFile(request, upload, new URL(request.url).searchParams.has('asli'))
})
