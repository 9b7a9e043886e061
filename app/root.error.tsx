import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import type { ErrorBody } from '~/platform/http/route.server'
import { useRequestId } from '~/platform/http/nonce'
import { reasonKey } from '~/platform/i18n/reasons'
import { useT } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { ErrorPage } from '~/ui/error-page'
import { useRootData } from './root.data'

const recipes: Record<number, 'notFound' | 'forbidden' | 'conflict' | 'invalid' | 'tooMany' | 'unavailable'> = {
  400: 'invalid', 401: 'forbidden', 403: 'forbidden', 404: 'notFound', 405: 'invalid', 409: 'conflict', 413: 'invalid', 422: 'invalid', 429: 'tooMany', 503: 'unavailable',
}

const recipeOf = (error: unknown) => (isRouteErrorResponse(error) ? (recipes[error.status] ?? 'internal') : 'internal')

/** Key of the sentence that names this error, of the page's title too. */
export const errorTitleKey = (error: unknown): string => `errors.${recipeOf(error)}.title`

/** The one error boundary: what happened, whether your work is safe, what to do. */
export function HouseError() {
  const t = useT('ui')
  const error = useRouteError()
  const { pathname } = useLocation()
  const requestId = useRequestId()
  const me = useRootData().me
  const home = <ButtonLink key="home" href="/">{t('acts.home')}</ButtonLink>
  if (!isRouteErrorResponse(error) || !recipes[error.status]) {
    return <ErrorPage eyebrow="500" code={requestId ? t('errors.code', { code: requestId }) : undefined} title={t('errors.internal.title')} acts={<><ButtonLink look="primary" href={pathname} data-reload="">{t('acts.retry')}</ButtonLink>{home}</>}><p>{t('errors.internal.text')}</p></ErrorPage>
  }
  const recipe = recipes[error.status]!
  const body = (typeof error.data === 'object' && error.data ? error.data : {}) as Partial<ErrorBody>
  const text = recipe === 'forbidden'
    ? body.reason && body.reason !== 'generic' ? t(reasonKey(body.reason)) : me ? t('errors.forbidden.text', { name: me.name }) : t('errors.forbidden.stranger')
    : recipe === 'conflict' && body.reason && body.reason !== 'generic' ? t(reasonKey(body.reason))
    : t(`errors.${recipe}.text`, { count: body.retryAfter ?? 30 })
  const first = body.reason === 'suspended' ? <ButtonLink look="primary" href="/ditangguhkan">{t('errors.suspended')}</ButtonLink>
    : recipe === 'notFound' ? <ButtonLink look="primary" href="/cari">{t('errors.notFound.search')}</ButtonLink>
    : recipe === 'forbidden' && !me ? <ButtonLink look="primary" href={`/masuk?ke=${encodeURIComponent(pathname)}`}>{t('shell.signIn')}</ButtonLink>
    : <ButtonLink look="primary" href={pathname} data-reload="">{t('acts.retry')}</ButtonLink>
  return <ErrorPage eyebrow={String(error.status)} title={t(`errors.${recipe}.title`)} acts={<>{first}{home}</>}><p>{text}</p></ErrorPage>
}
