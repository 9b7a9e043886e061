import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { Field, Select } from '~/ui/field'
import { State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { DiffBlocks, DiffCounts } from '../components/diff-blocks'
import { nameIn } from '../components/article-row'
import type { HistoryPage as Props } from '../history.queries.server'
import { articleActPath, articlePath, collectionPath } from '../paths'

/** Every revision the reader may know of, any two of them in words, and the record of who did what. */
export function HistoryPage({ page, clientKey }: { page: Props; clientKey: string }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  const { article, revisions, from, to, diff, acts, can } = page
  const options = revisions.map(row => ({ value: String(row.revision), label: t('history.revision', { number: row.revision }) }))
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: nameIn(tongue.locale, article.collection), href: collectionPath(article.collection.slug) },
        { label: article.title, href: article.approved === null ? articleActPath(article.id, 'tinjauan') : articlePath(article) }, { label: t('history.title') }]} />
      <div className="two">
        <div>
          <h1>{t('history.of', { title: article.title })}</h1>
          {revisions.length > 1 ? (
            <form className="row items-end mt-4" action={articleActPath(article.id, 'riwayat')}>
              <Field label={t('history.from')} name="dari"><Select defaultValue={String(from)} options={options} /></Field>
              <Field label={t('history.to')} name="ke"><Select defaultValue={String(to)} options={options} /></Field>
              <Button>{t('history.compare')}</Button>
            </form>
          ) : null}
          <p className="sm muted mt-4">{from === to ? t('history.revision', { number: to }) : t('history.between', { from, to })} <DiffCounts diff={diff} /></p>
          <div className="mt-4"><DiffBlocks diff={diff} /></div>
        </div>
        <aside className="side">
          <section>
            <h2>{t('history.revisions')}</h2>
            <ul className="plain sm">
              {revisions.map((row, at) => (
                <li key={row.revision}>
                  <a className="b" aria-current={row.revision === to ? 'true' : undefined} href={`${articleActPath(article.id, 'riwayat')}?dari=${revisions[at + 1]?.revision ?? row.revision}&ke=${row.revision}`}>{t('history.revision', { number: row.revision })}</a>{' '}
                  {row.approved ? <State icon="stamp" tone="official">{t('history.approved')}</State> : null}
                  <p className="faint">{row.editorName}, {formatDateTime(row.at, tongue)}</p>
                  {row.why ? <p>{row.why}</p> : null}
                  {can.restore && row.revision !== article.lastRevision ? (
                    <form method="post" action={articleActPath(article.id, 'revisi')} className="mt-1">
                      <input type="hidden" name="revision" value={row.revision} /><input type="hidden" name="base" value={article.lastRevision} /><input type="hidden" name="clientKey" value={`${clientKey}-${row.revision}`} />
                      <button className="link">{t('history.restore')}</button>
                    </form>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{t('history.record')}</h2>
            <ul className="plain sm">
              {acts.map(act => <li key={act.id}>{t(`act.${act.act}`, { name: act.name })}{act.revision ? <span className="faint"> {t('approval.revision', { number: act.revision })}</span> : null}<p className="faint xs">{formatDateTime(act.at, tongue)}</p>{act.note ? <p className="muted">{act.note}</p> : null}</li>)}
            </ul>
          </section>
        </aside>
      </div>
    </>
  )
}
