import type { LoaderFunctionArgs } from '@remix-run/node'
import { getMaterialFile } from '~/features/knowledge/materials.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { answerWithFile } from '~/features/uploads/answer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** The version readers see, or `?versi=`. `?asli`: as a download, a picture in full size. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('material')
  const search = new URL(request.url).searchParams
  const file = await getMaterialFile(await viewerOf(request), id, idParam(search.get('versi') ?? undefined))
  return answerWithFile(request, file, search.has('asli'), true)
})
