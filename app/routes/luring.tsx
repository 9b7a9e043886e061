import type { MetaFunction } from '@remix-run/node'
import { useT } from '~/platform/i18n/i18n'
import { translator } from '~/platform/i18n/words'
import { ButtonLink } from '~/ui/button'
import { ErrorPage } from '~/ui/error-page'

export const meta: MetaFunction = ({ matches }) => [{ title: `${translator(localeOf(matches[0]?.data), 'ui')('errors.offline.title')} · Balai` }, { name: 'robots', content: 'noindex' }]

const localeOf = (root: unknown) => ((root as { locale?: string } | undefined)?.locale === 'en' ? 'en' : 'id')

/** Kept by the browser's worker and shown in place of any page while there is no line: the empty address tries that page again. */
export default function Offline() {
  const t = useT('ui')
  return (
    <ErrorPage title={t('errors.offline.title')} acts={<ButtonLink look="primary" icon="refresh-cw" href="" data-reload="">{t('errors.offline.retry')}</ButtonLink>}>
      <p>{t('errors.offline.text')}</p>
    </ErrorPage>
  )
}
