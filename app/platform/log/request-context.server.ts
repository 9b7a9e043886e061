import { AsyncLocalStorage } from 'node:async_hooks'
import { kept } from '~/platform/kept.server'

/** What is known of the request being answered, for logs, error pages and the guard rails of the tests. */
export interface RequestContext {
  requestId: string
  /** SQL statements sent so far */
  statements: number
  nonce: string
  /** the client's network address behind the trusted proxies; for rate limits, never for logs */
  address?: string
  /** aborted once the client has gone: nobody waits for the answer any more */
  gone?: AbortSignal
  /** what the page depends on, for the page cache; see `pageTags` */
  tags?: Set<string>
  /** a search ran for it */
  searched?: true
  /** the rendered document; beside its answer, since a body inside would be carried through three streams */
  page?: Buffer
}

const storage = kept('request-context', () => new AsyncLocalStorage<RequestContext>())

export function withRequestContext<T>(context: RequestContext, run: () => T): T {
  return storage.run(context, run)
}

export function requestContext(): RequestContext | undefined {
  return storage.getStore()
}
