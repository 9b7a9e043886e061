import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, Select, TextArea, TextInput } from '~/ui/field'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import { articlePath, collectionPath } from '../paths'
import type { RequestList, RequestRow } from '../requests.queries.server'

const lists: readonly RequestList[] = ['terbuka', 'selesai', 'ditutup']
const base = '/pengetahuan/permintaan'
const act = (id: number, name: string) => `/permintaan/${id}/${name}`

function RequestState({ row }: { row: RequestRow }) {
  const t = useT('readers')
  if (row.done) return <State icon="circle-check" tone="leaf">{t('requests.done')}</State>
  if (!row.open) return <State icon="circle-x">{t('requests.closed')}</State>
  return row.takenBy ? <span className="sm muted">{t('requests.taken', { name: row.takenBy.name })}</span> : <span className="sm muted">{t('requests.free')}</span>
}

/** One request with what the reader may do about it. Every act is a small form. */
function RequestItem({ row, whole }: { row: RequestRow; whole?: boolean }) {
  const t = useT('readers')
  const tongue = useTongue()
  const Title = whole ? 'h1' : 'h2'
  return (
    <div>
      <Title className={whole ? undefined : 'text-base'}>{whole ? row.title : <a href={`${base}/${row.id}`}>{row.title}</a>}</Title>
      <p className="sm muted mt-1"><b className="text-ink">{t('requests.votes', { count: row.votes })}</b> · {t('requests.by', { name: row.askedBy })}, {formatDate(row.at, tongue)} · <a className="link" href={collectionPath(row.collectionSlug)}>{nameIn(tongue.locale, { name: row.collection, nameEn: row.collectionEn })}</a></p>
      {row.why ? <p className={whole ? 'mt-3 whitespace-pre-line' : 'mt-1 line-clamp-2'}>{row.why}</p> : null}
      <p className="mt-2"><RequestState row={row} /> {row.article ? <a className="link" href={articlePath(row.article)}>{row.article.title}</a> : null}{row.closeNote ? <span className="sm muted"> {row.closeNote}</span> : null}</p>
      <div className="row mt-2">
        {row.can.support ? <form method="post" action={act(row.id, 'dukung')}><button className="btn sm" name="on" value={row.mine ? '0' : '1'} aria-pressed={row.mine}>{t(row.mine ? 'requests.supported' : 'requests.support')}</button></form> : null}
        {row.can.write ? <ButtonLink small look="primary" icon="pen-line" href={`/pengetahuan/tulis?permintaan=${row.id}`}>{t('requests.write')}</ButtonLink> : null}
        {row.can.take ? <form method="post" action={act(row.id, 'ambil')}><button className="btn sm">{t('requests.take')}</button></form> : null}
        {row.can.release ? <form method="post" action={act(row.id, 'lepas')}><button className="btn q sm">{t('requests.release')}</button></form> : null}
      </div>
      {whole && row.can.close ? (
        <form method="post" action={act(row.id, 'tutup')} className="row items-end mt-6">
          <Field label={t('requests.closeNote')} hint={t('requests.closeHint')} optional={t('ui:form.optional')} name="note" className="min-w-0 flex-1"><TextInput maxLength={300} /></Field>
          <Button small>{t('requests.close')}</Button>
        </form>
      ) : null}
    </div>
  )
}

export function RequestsPage({ rows, next, list, paged, ask }: { rows: RequestRow[]; next: string | null; list: RequestList; paged: boolean; ask: boolean }) {
  const t = useT('readers')
  const k = useT('knowledge')
  const href = (one: RequestList) => (one === 'terbuka' ? base : `${base}?daftar=${one}`)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: t('requests.title') }]} />
      <div className="pagehead">
        <div><h1>{t('requests.title')}</h1><p>{t('requests.lede')}</p></div>
        {ask ? <ButtonLink look="primary" icon="plus" href={`${base}/baru`}>{t('requests.ask')}</ButtonLink> : null}
      </div>
      <Segments label={t('requests.lists')} items={lists.map(one => ({ label: t(`requests.list.${one}`), href: href(one), current: one === list }))} />
      {rows.length > 0 ? <ul className="list">{rows.map(row => <li key={row.id} className="py-4"><RequestItem row={row} /></li>)}</ul>
        : <div className="mt-5"><EmptyState title={t(`requests.none.${list}`)} acts={ask ? <ButtonLink href={`${base}/baru`}>{t('requests.ask')}</ButtonLink> : undefined}>{t('requests.noneText')}</EmptyState></div>}
      <Pager label={t('requests.lists')} newer={paged ? { label: t('requests.newest'), href: href(list) } : null} older={next ? { label: t('requests.older'), href: `${href(list)}${list === 'terbuka' ? '?' : '&'}setelah=${next}` } : null} />
    </div>
  )
}

export function RequestPage({ row, said }: { row: RequestRow; said: 'baru' | 'sama' | null }) {
  const t = useT('readers')
  const k = useT('knowledge')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: t('requests.title'), href: base }, { label: row.title }]} />
      {said ? <NoteBar tone="leaf" role="status" className="mb-5">{t(said === 'baru' ? 'requests.sent' : 'requests.same')}</NoteBar> : null}
      <RequestItem row={row} whole />
    </div>
  )
}

export interface RequestFormProps {
  collections: readonly { slug: string; name: string; nameEn: string; depth: number }[]
  values: Readonly<Record<string, string>>
  clientKey: string
  errors: Record<string, string[]>
}

export function RequestFormPage({ collections, values, clientKey, errors }: RequestFormProps) {
  const t = useT('readers')
  const k = useT('knowledge')
  const { locale } = useTongue()
  const mistakes = summaryOf(errors, t)
  const said = (field: string) => errors[field]?.map(key => t(key))
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: t('requests.title'), href: base }, { label: t('requests.new') }]} />
      <h1>{t('requests.new')}</h1>
      <p className="lede mt-2">{t('requests.newLede')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={`${base}/baru`} className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('requests.field')} hint={t('requests.fieldHint')} error={said('title')} name="title"><TextInput maxLength={150} defaultValue={values.title} /></Field>
        <Field label={t('requests.collection')} error={said('collection')} name="collection"><Select defaultValue={values.collection} empty="—" options={collections.map(one => ({ value: one.slug, label: `${'– '.repeat(one.depth)}${nameIn(locale, one)}` }))} /></Field>
        <Field label={t('requests.why')} hint={t('requests.whyHint')} error={said('why')} optional={t('ui:form.optional')} name="why"><TextArea rows={4} grows maxLength={1000} defaultValue={values.why} /></Field>
        <div className="row"><Button look="primary">{t('requests.send')}</Button><ButtonLink look="quiet" href={base}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
