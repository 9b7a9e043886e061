import { createRequestHandler, type ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Answer = (request: Request) => Promise<Response>

const isPlain = (part: string) => part !== '' && !/[:*?]/.test(part)

/** Every form a route's whole address can have, in parts: an optional part is there or not. */
function formsOf(routes: Routes, id: string): string[][] {
  const route = routes[id]
  if (!route) return [[]]
  const above = route.parentId === undefined ? [[]] : formsOf(routes, route.parentId)
  return (route.path?.split('/').filter(Boolean) ?? []).reduce<string[][]>((forms, part) => forms.flatMap(form =>
    part.endsWith('?') ? [form, [...form, part.slice(0, -1)]] : [[...form, part]]), above)
}

/** First parts of all addresses, which bounds what metrics count by. */
export function areasOf(build: Pick<ServerBuild, 'routes'>): ReadonlySet<string> {
  return new Set(['', ...Object.keys(build.routes).flatMap(id => formsOf(build.routes, id).map(([first = '']) => first)).filter(isPlain)])
}

/** Parts of an address as it was sent; null where anything about it is unusual or Remix's own, and then all routes are asked. */
export function partsOf(pathname: string): string[] | null {
  if (pathname === '/' || pathname === '/_root.data') return []
  const parts = pathname.replace(/\.data$/, '').slice(1).split('/')
  return pathname.startsWith('/__') || parts.some(part => part === '' || part !== part.toLowerCase() || part.includes('%')) ? null : parts
}

interface Way {
  /** routes that may be meant, and how their addresses go on from here */
  open: readonly { id: string; rest: readonly string[] }[]
  /** words that may stand next */
  words: ReadonlySet<string>
  next: Map<string, Way>
}

const wayOf = (open: Way['open']): Way => ({ open, words: new Set(open.flatMap(({ rest: [first] }) => (first !== undefined && isPlain(first) ? [first] : []))), next: new Map() })

/** One step further: what stands there in words leads to its own way, everything else to the one of the values. */
function step(way: Way, part: string): Way {
  const literal = way.words.has(part)
  const name = literal ? part : ':'
  let next = way.next.get(name)
  if (!next) {
    const open = way.open.flatMap(({ id, rest: [first, ...rest] }) => {
      if (first === '*') return [{ id, rest: ['*'] }]
      return first !== undefined && (first.startsWith(':') || (literal && first === part)) ? [{ id, rest }] : []
    })
    way.next.set(name, (next = wayOf(open)))
  }
  return next
}

/** The build with these routes, the layouts around them, and what stands in those at their own address: the browser would take them for empty there. */
function buildOf(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const stay = new Set<string>()
  for (const id of ids) for (let at: string | undefined = id; at !== undefined; at = build.routes[at]?.parentId) stay.add(at)
  for (const [id, { path, parentId }] of Object.entries(build.routes)) if (!path && parentId !== undefined && stay.has(parentId)) stay.add(id)
  const pick = <R extends object>(routes: R): R => Object.fromEntries(Object.entries(routes).filter(([id]) => stay.has(id))) as R
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } }
}

/**
 * Remix flattens, ranks and compiles all routes anew for every match, several times in one answer, and makes them all again to render. The
 * words of an address say which few of them can be meant at all, so each such set has a handler that knows only those. There are no more
 * sets than ways through the words of the routes, whatever is asked.
 */
export function handlerByArea(build: ServerBuild, mode: string | undefined): Answer {
  const whole: Answer = createRequestHandler(build, mode)
  const handlers = new Map<string, Answer>()
  const start = wayOf(Object.keys(build.routes).flatMap(id => formsOf(build.routes, id).map(rest => ({ id, rest }))))
  return request => {
    const parts = partsOf(new URL(request.url).pathname)
    if (parts === null) return whole(request)
    let way = start
    for (const part of parts) {
      way = step(way, part)
      if (way.open.every(({ rest }) => rest[0] === '*')) break // nothing but the page for addresses that are not there
    }
    const ids = [...new Set(way.open.filter(({ rest }) => rest.length === 0 || rest[0] === '*').map(({ id }) => id))]
    if (ids.length === 0) return whole(request)
    const name = ids.join(' ')
    let handler = handlers.get(name)
    if (!handler) handlers.set(name, (handler = createRequestHandler(buildOf(build, ids), mode)))
    return handler(request)
  }
}
