import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { outageOf } from '~/platform/db/outage.server'
import { AppError, Conflict, Forbidden, Invalid, SignInNeeded, TooMany, Unavailable } from '~/platform/errors'
import { log } from '~/platform/log/log.server'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** What an error page receives. `reason` is a locale key part, never a sentence. */
export interface ErrorBody {
  code: string
  reason?: string
  retryAfter?: number
}

function errorResponse(error: AppError): Response {
  const body: ErrorBody = { code: error.code }
  const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8' })
  if (error instanceof Forbidden || error instanceof Conflict) body.reason = error.reason
  if (error instanceof TooMany || error instanceof Unavailable) {
    body.retryAfter = error.retryAfter
    headers.set('Retry-After', String(error.retryAfter))
  }
  return new Response(JSON.stringify(body), { status: error.status, headers })
}

/** Where to come back to after signing in; only ever a path of ours. */
export function safePath(path: string | null | undefined, otherwise = '/'): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise
}

/** The page a request was made on: its own address, or for what was sent the page with the form. */
function pageOf({ method, url, headers }: Request): string {
  const own = new URL(url)
  const referer = headers.get('Referer') ?? ''
  const page = method === 'GET' ? own : URL.canParse(referer) ? new URL(referer) : null
  return page?.host === own.host ? page.pathname.replace(/\.data$/, '') + page.search : '/'
}

/** Wraps every loader and action: the one map from the closed list of errors to HTTP. */
export function handle<A extends Args, R>(run: (args: A) => Promise<R>): (args: A) => Promise<R> {
  return async args => {
    try {
      return await run(args)
    } catch (error) {
      if (error instanceof SignInNeeded) {
        throw redirect(`/masuk?ke=${encodeURIComponent(safePath(pageOf(args.request)))}`)
      }
      if (error instanceof AppError) throw errorResponse(error)
      const outage = outageOf(error)
      if (!outage) throw error
      log.warn({ err: (error as Error).message }, 'the database is away')
      throw errorResponse(outage)
    }
  }
}

/** For resource routes that answer JSON: the same map, as a plain answer. */
export function handleJson<A extends Args>(run: (args: A) => Promise<unknown>): (args: A) => Promise<Response> {
  return async args => {
    try {
      const result = await run(args)
      return result instanceof Response ? result : Response.json(result ?? { ok: true }, { headers: { 'Cache-Control': 'no-store' } })
    } catch (error) {
      if (error instanceof Invalid) return Response.json({ code: error.code, fields: error.fields }, { status: 422 })
      if (error instanceof AppError) return errorResponse(error)
      const outage = outageOf(error)
      if (!outage) throw error
      log.warn({ err: (error as Error).message }, 'the database is away')
      return errorResponse(outage)
    }
  }
}

/** A whole number in a path, within PostgreSQL's integer. @returns null for anything else */
export function idParam(value: string | undefined): number | null {
  return value && /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2_147_483_647 ? Number(value) : null
}
