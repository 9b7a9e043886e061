import { useRef } from 'react'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, Select, TextArea } from '~/ui/field'
import { NoteBar, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Prose } from '~/ui/prose'
import { DiffBlocks, DiffCounts } from '../components/diff-blocks'
import { nameIn } from '../components/article-row'
import { ReviewComments, type ReviewCommentsProps } from '../components/review-comments'
import { ServiceInfoList } from '../components/service-info'
import type { WorkPage as Props } from '../history.queries.server'
import { articleActPath, articlePath, collectionPath } from '../paths'

function Decision({ page, reason, error }: { page: Props; reason: string; error?: string[] }) {
  const t = useT('knowledge')
  const { article } = page
  return (
    <section className="card" aria-labelledby="putusan">
      <h2 id="putusan" className="mb-2">{t('review.decide')}</h2>
      <form method="post" action={articleActPath(article.id, 'tinjauan')} className="form">
        <input type="hidden" name="revision" value={article.lastRevision} />
        <ul className="sm muted plain"><li>{t('review.before.source')}</li><li>{t('review.before.personal')}</li><li>{t('review.before.date')}</li></ul>
        <p><Button look="primary" icon="stamp" name="decision" value="sahkan">{t('review.approve', { number: article.lastRevision })}</Button></p>
        <details open={Boolean(error)}>
          <summary className="b">{t('review.return')}</summary>
          <Field className="mt-3" label={t('review.reason')} hint={t('review.reasonHint')} error={error} name="reason"><TextArea rows={4} maxLength={2000} defaultValue={reason} /></Field>
          <p className="mt-3"><Button name="decision" value="kembalikan">{t('review.returnAct')}</Button></p>
        </details>
      </form>
    </section>
  )
}

function Send({ page, error }: { page: Props; error?: string[] }) {
  const t = useT('knowledge')
  const { article, can, reviewers } = page
  return (
    <section className="card" aria-labelledby="kirim">
      <h2 id="kirim" className="mb-2">{t('send.title')}</h2>
      <form method="post" action={articleActPath(article.id, 'kirim')} className="form">
        <input type="hidden" name="revision" value={article.lastRevision} />
        <Field label={t('send.reviewer')} hint={t('send.reviewerHint')} error={error} name="reviewer">
          <Select empty={t('send.anyone')} options={reviewers.map(one => ({ value: String(one.id), label: one.name }))} />
        </Field>
        <p><Button look={can.publish ? 'plain' : 'primary'}>{t('send.act')}</Button></p>
      </form>
      {can.publish ? (
        <form method="post" action={articleActPath(article.id, 'terbitkan')} className="mt-3">
          <input type="hidden" name="revision" value={article.lastRevision} />
          <p className="sm muted mb-2">{t('send.trusted')}</p>
          <Button look="primary">{t('send.publish')}</Button>
        </form>
      ) : null}
    </section>
  )
}

/** The newest revision against what readers see, why it was changed, and what comes next. */
export function WorkPage({ page, remarks, reason, errors }: { page: Props; remarks: Omit<ReviewCommentsProps, 'articleId' | 'revision'>; reason: string; errors: Record<string, string[]> }) {
  const box = useRef<HTMLDivElement>(null)
  const t = useT('knowledge', 'http')
  const tongue = useTongue()
  const { article, newest, diff, preview, can, reasons } = page
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const collection = nameIn(tongue.locale, article.collection)
  const [last] = reasons
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: collection, href: collectionPath(article.collection.slug) }, ...(article.approved === null ? [] : [{ label: article.title, href: articlePath(article) }]), { label: t('review.crumb') }]} />
      <div className="pagehead">
        <div>
          <h1>{article.work === 'REVIEW' ? t('review.title', { number: newest.revision }) : preview.title}</h1>
          <p>
            {article.work === 'REVIEW' && page.sentBy && page.sentAt ? t(page.reviewer ? 'review.askedOf' : 'review.asked', { name: page.sentBy, reviewer: page.reviewer?.name ?? '', date: formatDate(page.sentAt, tongue) }) : t(`workNote.${article.work}`)}{' '}
            {article.approved === null ? t('review.unseen') : t('review.seen', { number: article.approved })}
          </p>
        </div>
        <div className="row">
          {can.edit ? <ButtonLink icon="pencil" href={articleActPath(article.id, 'ubah')}>{t('edit.act')}</ButtonLink> : null}
          <ButtonLink look="quiet" icon="history" href={articleActPath(article.id, 'riwayat')}>{t('history.title')}</ButtonLink>
          {can.manage ? <ButtonLink look="quiet" icon="settings" href={articleActPath(article.id, 'kelola')}>{t('keep.act')}</ButtonLink> : null}
        </div>
      </div>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {diff && article.approved !== null && page.approvedAt ? (
        <div className="row sm border-y border-line py-2">
          <span>{t('review.compare', { from: article.approved, fromDate: formatDate(page.approvedAt, tongue), to: newest.revision, toDate: formatDate(newest.at, tongue) })}</span>
          <span className="sp" /><DiffCounts diff={diff} /><a className="link" href="#ubah-1">{t('diff.first')}</a>
        </div>
      ) : null}
      <div className="two mt-6">
        <div>
          <NoteBar className="mb-4"><b>{t('review.by', { name: newest.editorName, date: formatDateTime(newest.at, tongue) })}</b>{newest.why ? <> {t('review.why')} {newest.why}</> : null}</NoteBar>
          <div ref={box}>{diff ? <DiffBlocks diff={diff} /> : (
            <article>
              {article.work === 'REVIEW' ? <h2>{preview.title}</h2> : null}
              {preview.summary ? <p className="lede mb-4">{preview.summary}</p> : null}
              {preview.service ? <ServiceInfoList service={preview.service} /> : null}
              <Prose html={preview.html} />
            </article>
          )}</div>
        </div>
        <aside className="side stack">
          {article.work === 'RETURNED' && last ? (
            <NoteBar tone="red"><b>{t('review.returnedBy', { name: last.name, date: formatDate(last.at, tongue) })}</b><p className="mt-1 whitespace-pre-line">{last.text}</p><p className="xs faint mt-2">{t('review.onlyYou')}</p></NoteBar>
          ) : null}
          {can.decide ? <Decision page={page} reason={reason} error={said('reason')} /> : null}
          {can.send ? <Send page={page} error={said('reviewer')} /> : null}
          <ReviewComments box={box} articleId={article.id} revision={article.lastRevision} {...remarks} />
          {article.work === 'REVIEW' && !can.decide ? <section className="sm muted"><State icon="clock">{t('work.REVIEW')}</State><p className="mt-2">{t('review.waits')}</p></section> : null}
          {reasons.length > (article.work === 'RETURNED' ? 1 : 0) ? (
            <section className="sm"><h2>{t('review.earlier')}</h2>
              <ul className="plain">{reasons.slice(article.work === 'RETURNED' ? 1 : 0).map(one => <li key={one.at}><p className="faint xs">{one.name}, {formatDate(one.at, tongue)}</p><p className="whitespace-pre-line">{one.text}</p></li>)}</ul>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}
