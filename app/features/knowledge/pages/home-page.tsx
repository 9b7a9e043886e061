import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Pager } from '~/ui/navigation'
import { ArticleRows, nameIn } from '../components/article-row'
import type { CollectionNode } from '../collections.queries.server'
import type { ArticleList, ArticleRow } from '../lists.queries.server'
import type { MaterialList } from '../materials.queries.server'
import { collectionPath } from '../paths'
import { NewestMaterials } from './materials-page'

/** Collections as they stand in each other; every one is a link. */
export function CollectionTree({ nodes }: { nodes: readonly CollectionNode[] }) {
  const { locale } = useTongue()
  const least = Math.min(...nodes.map(node => node.depth))
  const tops = nodes.flatMap((node, at) => (node.depth === least ? [at] : []))
  return (
    <ul className={least === 0 ? 'plain' : 'sm mt-1 pl-4'}>
      {tops.map((at, place) => {
        const node = nodes[at]
        const inside = nodes.slice(at + 1, tops[place + 1])
        return node ? (
          <li key={node.id} className={least === 0 ? undefined : 'py-1'}>
            <a className={node.depth === 0 ? 'b' : 'link'} href={collectionPath(node.slug)}>{nameIn(locale, node)}</a>
            {node.depth === 0 && node.description ? <p className="sm muted">{nameIn(locale, { name: node.description, nameEn: node.descriptionEn })}</p> : null}
            {inside.length > 0 ? <CollectionTree nodes={inside} /> : null}
          </li>
        ) : null
      })}
    </ul>
  )
}

export interface KnowledgeHomeProps {
  collections: CollectionNode[]
  newest: ArticleList
  files: MaterialList
  cursor: string | null
  tag: string | null
  waiting: ArticleRow[]
  work: ArticleRow[]
  can: { write: boolean; open: boolean; colleague: boolean }
}

/** Collections, what was approved last, and what waits for the reader. */
export function KnowledgeHome({ collections, newest, files, cursor, tag, waiting, work, can }: KnowledgeHomeProps) {
  const t = useT('knowledge')
  const r = useT('readers')
  const w = useT('review')
  const base = tag ? `/pengetahuan?tag=${encodeURIComponent(tag)}` : '/pengetahuan'
  return (
    <>
      <div className="pagehead">
        <div><h1>{tag ? t('tagged', { tag }) : t('title')}</h1><p>{t('lede')}</p></div>
        <div className="row">
          <form action="/cari" role="search" className="row">
            <input type="hidden" name="jenis" value="article" />
            <label className="vh" htmlFor="cari-pengetahuan">{t('search')}</label>
            <input id="cari-pengetahuan" className="in" type="search" name="q" placeholder={t('search')} />
          </form>
          {can.write ? <ButtonLink icon="upload" href="/pengetahuan/unggah">{t('material.add')}</ButtonLink> : null}
          {can.write ? <ButtonLink look="primary" icon="pen-line" href="/pengetahuan/tulis">{t('write')}</ButtonLink> : null}
        </div>
      </div>
      <div className="two">
        <div>
          {waiting.length > 0 && !cursor && !tag ? (
            <section className="mb-8" aria-labelledby="menunggu">
              <h2 id="menunggu" className="sech">{t('waiting.title')}</h2>
              <ArticleRows rows={waiting} work />
              <p className="mt-2"><a className="link sm" href="/pengetahuan/tinjauan">{t('waiting.all')}</a></p>
            </section>
          ) : null}
          <section aria-labelledby="terbaru">
            <h2 id="terbaru" className="sech">{t('newest')}</h2>
            {newest.rows.length > 0 ? <ArticleRows rows={newest.rows} /> : <EmptyState title={t('empty.title')} heading="h3">{t('empty.text')}</EmptyState>}
            <Pager label={t('pages')} newer={cursor ? { label: t('toNewest'), href: base } : null} older={newest.next ? { label: t('older'), href: `${base}${tag ? '&' : '?'}kursor=${newest.next}` } : null} />
          </section>
          <NewestMaterials list={files} id="berkas-terbaru" />
        </div>
        <aside className="side">
          <section>
            <h2>{t('collections')}</h2>
            {collections.length > 0 ? <CollectionTree nodes={collections} /> : <p className="sm muted">{t('noCollections')}</p>}
            <p className="mt-3 sm"><a className="link" href="/pengetahuan/permintaan">{r('requests.title')}</a></p>
            {can.open ? <p className="mt-2 sm"><a className="link" href="/pengetahuan/susunan">{w('order.act')}</a></p> : null}
            {can.open ? <p className="mt-3"><ButtonLink small icon="plus" href="/pengetahuan/koleksi-baru">{t('collection.new')}</ButtonLink></p> : null}
          </section>
          {can.colleague ? (
            <section>
              <h2>{t('yours')}</h2>
              <ul className="plain sm">
                <li><a className="link" href="/pengetahuan/tinjauan">{t('work.title')}</a>{work.length > 0 ? <span className="faint"> {t('work.open', { count: work.length })}</span> : null}</li>
                <li><a className="link" href="/pengetahuan/milik">{t('own.title')}</a></li>
                <li><a className="link" href="/pengetahuan/dicari">{r('gaps.title')}</a></li>
                <li><a className="link" href="/pengetahuan/sampah">{t('bin.title')}</a></li>
              </ul>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}
