import { Writable } from 'node:stream'
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { useKeptPart } from '~/kept-parts.server'
import { texts as english } from '~/locales.en'
import { texts as indonesian } from '~/locales.id'
import { NonceContext, RequestIdContext } from '~/platform/http/nonce'
import { takeTurn } from '~/platform/http/turns.server'
import { registerTexts } from '~/platform/i18n/words'
import { log } from '~/platform/log/log.server'
import { requestContext } from '~/platform/log/request-context.server'
import { KeeperContext } from '~/ui/kept-part'

// What the server's own files take from the build; they can import nothing else of the house.
export { takesLarge } from '~/registry.server'
export { commands, demoAccounts, seedDemo } from '~/commands.server'
export { migrate } from '~/platform/db/migrate'
export { readEnv } from '~/platform/env/env.server'
export { configure, requestIdOf } from '~/platform/http/configure.server'
export { sayPlainly } from '~/platform/http/plain-page.server'
export { answerFromCache, serveWith } from '~/platform/http/serve.server'
export { startLive, startWorker, stop } from '~/process.server'

registerTexts('id', indonesian)
registerTexts('en', english)

/** A page that takes longer than this, in ms, is given up. */
const PATIENCE = 10_000
export const streamTimeout = PATIENCE

/** Seconds until it is worth trying again, as the refusal that became this page says; Remix leaves that answer's own headers behind. */
function retryAfterOf({ staticHandlerContext }: EntryContext): number | null {
  for (const error of Object.values(staticHandlerContext.errors ?? {}) as unknown[]) {
    const after = isRouteErrorResponse(error) ? (error.data as { retryAfter?: unknown } | null)?.retryAfter : undefined
    if (typeof after === 'number') return after
  }
  return null
}

/**
 * The page's data as Remix encoded it, read to its end and laid where `RemixServer` looks before it waits for the stream: one pass of
 * rendering instead of two or three. Loaders give no promises, so there is nothing to wait for.
 */
async function readData({ serverHandoffStream, renderMeta }: EntryContext): Promise<void> {
  if (!serverHandoffStream || !renderMeta) return
  const reader = serverHandoffStream.getReader()
  const pieces: Uint8Array[] = []
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value)
  reader.releaseLock()
  renderMeta.streamCache = { 0: Object.assign(Promise.resolve(), { result: { done: true, value: Buffer.concat(pieces).toString('utf8') } }) }
}

/** Takes what React writes, in pieces of 2 kB, as it comes: a stream's own way of waiting and telling is a tenth of rendering. */
class Whole extends Writable {
  readonly #chunks: Uint8Array[] = []
  readonly #done: (body: Buffer) => void

  constructor(done: (body: Buffer) => void) {
    super()
    this.#done = done
  }

  override write(chunk: Uint8Array | string): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    return true
  }

  override end(): this {
    this.#done(Buffer.concat(this.#chunks))
    return this
  }
}

function render(page: ReactElement, nonce: string): Promise<{ body: Buffer; failed: boolean }> {
  return new Promise((resolve, reject) => {
    let failed = false
    const whole = new Whole(body => {
      clearTimeout(timer)
      resolve({ body, failed })
    })
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      // a lazy part that is ready stands in its place, however large: cut out it would need a script to get there
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady: () => void pipe(whole),
      onShellError: (error: unknown) => {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new Error(String(error)))
      },
      onError: (error: unknown) => {
        failed = true
        log.error({ err: error }, 'page could not be rendered')
      },
    })
    const timer = setTimeout(() => abort(new Error('the page took too long')), PATIENCE)
  })
}

/** Renders the whole page before the first byte leaves: one buffer, compressed once, with a true status. */
export default async function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext): Promise<Response> {
  const context = requestContext()
  const { nonce, requestId } = context ?? { nonce: '', requestId: '' }
  const retryAfter = retryAfterOf(remixContext)
  if (retryAfter !== null) headers.set('Retry-After', String(retryAfter))
  await readData(remixContext)
  await takeTurn()
  const { body, failed } = await render(
    <NonceContext.Provider value={nonce}>
      <RequestIdContext.Provider value={requestId}>
        <KeeperContext.Provider value={useKeptPart}>
          <RemixServer context={remixContext} url={request.url} abortDelay={PATIENCE} nonce={nonce} />
        </KeeperContext.Provider>
      </RequestIdContext.Provider>
    </NonceContext.Provider>, nonce)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (context) context.page = body
  return new Response(context ? null : new Uint8Array(body), { status: failed ? 500 : status, headers })
}

export function handleDataRequest(response: Response): Response {
  return response
}

/**
 * Unexpected errors only: those of the closed list are answers, not errors, and so is what the framework refuses (an address that takes
 * no GET, an unknown method). The page shows the request id and no more.
 */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'unexpected error')
}
