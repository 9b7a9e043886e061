import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import type { SharedChanges } from '../discarding.server'
import { articleActPath } from '../paths'

/** Asks once more before what was written together goes. */
export function DiscardPage({ article, text }: SharedChanges) {
  const t = useT('knowledge')
  const tongue = useTongue()
  const edit = articleActPath(article.id, 'ubah')
  const back = <ButtonLink look="quiet" href={edit}>{t('discard.back')}</ButtonLink>
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: article.title, href: edit }, { label: t('discard.link') }]} />
      <h1>{t(text ? 'discard.title' : 'discard.link')}</h1>
      {text === null ? <EmptyState title={t('discard.none')} acts={back}>{t('discard.noneText', { number: article.lastRevision })}</EmptyState> : (
        <>
          <p className="lede mt-2">{t('discard.text', { number: article.lastRevision })}</p>
          {text.writers.length > 0 ? <p className="muted mt-3">{t('discard.writers', { names: text.writers.join(', '), time: formatDateTime(text.at, tongue) })}</p> : null}
          <form method="post" className="row mt-5">
            <input type="hidden" name="generation" value={text.generation} />
            <Button look="danger" icon="trash-2">{t('discard.act')}</Button>
            {back}
          </form>
        </>
      )}
    </div>
  )
}
