import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { materialPath } from '~/features/knowledge/formats'
import { getMaterialPage } from '~/features/knowledge/materials.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('material')
  return redirect(materialPath(await getMaterialPage(await viewerOf(request), id)))
})
