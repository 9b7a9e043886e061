import type { IncomingMessage, ServerResponse } from 'node:http'
import { translator } from '~/platform/i18n/words'
import { cookieValue } from './session-cookie.server'

export type PlainReason = 'origin' | 'tooLarge' | 'address' | 'unexpected' | 'stopping'

const escape = (text: string) => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)

/** A page for what is refused before Remix sees it: no style, no script, one way on. JSON where a script asked. */
export function sayPlainly(request: IncomingMessage, response: ServerResponse, status: number, reason: PlainReason, requestId: string): void {
  const locale = cookieValue(request.headers.cookie, 'lang') === 'en' ? 'en' : 'id'
  const t = translator(locale, 'http')
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Request-Id', requestId)
  if (status === 413) response.setHeader('Connection', 'close')
  if (!(request.headers.accept ?? '').includes('text/html')) {
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    return void response.end(JSON.stringify({ code: reason, message: t(`plain.${reason}.text`), requestId }))
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
  const title = escape(t(`plain.${reason}.title`))
  response.end(`<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${escape(t(`plain.${reason}.text`))}</p><p><a href="/">${escape(t('plain.home'))}</a></p><p><small>${escape(t('plain.id', { id: requestId }))}</small></p></html>`)
}
