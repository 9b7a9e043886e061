import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, TextArea } from '~/ui/field'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Prose } from '~/ui/prose'
import { Table } from '~/ui/table'
import type { ReportRow, ReportView } from '../../reports.queries.server'
import { ProgrammeHead } from './programme-head'

export interface ReportFormProps {
  pairId: number | null
  requestId: number | null
  people: { id: number; name: string }[]
  own: { id: number; state: string; about: string; at: number; outcome: string }[]
  sent: 'terkirim' | 'keluar' | null
  clientKey: string
  text: string
  aboutId: number | null
  errors: Record<string, string[]>
}

/** Says to the officers what went wrong; leaving and blocking go with it. What it leads to never names who reported. */
export function ReportFormPage({ pairId, requestId, people, own, sent, clientKey, text, aboutId, errors }: ReportFormProps) {
  const t = useT('care')
  const tongue = useTongue()
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('crumb.mentoring'), href: '/mentoring' }, { label: t('report.title') }]} />
      <h1>{t('report.title')}</h1>
      {sent ? <NoteBar tone="leaf" role="status" className="mt-4">{t(`report.sent.${sent}`)}</NoteBar> : null}
      {people.length > 0 ? (
        <>
          <p className="lede mt-2">{t('report.lede')}</p>
          <p className="mt-2"><a className="link" href="/" data-reload>{t('report.exit')}</a></p>
          <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
          <form method="post" action="/mentoring/lapor" className="form mt-5">
            <input type="hidden" name="clientKey" value={clientKey} />
            {pairId ? <input type="hidden" name="pairId" value={pairId} /> : null}
            {requestId ? <input type="hidden" name="requestId" value={requestId} /> : null}
            <FieldGroup label={t('report.about')} error={said('aboutId')} name="aboutId">
              {people.map(one => <Choice key={one.id} type="radio" name="aboutId" value={one.id} defaultChecked={aboutId === one.id || people.length === 1}>{one.name}</Choice>)}
            </FieldGroup>
            <Field label={t('report.text')} hint={t('report.textHint')} error={said('text')} name="text"><TextArea rows={6} grows maxLength={5_000} defaultValue={text} /></Field>
            <FieldGroup label={t('report.also')} optional={t('ui:form.optional')} name="also">
              {pairId ? <Choice name="leave" value="1" hint={t('report.leaveHint')}>{t('report.leave')}</Choice> : null}
              <Choice name="block" value="1" hint={t('report.blockHint')}>{t('report.block')}</Choice>
            </FieldGroup>
            <div className="row"><Button look="primary">{t('report.send')}</Button><ButtonLink look="quiet" href={pairId ? `/mentoring/ruang/${pairId}` : '/mentoring'}>{t('ui:acts.cancel')}</ButtonLink></div>
          </form>
        </>
      ) : sent ? null : <EmptyState title={t('report.nobody')} acts={<ButtonLink href="/mentoring">{t('crumb.mentoring')}</ButtonLink>}>{t('report.nobodyText')}</EmptyState>}
      {own.length > 0 ? (
        <section className="sec" aria-labelledby="laporan-saya"><h2 id="laporan-saya" className="sech">{t('report.own')}</h2>
          <ul className="plain">{own.map(one => (
            <li key={one.id}><p>{t('report.ownLine', { name: one.about, date: formatDate(one.at, tongue) })} <State tone={one.state === 'OPEN' ? 'neutral' : 'leaf'} icon={one.state === 'OPEN' ? 'clock' : 'check'}>{t(`report.state.${one.state}`)}</State></p>
              {one.outcome ? <p className="mt-1 whitespace-pre-line">{one.outcome}</p> : null}</li>
          ))}</ul>
        </section>
      ) : null}
    </div>
  )
}

export function ReportListPage({ rows }: { rows: ReportRow[] }) {
  const t = useT('care')
  const tongue = useTongue()
  return (
    <>
      <ProgrammeHead part="laporan" title={t('reports.title')} lede={t('reports.lede')} />
      {rows.length === 0 ? <EmptyState title={t('reports.none')}>{t('reports.noneText')}</EmptyState> : (
        <Table caption={t('reports.title')} captionHidden wide columns={['report', 'from', 'about', 'of', 'since', 'state'].map(key => ({ key, label: t(`column.${key}`) }))}>
          <tbody>{rows.map(one => (
            <tr key={one.id}><th scope="row"><a className="link" href={`/mentoring/program/laporan/${one.id}`}>{t('reports.number', { number: one.id })}</a></th><td>{one.from}</td><td>{one.about}</td><td>{one.of ?? ''}</td><td>{formatDate(one.at, tongue)}</td><td>{t(`report.state.${one.state}`)}</td></tr>
          ))}</tbody>
        </Table>
      )}
    </>
  )
}

/** One report: what was said, the room where an officer entered it, and what was decided. */
export function ReportPage({ report, outcome, errors }: { report: ReportView; outcome: string; errors: Record<string, string[]> }) {
  const t = useT('care')
  const tongue = useTongue()
  const open = report.state === 'OPEN'
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <ProgrammeHead part="laporan" deeper title={t('reports.number', { number: report.id })} />
      <p>{t('reports.line', { from: report.from, about: report.about, date: formatDateTime(report.at, tongue) })}{report.of ? ` ${t('reports.of', { title: report.of })}` : ''}</p>
      {report.left ? <p className="mt-1">{t('reports.left')}</p> : null}
      <blockquote className="mt-4 whitespace-pre-line">{report.text}</blockquote>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {report.pairId && open && !report.enteredAt ? (
        <section className="sec" aria-labelledby="ruang"><h2 id="ruang" className="sech">{t('reports.room')}</h2>
          <p className="mt-2">{t('reports.enterText')}</p>
          <form method="post" className="mt-3"><Button look="danger" name="act" value="masuk">{t('reports.enter')}</Button></form>
        </section>
      ) : null}
      {report.enteredAt ? <NoteBar tone="official" className="mt-4">{t('reports.entered', { name: report.enteredBy ?? '', time: formatDateTime(report.enteredAt, tongue) })}</NoteBar> : null}
      {report.posts ? (
        <section className="sec" aria-labelledby="percakapan"><h2 id="percakapan" className="sech">{t('reports.posts')}</h2>
          {report.posts.map(post => <article key={post.number} className="mt-4"><p className="sm"><b className="b">{post.name}</b> <span className="faint">#{post.number} · {formatDateTime(post.at, tongue)}</span></p><Prose html={post.html} /></article>)}
        </section>
      ) : null}
      {open ? (
        <form method="post" className="form mt-5">
          <Field label={t('reports.outcome')} hint={t('reports.outcomeHint')} error={errors.outcome?.map(key => t(key))} name="outcome"><TextArea rows={4} grows maxLength={3_000} defaultValue={outcome} /></Field>
          <Button look="primary" name="act" value="tutup">{t('reports.close')}</Button>
        </form>
      ) : (
        <section className="sec" aria-labelledby="hasil"><h2 id="hasil" className="sech">{t('reports.outcome')}</h2>
          <p className="mt-2 whitespace-pre-line">{report.outcome}</p>
          <p className="sm faint mt-1">{report.handledBy ?? ''}{report.handledAt ? `, ${formatDateTime(report.handledAt, tongue)}` : ''}</p>
        </section>
      )}
    </div>
  )
}
