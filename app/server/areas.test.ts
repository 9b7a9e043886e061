import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { areasOf, handlerByArea, partsOf } from './areas.ts'

const paths: Record<string, { path?: string; index?: true; parentId?: string }> = {
  root: { path: '' }, 'routes/_index': { index: true }, 'routes/$': { path: '*' }, 'routes/forum._index': { path: 'forum', index: true }, 'routes/forum.k.$slug': { path: 'forum/k/:slug' },
  'routes/forum.t.$id.$slug.($number)': { path: 'forum/t/:id/:slug/:number?' }, 'routes/forum.tulis': { path: 'forum/tulis' }, 'routes/cari': { path: 'cari' }, 'routes/cari_.cepat': { path: 'cari/cepat' },
  'routes/admin': { path: 'admin' }, 'routes/admin.orang': { path: 'orang', parentId: 'routes/admin' }, 'routes/orang.$slug': { path: 'orang/:slug' }, 'routes/robots': { path: 'robots.txt' },
}
const routes = Object.fromEntries(Object.entries(paths).map(([id, { parentId = 'root', ...route }]) =>
  [id, { id, ...(id === 'root' ? {} : { parentId }), ...route, module: { default: () => null, loader: () => ({ from: id }) } }]))
const assets = Object.fromEntries(Object.values(routes).map(({ module: _, ...route }) => [route.id, { ...route, module: `/assets/${route.id}.js`, hasAction: false, hasLoader: true, hasErrorBoundary: false }]))
const build = {
  routes, assets: { routes: assets, entry: { module: '', imports: [] }, url: '', version: '1' }, basename: '/', mode: 'production', publicPath: '/', assetsBuildDirectory: '', isSpaMode: false,
  future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true, v3_relativeSplatPath: true, v3_fetcherPersist: true, v3_throwAbortReason: true },
  entry: { module: {
    default: (_: Request, status: number, __: Headers, { manifest, staticHandlerContext }: EntryContext) =>
      Response.json({ status, matches: staticHandlerContext.matches.map(({ route, params }) => [route.id, params]), known: Object.keys(manifest.routes).length }),
  } },
} as unknown as ServerBuild

describe('one handler per area', () => {
  const [byArea, whole] = [handlerByArea(build, 'production'), createRequestHandler(build, 'production')]
  test.each([
    '/', '/forum', '/forum/', '/forum/k/ktp', '/forum/t/7/antrean', '/forum/t/7/antrean/12', '/forum/tulis', '/cari', '/cari?q=a', '/cari/cepat', '/admin/orang', '/orang/sri', '/Forum/K/ktp',
    '/%66orum/tulis', '//forum/tulis', '/tidak/ada', '/forum/tidak/ada', '/forumx', '/robots.txt', '/cari.data/x', '/a%2Fb', '/constructor', '/__proto__/x', '/forum/t/7/t', '/forum/t', '/forum/k/t/x', '/admin', '/cari/cepat/', '/forum/tulis/9', '/orang/cepat',
  ])('%s is answered as by all routes', async address => {
    const ask = async (handle: (request: Request) => Promise<Response>) => {
      const answer = await handle(new Request(new URL(`http://balai.example${address}`)))
      return { status: answer.status, body: JSON.parse(await answer.text()) as { known: number; status: number; matches: unknown } }
    }
    const [ours, theirs] = [await ask(byArea), await ask(whole)]
    expect({ ...ours, body: { ...ours.body, known: 0 } }).toEqual({ ...theirs, body: { ...theirs.body, known: 0 } })
  })

  test.each(['/forum.data', '/_root.data', '/forum/k/ktp.data', '/cari.data?q=a', '/__manifest?p=%2Fcari&version=1'])('%s gives the same data', async address => {
    const ask = async (handle: (request: Request) => Promise<Response>) => {
      const answer = await handle(new Request(new URL(`http://balai.example${address}`)))
      return [answer.status, await answer.text()]
    }
    expect(await ask(byArea)).toEqual(await ask(whole))
  })

  test.each([['/cari', 4], ['/forum/t/7/antrean', 4], ['/forum/t/7/antrean/12', 4], ['/admin/orang', 5], ['/tidak/ada', 3]])('%s is asked of %i routes, whatever else there is', async (address, count) => {
    const answer = (await (await byArea(new Request(`http://balai.example${address}`))).json()) as { known: number }
    expect(answer.known).toBe(count)
  })
})

test('an unusual address is asked of all routes', () => {
  expect(['/', '/_root.data', '/forum', '/forum.data', '/forum/k', '/forum.data/k'].map(partsOf)).toEqual([[], [], ['forum'], ['forum'], ['forum', 'k'], ['forum.data', 'k']])
  expect(['//forum', '/.data', '/Forum', '/%66orum', '/forum/', '/__manifest'].map(partsOf)).toEqual([null, null, null, null, null, null])
  expect([...areasOf(build)].sort()).toEqual(['', 'admin', 'cari', 'forum', 'orang', 'robots.txt'])
})
