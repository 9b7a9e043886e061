import { WatchMenu } from '~/features/notifications/components/watch-menu'
import type { WatchState } from '~/features/notifications/watches.queries.server'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import type { CollectionPage as Props } from '../collections.queries.server'
import { ArticleRows, nameIn, ReadersWord } from '../components/article-row'
import type { MaterialList } from '../materials.queries.server'
import { ExportLinks } from '../components/export-links'
import { collectionPath } from '../paths'
import { NewestMaterials } from './materials-page'

/** A collection: what stands in it, what stands inside, who checks. */
export function CollectionPage({ page, files, cursor, obsolete, watch }: { page: Props; files: MaterialList; cursor: string | null; obsolete: boolean; watch: WatchState | null }) {
  const t = useT('knowledge')
  const r = useT('readers')
  const { locale } = useTongue()
  const { collection, crumbs, inside, list, can } = page
  const name = nameIn(locale, collection)
  const path = collectionPath(collection.slug)
  const base = obsolete ? `${path}?usang=1` : path
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...crumbs.map(one => ({ label: nameIn(locale, one), href: collectionPath(one.slug) })), { label: name }]} />
      <div className="pagehead">
        <div><h1>{name}</h1>{collection.description ? <p>{nameIn(locale, { name: collection.description, nameEn: collection.descriptionEn })}</p> : null}</div>
        <div className="row">
          {watch ? <WatchMenu watch={watch} back={path} /> : null}
          {can.keep ? <ButtonLink icon="settings" href={`${path}/atur`}>{t('collection.settings')}</ButtonLink> : null}
          {can.write ? <ButtonLink icon="upload" href={`/pengetahuan/unggah?koleksi=${collection.slug}`}>{t('material.add')}</ButtonLink> : null}
          {can.write ? <ButtonLink look="primary" icon="pen-line" href={`/pengetahuan/tulis?koleksi=${collection.slug}`}>{t('write')}</ButtonLink> : null}
        </div>
      </div>
      <div className="two">
        <div>
          {inside.length > 0 && !cursor ? (
            <section className="mb-6" aria-labelledby="di-dalam">
              <h2 id="di-dalam" className="sech">{t('collection.inside')}</h2>
              <ul className="plain">
                {inside.map(one => <li key={one.id}><a className="b" href={collectionPath(one.slug)}>{nameIn(locale, one)}</a>{one.description ? <p className="sm muted">{nameIn(locale, { name: one.description, nameEn: one.descriptionEn })}</p> : null}</li>)}
              </ul>
            </section>
          ) : null}
          <Segments label={t('collection.lists')} items={[{ label: t('collection.current'), href: path, current: !obsolete }, { label: t('obsolete.list'), href: `${path}?usang=1`, current: obsolete }]} />
          {list.rows.length > 0 ? <ArticleRows rows={list.rows} shelf={false} /> : (
            <div className="mt-5"><EmptyState title={t(obsolete ? 'obsolete.none' : 'collection.empty')} acts={can.write && !obsolete ? <ButtonLink href={`/pengetahuan/tulis?koleksi=${collection.slug}`}>{t('write')}</ButtonLink> : undefined}>
              {t(obsolete ? 'obsolete.noneText' : 'collection.emptyText')}
            </EmptyState></div>
          )}
          <Pager label={t('pages')} newer={cursor ? { label: t('toNewest'), href: base } : null} older={list.next ? { label: t('older'), href: `${base}${obsolete ? '&' : '?'}kursor=${list.next}` } : null} />
          <NewestMaterials list={files} collection={collection} id="berkas-koleksi" />
        </div>
        <aside className="side">
          <section className="sm">
            <h2>{t('collection.about')}</h2>
            <p className="muted"><ReadersWord audience={collection.audience} /></p>
            {collection.unit ? <p className="muted">{t('collection.keptBy', { unit: collection.unit })}</p> : null}
            <p className="muted">{t('collection.every', { count: collection.reviewMonths })}</p>
            {collection.trustPublishes ? <p className="muted">{t('collection.trusts')}</p> : null}
          </section>
          {collection.reviewers.length > 0 ? (
            <section className="sm"><h2>{t('collection.reviewers')}</h2><ul className="plain">{collection.reviewers.map(one => <li key={one.slug}><a className="link" href={`/orang/${one.slug}`}>{one.name}</a></li>)}</ul></section>
          ) : null}
          <section className="sm"><a className="link" href={`/pengetahuan/permintaan/baru?koleksi=${collection.slug}`}>{r('requests.ask')}</a></section>
          {list.rows.length > 0 || inside.length > 0 ? <ExportLinks base={`${path}/ekspor`} /> : null}
          {collection.audience === 'public' ? <section className="sm"><a className="link" href={`${path}/rss.xml`}>{t('feed')}</a></section> : null}
        </aside>
      </div>
    </>
  )
}
