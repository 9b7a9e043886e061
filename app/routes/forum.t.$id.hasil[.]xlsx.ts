import type { LoaderFunctionArgs } from '@remix-run/node'
import { getConsultationResults } from '~/features/forum/results.queries.server'
import { resultsSheet } from '~/features/forum/results-files.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const viewer = await viewerOf(request)
  const results = await getConsultationResults(viewer, id)
  return new Response(new Uint8Array(await resultsSheet(results, viewer)), {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Content-Disposition': `attachment; filename="hasil-${results.topic.slug}.xlsx"`, 'Cache-Control': 'private, no-store' },
  })
})
