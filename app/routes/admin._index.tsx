import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return redirect('/admin/orang')
})
