import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, Select, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs, Segments } from '~/ui/navigation'
import { ArticleRowItem, ArticleRows, Day } from '../components/article-row'
import { MaterialRows } from '../components/material-row'
import type { ArticleRow, OwnFilter } from '../lists.queries.server'
import type { MaterialRow } from '../materials.queries.server'
import type { NoteRow } from '../notes.queries.server'
import { materialActPath } from '../formats'
import { articleActPath, articlePath } from '../paths'

function Head({ title, lede }: { title: string; lede: string }) {
  const t = useT('knowledge')
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: title }]} />
      <div className="pagehead"><div><h1>{title}</h1><p>{lede}</p></div></div>
    </>
  )
}

/** What waits for the reader's check, and what they are writing themselves. */
export function WorkListPage({ waiting, work, files }: { waiting: ArticleRow[]; work: ArticleRow[]; files: { waiting: MaterialRow[]; mine: MaterialRow[] } }) {
  const t = useT('knowledge')
  return (
    <>
      <Head title={t('work.title')} lede={t('work.lede')} />
      <section aria-labelledby="menunggu"><h2 id="menunggu" className="sech">{t('waiting.title')}</h2>
        {waiting.length > 0 ? <ArticleRows rows={waiting} work /> : <EmptyState title={t('waiting.none')} heading="h3">{t('waiting.noneText')}</EmptyState>}
      </section>
      <section className="sec" aria-labelledby="draf"><h2 id="draf" className="sech">{t('work.mine')}</h2>
        {work.length > 0 ? <ArticleRows rows={work} work /> : <EmptyState title={t('work.none')} heading="h3" acts={<ButtonLink href="/pengetahuan/tulis">{t('write')}</ButtonLink>}>{t('work.noneText')}</EmptyState>}
      </section>
      {files.waiting.length > 0 ? <section className="sec" aria-labelledby="berkas-menunggu"><h2 id="berkas-menunggu" className="sech">{t('material.work.waiting')}</h2><MaterialRows rows={files.waiting} /></section> : null}
      {files.mine.length > 0 ? <section className="sec" aria-labelledby="berkas-saya"><h2 id="berkas-saya" className="sech">{t('material.work.mine')}</h2><MaterialRows rows={files.mine} /></section> : null}
    </>
  )
}

export interface OwnPageProps {
  rows: ArticleRow[]
  filter: OwnFilter
  unit: { code: string; name: string } | null
  units: readonly { code: string; name: string }[]
  notes: NoteRow[] | null
  left: ArticleRow[]
  errors: Record<string, string[]>
  handed: number | null
}

/** Pages of an owner or a unit with the day of their next check, what readers said of them, and what is to be handed over. */
export function OwnPage({ rows, filter, unit, units, notes, left, errors, handed }: OwnPageProps) {
  const t = useT('knowledge')
  const tongue = useTongue()
  const base = unit ? `/pengetahuan/milik?unit=${unit.code}` : '/pengetahuan/milik'
  const href = (one: OwnFilter) => (one === 'semua' ? base : `${base}${unit ? '&' : '?'}saring=${one}`)
  const mistakes = summaryOf(errors, t)
  return (
    <>
      <Head title={unit ? t('own.ofUnit', { unit: unit.name }) : t('own.title')} lede={t('own.lede')} />
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {handed ? <NoteBar tone="leaf" role="status" className="mb-4">{t('own.handed', { count: handed })}</NoteBar> : null}
      <form className="row items-end mb-4" action="/pengetahuan/milik">
        <Field label={t('own.unit')} name="unit"><Select defaultValue={unit?.code ?? ''} empty={t('own.mine')} options={units.map(one => ({ value: one.code, label: one.name }))} /></Field>
        <Button>{t('own.show')}</Button>
      </form>
      <Segments label={t('own.lists')} items={(['semua', 'lewat', 'masukan'] as const).map(one => ({ label: t(`own.filter.${one}`), href: href(one), current: one === filter }))} />
      {filter === 'masukan' && notes ? (
        <ul className="plain">
          {notes.map(note => (
            <li key={note.id}>
              <p><b>{t(`notes.kind.${note.kind}`)}</b> <a className="link" href={articlePath(note.article)}>{note.article.title}</a></p>
              <p className="mt-1 whitespace-pre-line">“{note.text}”</p>
              <p className="sm faint">{note.name ?? t('notes.stranger')}, {formatDate(note.at, tongue)} · {t('approval.revision', { number: note.revision })}</p>
              <form method="post" action={`/masukan/${note.id}/selesai`} className="row items-end mt-2">
                <Field label={t('notes.answer')} optional={t('ui:form.optional')} name="answer" id={`jawab-${note.id}`} className="min-w-0 flex-1"><TextInput maxLength={1000} /></Field>
                <Button small>{t('notes.close')}</Button>
                <ButtonLink small href={articleActPath(note.article.id, 'ubah')}>{t('edit.act')}</ButtonLink>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      {rows.length > 0 && !(filter === 'masukan' && notes) ? (
        <ul className="list open">{rows.map(row => <ArticleRowItem key={row.id} row={row} work={false} act={<>{row.checkBy ? <><small>{t('own.checkBy')}</small><Day day={row.checkBy} /></> : null}</>} />)}</ul>
      ) : null}
      {(filter === 'masukan' && notes ? notes.length : rows.length) === 0 ? <div className="mt-5"><EmptyState title={t(`own.none.${filter}`)}>{t('own.noneText')}</EmptyState></div> : null}
      {left.length > 0 && filter === 'semua' ? (
        <section className="sec" aria-labelledby="serah">
          <h2 id="serah" className="sech">{t('own.left')}</h2>
          <p className="muted">{t('own.leftText')}</p>
          <form method="post" action={base} className="form mt-3">
            {left.map(row => <Choice key={row.id} name="article" value={row.id} count={row.owner}>{row.title}</Choice>)}
            <Field label={t('own.newOwner')} hint={t('keep.ownerHint')} error={errors.owner?.map(key => t(key))} name="owner"><TextInput maxLength={120} /></Field>
            <p><Button>{t('own.hand')}</Button></p>
          </form>
        </section>
      ) : null}
    </>
  )
}

/** What was thrown away and can be taken out again. */
export function BinPage({ rows, files }: { rows: ArticleRow[]; files: MaterialRow[] }) {
  const t = useT('knowledge')
  return (
    <>
      <Head title={t('bin.title')} lede={t('bin.lede')} />
      {rows.length > 0 ? (
        <section aria-labelledby="artikel-dibuang">
          <h2 id="artikel-dibuang" className="sech">{t('bin.articles')}</h2>
          <ul className="list open">{rows.map(row => (
            <li key={row.id} className="trow">
              <div><h3>{row.title}</h3><p className="meta">{row.owner} · {row.collection}</p></div>
              <form className="r" method="post" action={articleActPath(row.id, 'pulihkan')}><Button small>{t('bin.restore')}<span className="vh"> {row.title}</span></Button></form>
            </li>
          ))}</ul>
        </section>
      ) : null}
      {files.length > 0 ? (
        <section className="sec" aria-labelledby="berkas-dibuang">
          <h2 id="berkas-dibuang" className="sech">{t('material.title')}</h2>
          <MaterialRows rows={files} act={row => <form method="post" action={materialActPath(row.id, 'pulihkan')}><Button small>{t('bin.restore')}<span className="vh"> {row.title}</span></Button></form>} />
        </section>
      ) : null}
      {rows.length + files.length === 0 ? <EmptyState title={t('bin.none')} acts={<ButtonLink href="/pengetahuan">{t('title')}</ButtonLink>}>{t('bin.noneText')}</EmptyState> : null}
    </>
  )
}
