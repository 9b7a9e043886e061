import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { openPhoto } from '~/features/people/profile.server'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

/** A person's picture. Its address changes with the picture, so whoever has it may keep it. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const { stream, open } = await openPhoto(await viewerOf(request), params.key ?? '')
  return new Response(createReadableStreamFromReadable(stream), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': `${open ? 'public' : 'private'}, max-age=${open ? 86_400 : 3_600}`, 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'" },
  })
})
