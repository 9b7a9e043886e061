import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { officerOf } from '~/features/people/viewer.server'
import { askReindex } from '~/features/search/jobs.server'
import { handle } from '~/platform/http/route.server'

/** Asks a worker to build both indexes anew. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  await askReindex(await officerOf(request, 'ADMINISTRATOR'))
  return redirect('/admin/pencarian?kabar=susun', 303)
})
