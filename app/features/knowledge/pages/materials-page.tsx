import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import { MaterialRows } from '../components/material-row'
import type { MaterialList } from '../materials.queries.server'
import { collectionPath } from '../paths'

/** Files and videos, newest first: all of them, or those of one collection. */
export function MaterialsPage({ list, cursor, collection, canAdd }: { list: MaterialList; cursor: string | null; collection: { slug: string; name: string; nameEn: string } | null; canAdd: boolean }) {
  const t = useT('knowledge')
  const { locale } = useTongue()
  const base = `/pengetahuan/berkas${collection ? `?koleksi=${collection.slug}` : ''}`
  const add = canAdd ? <ButtonLink look="primary" icon="upload" href={`/pengetahuan/unggah${collection ? `?koleksi=${collection.slug}` : ''}`}>{t('material.add')}</ButtonLink> : null
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...(collection ? [{ label: nameIn(locale, collection), href: collectionPath(collection.slug) }] : []), { label: t('material.title') }]} />
      <div className="pagehead">
        <div><h1>{t('material.title')}</h1><p>{collection ? nameIn(locale, collection) : t('material.lede')}</p></div>
        <div className="row">{add}</div>
      </div>
      {list.rows.length > 0 ? <MaterialRows rows={list.rows} shelf={collection === null} /> : <EmptyState title={t('material.none')}>{t('material.noneText')}</EmptyState>}
      <Pager label={t('pages')} newer={cursor ? { label: t('toNewest'), href: base } : null} older={list.next ? { label: t('older'), href: `${base}${collection ? '&' : '?'}kursor=${list.next}` } : null} />
    </>
  )
}

/** The newest few, under the articles of a page, with the way to all of them. */
export function NewestMaterials({ list, collection, id }: { list: MaterialList; collection?: { slug: string } | null; id: string }) {
  const t = useT('knowledge')
  if (list.rows.length === 0) return null
  return (
    <section className="sec" aria-labelledby={id}>
      <h2 id={id} className="sech">{t(collection ? 'material.inCollection' : 'material.newest')}</h2>
      <MaterialRows rows={list.rows} shelf={!collection} />
      {list.next || !collection ? <p className="mt-2"><a className="link sm" href={`/pengetahuan/berkas${collection ? `?koleksi=${collection.slug}` : ''}`}>{t('material.all')}</a></p> : null}
    </section>
  )
}
