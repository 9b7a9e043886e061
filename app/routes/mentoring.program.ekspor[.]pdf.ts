import type { LoaderFunctionArgs } from '@remix-run/node'
import { getHealth } from '~/features/mentoring/health.queries.server'
import { programmePdf } from '~/features/mentoring/programme-files.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return new Response(new Uint8Array(await programmePdf(await getHealth(member), member)), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="program-mentoring.pdf"', 'Cache-Control': 'private, no-store' },
  })
})
