import { useEffect, useRef } from 'react'
import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Prose } from '~/ui/prose'
import { WatchMenu } from '~/features/notifications/components/watch-menu'
import type { WatchState } from '~/features/notifications/watches.queries.server'
import type { ArticlePage as Props } from '../article-page.queries.server'
import { ApprovalLine, Backlinks, Contents, Helpful, Remarks } from '../components/article-parts'
import { Comments, Thanks, type CommentsProps } from '../components/comments'
import { ArticleKind, nameIn, ReadersWord } from '../components/article-row'
import { ExportLinks } from '../components/export-links'
import { ServiceInfoList } from '../components/service-info'
import { articleActPath, articlePath, collectionPath } from '../paths'

/** A heading's sign copies its address where the browser lets it; it is a link all the same. */
function useCopiedHeadings() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const copy = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a.hlink')
      if (link) void navigator.clipboard?.writeText(link.href).catch(() => undefined)
    }
    const node = box.current
    node?.addEventListener('click', copy)
    return () => node?.removeEventListener('click', copy)
  }, [])
  return box
}

export interface ArticlePageProps {
  page: Props
  source: { title: string; url: string } | null
  said: 'ya' | 'belum' | null
  watch: WatchState | null
  comments: Pick<CommentsProps, 'comments' | 'me' | 'signIn' | 'clientKey' | 'past'>
}

/** An article as its readers see it. */
export function ArticlePage({ page, source, said, watch, comments }: ArticlePageProps) {
  const t = useT('knowledge')
  const r = useT('readers')
  const tongue = useTongue()
  const box = useCopiedHeadings()
  const names = page.authors.map(one => <a key={one.id} className="link" href={`/orang/${one.slug}`}>{one.name}</a>)
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...page.crumbs.map(one => ({ label: nameIn(tongue.locale, one), href: collectionPath(one.slug) }))]} />
      <div className="two">
        <article ref={box}>
          <h1 className="max-w-[24ch]">{page.title}</h1>
          {page.summary ? <p className="lede mt-3">{page.summary}</p> : null}
          <p className="sm muted mt-3">{t('writtenBy')} {names.map((name, at) => <span key={at}>{at > 0 ? ', ' : ''}{name}</span>)} · {t('minutes', { count: page.minutes })}</p>
          {page.credited.length > 0 ? <p className="sm muted">{t('fromWordsOf')} {page.credited.map((one, at) => <span key={one.id}>{at > 0 ? ', ' : ''}<a className="link" href={`/orang/${one.slug}`}>{one.name}</a></span>)}</p> : null}
          <ApprovalLine page={page} />
          {page.obsolete ? (
            <NoteBar tone="red" className="mb-5">
              <b>{t('obsolete.title', { date: formatDate(page.obsolete.at, tongue) })}</b>{' '}
              {page.obsolete.successor ? <>{t('obsolete.successor')} <a className="link" href={articlePath(page.obsolete.successor)}>{page.obsolete.successor.title}</a></> : t('obsolete.text')}
            </NoteBar>
          ) : null}
          {page.work !== 'NONE' ? <NoteBar tone="sea" href={articleActPath(page.id, 'tinjauan')} className="mb-5">{t(`workNote.${page.work}`)}</NoteBar> : null}
          <Contents toc={page.toc} phone />
          {page.service ? <ServiceInfoList service={page.service} /> : null}
          <Prose html={page.html} />
          <Helpful page={page} said={said} />
          <Thanks articleId={page.id} count={page.thanks} thanked={page.thanked} may={page.can.thank} />
          <Backlinks page={page} source={source} />
          <Comments {...comments} articleId={page.id} base={articlePath(page)} count={page.thread?.postCount ?? 0} locked={page.thread?.locked ?? false} can={{ comment: page.can.comment, react: page.can.comment }} />
        </article>
        <aside className="side">
          <Contents toc={page.toc} />
          {watch ? <section><WatchMenu watch={watch} back={articlePath(page)} /></section> : null}
          <Remarks page={page} />
          <section className="sm">
            <p><ArticleKind kind={page.kind} /></p>
            <p className="faint xs"><ReadersWord audience={page.audience} /></p>
            {page.tags.length > 0 ? <p className="row mt-2">{page.tags.map(tag => <a key={tag} className="tag" href={`/pengetahuan?tag=${tag}`}>{tag}</a>)}</p> : null}
            <p className="muted mt-2">{t('ownedBy')} <a className="link" href={`/orang/${page.owner.slug}`}>{page.owner.name}</a></p>
          </section>
          <ExportLinks base={articleActPath(page.id, 'ekspor')} />
          {page.can.edit || page.can.manage || page.can.check ? (
            <section>
              <div className="row">
                {page.can.edit ? <ButtonLink small icon="pencil" href={articleActPath(page.id, 'ubah')}>{t('edit.act')}</ButtonLink> : null}
                {page.can.manage ? <ButtonLink small icon="settings" href={articleActPath(page.id, 'kelola')}>{t('keep.act')}</ButtonLink> : null}
                {page.can.work ? <ButtonLink small icon="eye" href={articleActPath(page.id, 'pembaca')}>{r('readings.act')}</ButtonLink> : null}
                {page.can.check ? <form method="post" action={articleActPath(page.id, 'diperiksa')}><button className="btn sm"><Icon name="check" small />{t('check.act')}</button></form> : null}
              </div>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}
