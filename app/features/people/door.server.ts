import { redirect, type TypedResponse } from '@remix-run/node'
import { safePath } from '~/platform/http/route.server'
import { sessionCookie } from '~/platform/http/session-cookie.server'
import { deviceCookie } from './devices.server'
import type { OpenedSession } from './sessions.server'

/** The answer to whoever has just been let in: both cookies, and the way to where they wanted to go. */
export function letIn(opened: OpenedSession, to: string | null | undefined): TypedResponse<never> {
  const headers = new Headers()
  headers.append('Set-Cookie', sessionCookie(opened.token, opened.maxAge))
  headers.append('Set-Cookie', deviceCookie(opened.deviceToken))
  return redirect(safePath(to), { status: 303, headers })
}

/** Whoever signed out: the session cookie goes, the device stays known. */
export function letOut(to: string): TypedResponse<never> {
  return redirect(to, { status: 303, headers: { 'Set-Cookie': sessionCookie('', 0) } })
}
