import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { Gallery } from '~/ui/gallery/gallery'

/** In production only for members: the page is for those who build and check. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  if (process.env.NODE_ENV === 'production') await memberOf(request)
  return null
})

export const meta: MetaFunction = () => [{ title: 'Bagian-bagian · Balai' }, { name: 'robots', content: 'noindex' }]

export default Gallery
