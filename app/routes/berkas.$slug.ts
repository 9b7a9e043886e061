import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewerOf } from '~/features/people/viewer.server'
import { answerWithFile } from '~/features/uploads/answer.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { handle } from '~/platform/http/route.server'

/** A stored file. `?asli` gives the full-size original of a picture as a download. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const upload = await getUpload(viewer, params.slug ?? '')
  return answerWithFile(request, upload, new URL(request.url).searchParams.has('asli'))
})
