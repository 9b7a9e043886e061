import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { materialPath } from '~/features/knowledge/formats'
import { getMaterialPage } from '~/features/knowledge/materials.queries.server'
import { MaterialPage } from '~/features/knowledge/pages/material-page'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle, idParam } from '~/platform/http/route.server'

/** `?versi=` for another version, `?halaman=` for further pages of its text. The number decides, the slug is for people. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('material')
  const url = new URL(request.url)
  const version = idParam(url.searchParams.get('versi') ?? undefined)
  const page = await getMaterialPage(await viewerOf(request), id, { version, page: idParam(url.searchParams.get('halaman') ?? undefined) ?? 1 })
  if (params.slug !== page.slug) throw redirect(materialPath(page) + url.search, 301)
  pageTags('knowledge')
  return { page, canonical: originOf(request) + materialPath(page), indexed: page.audience === 'public' && page.shown !== null && version === null && page.from === 1 }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [
  { title: `${data.page.title} · Balai` }, { name: 'description', content: data.page.description }, { tagName: 'link', rel: 'canonical', href: data.canonical },
  ...(data.indexed ? [{ property: 'og:title', content: data.page.title }, { property: 'og:url', content: data.canonical }] : [{ name: 'robots', content: 'noindex' }]),
] : [])

export default function Material() {
  const { page, canonical } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="onpaper">{canonical}</p>
      <MaterialPage page={page} />
    </>
  )
}
