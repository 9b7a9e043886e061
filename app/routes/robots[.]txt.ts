import type { LoaderFunctionArgs } from '@remix-run/node'
import { originOf } from '~/platform/http/house.server'

export const loader = ({ request }: LoaderFunctionArgs) =>
  new Response(['User-agent: *', 'Disallow: /admin', 'Disallow: /akun', 'Disallow: /cari', 'Disallow: /masuk', 'Disallow: /pos/', 'Disallow: /utas/', `Sitemap: ${originOf(request)}/sitemap.xml`, ''].join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
