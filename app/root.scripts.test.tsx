import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node'
import { Outlet, RemixServer, Scripts } from '@remix-run/react'
import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ScriptsOnce } from './root.scripts'

const PageContext = createContext<{ nonce: string; PageScripts: ComponentType<{ nonce: string }> }>({ nonce: '', PageScripts: Scripts })

function Layout({ children }: { children: ReactNode }) {
  const { nonce, PageScripts } = useContext(PageContext)
  return <html><body>{children}<PageScripts nonce={nonce} /></body></html>
}

const paths = { root: { path: '' }, index: { parentId: 'root', index: true }, list: { parentId: 'root', path: 'forum' }, topic: { parentId: 'root', path: 'forum/t/:id/:slug?' } }
const routes = Object.fromEntries(Object.entries(paths).map(([id, route]) => [id, { id, ...route, module: { default: id === 'root' ? () => <Outlet /> : () => <p>{id}</p>, ...(id === 'root' ? { Layout } : {}), loader: () => ({ from: id }) } }]))
const assets = Object.fromEntries(Object.entries(paths).map(([id, route]) => [id, { id, ...route, module: `/${id}.js`, imports: ['/shared.js', `/of-${id}.js`], hasAction: false, hasLoader: true, hasErrorBoundary: false }]))

/** The page at an address, drawn with one of the two. */
function pageBy(PageScripts: ComponentType<{ nonce: string }>) {
  let nonce = ''
  const draw = (request: Request, status: number, headers: Headers, context: EntryContext) => new Promise<Response>(resolve => {
    const page = <PageContext.Provider value={{ nonce, PageScripts }}><RemixServer context={context} url={request.url} nonce={nonce} /></PageContext.Provider>
    const { pipe } = renderToPipeableStream(page, { onAllReady: () => void text(pipe(new PassThrough())).then(body => resolve(new Response(body, { status, headers }))) })
  })
  const handle = createRequestHandler({
    routes, assets: { routes: assets, entry: { module: '/entry.js', imports: ['/shared.js'] }, url: '/manifest.js', version: '1' }, basename: '/', mode: 'production', publicPath: '/', assetsBuildDirectory: '', isSpaMode: false,
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true }, entry: { module: { default: draw } },
  } as unknown as ServerBuild, 'production')
  return async (address: string, signed: string) => {
    nonce = signed
    return (await handle(new Request(`http://balai.example${address}`))).text()
  }
}

test('scripts written once are what Remix writes for every page, with the nonce of the page', async () => {
  const [once, anew] = [pageBy(ScriptsOnce), pageBy(Scripts)]
  const addresses = ['/', '/forum', '/forum/t/7', '/forum/t/7/antrean', '/forum/t/8/parkir', '/forum', '/']
  for (const [at, address] of addresses.entries()) {
    const page = await once(address, `nonce-${at}`)
    expect(page).toBe(await anew(address, `nonce-${at}`))
    expect(page.match(/<script [^>]*nonce="([^"]*)"/g)?.every(tag => tag.includes(`nonce-${at}`))).toBe(true)
  }
})
