import { createRequestHandler, type ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Answer = (request: Request) => Promise<Response>

/** The first part of a route's whole address; '' for the root, the index and layouts without a path. */
function firstPart(routes: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : routes[id]
  return route ? firstPart(routes, route.parentId) || (route.path?.split('/')[0] ?? '') : ''
}

const isPlain = (part: string) => part !== '' && !/[:*?]/.test(part)

/** First parts of all addresses, which bounds what metrics count by. */
export function areasOf(build: Pick<ServerBuild, 'routes'>): ReadonlySet<string> {
  return new Set(['', ...Object.keys(build.routes).map(id => firstPart(build.routes, id)).filter(isPlain)])
}

/** The build as far as addresses below one first part can meet it: their routes, and those that may stand anywhere. */
function buildOf(build: ServerBuild, area: string): ServerBuild {
  const stands = ([id]: [string, unknown]) => {
    const part = firstPart(build.routes, id)
    return part === area || !isPlain(part)
  }
  const pick = <R extends object>(routes: R): R => Object.fromEntries(Object.entries(routes).filter(stands)) as R
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } }
}

/** The area of an address as it was sent; null where anything about it is unusual, and then all routes are asked. */
export function areaOf(pathname: string): string | null {
  if (pathname === '/' || pathname === '/_root.data') return ''
  const [, part = '', below] = pathname.split('/', 3)
  return (below === undefined ? part.replace(/\.data$/, '') : part) || null
}

/**
 * Remix flattens and ranks all routes anew for every match, several times in one answer, and makes them all again to render. The first part
 * of the address says which of them can be meant at all, so each area has a handler that knows only those.
 */
export function handlerByArea(build: ServerBuild, mode: string | undefined): Answer {
  const whole: Answer = createRequestHandler(build, mode)
  const areas = areasOf(build)
  const handlers = new Map<string, Answer>()
  return request => {
    const area = areaOf(new URL(request.url).pathname)
    if (area === null || !areas.has(area)) return whole(request)
    let handler = handlers.get(area)
    if (!handler) handlers.set(area, (handler = createRequestHandler(buildOf(build, area), mode)))
    return handler(request)
  }
}
