import { Fragment } from 'react'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { formatDate } from '~/platform/i18n/format'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Table } from '~/ui/table'
import { pairingPath } from '../../paths'
import type { Applicant, WaveRow, WaveView } from '../../waves.queries.server'
import { ProgrammeHead } from './programme-head'

const days = ['opensOn', 'closesOn', 'pairingOn', 'midCheckOn', 'endsOn'] as const

function Day({ on }: { on: string }) {
  const tongue = useTongue()
  return <time dateTime={on}>{formatDate(`${on}T05:00:00Z`, tongue)}</time>
}

export function WaveListPage({ waves }: { waves: WaveRow[] }) {
  const t = useT('care')
  return (
    <>
      <ProgrammeHead part="gelombang" title={t('wave.title')} lede={t('wave.lede')} end={<ButtonLink look="primary" href="/mentoring/program/gelombang/baru">{t('wave.new')}</ButtonLink>} />
      {waves.length === 0 ? <EmptyState title={t('wave.none')}>{t('wave.noneText')}</EmptyState> : (
        <Table caption={t('wave.title')} captionHidden wide columns={[...['wave', 'phase', 'window', 'pairingOn', 'endsOn'].map(key => ({ key, label: t(`column.${key}`) })), ...['applicants', 'paired', 'finished'].map(key => ({ key, label: t(`column.${key}`), number: true }))]}>
          <tbody>{waves.map(wave => (
            <tr key={wave.id}><th scope="row"><a className="link" href={`/mentoring/program/gelombang/${wave.id}`}>{wave.title}</a></th><td>{t(`phase.${wave.phase}`)}</td><td><Day on={wave.opensOn} /> – <Day on={wave.closesOn} /></td><td><Day on={wave.pairingOn} /></td><td><Day on={wave.endsOn} /></td>
              <td className="n">{wave.applicants}</td><td className="n">{wave.paired}</td><td className="n">{wave.finished}</td></tr>
          ))}</tbody>
        </Table>
      )}
    </>
  )
}

export function WaveForm({ action, values, clientKey, errors, save }: { action: string; values: Readonly<Record<string, string>>; clientKey: string; errors: Record<string, string[]>; save: string }) {
  const t = useT('care')
  const said = (field: string) => errors[field]?.map(key => t(key))
  return (
    <>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(errors, t)} />
      <form method="post" action={action} className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('wave.name')} error={said('title')} name="title"><TextInput maxLength={120} defaultValue={values.title} /></Field>
        <Field label={t('wave.criteria')} hint={t('wave.criteriaHint')} error={said('criteria')} optional={t('ui:form.optional')} name="criteria"><TextArea rows={4} grows maxLength={3_000} defaultValue={values.criteria} /></Field>
        {days.map(day => <Field key={day} label={t(`wave.${day}`)} hint={t(`wave.${day}Hint`)} error={said(day)} name={day}><TextInput type="date" className="w-auto" defaultValue={values[day]} /></Field>)}
        <div className="row"><Button look="primary" name="act" value="simpan">{save}</Button><ButtonLink look="quiet" href="/mentoring/program/gelombang">{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </>
  )
}

export function NewWavePage(props: { values: Readonly<Record<string, string>>; clientKey: string; errors: Record<string, string[]> }) {
  const t = useT('care')
  return <div className="text"><ProgrammeHead part="gelombang" deeper title={t('wave.new')} lede={t('wave.newLede')} /><WaveForm action="/mentoring/program/gelombang/baru" save={t('wave.make')} {...props} /></div>
}

export interface WavePageProps {
  wave: WaveView
  applicants: Applicant[]
  pairing: { id: number; state: string; progress: number } | null
  values: Readonly<Record<string, string>>
  clientKey: string
  message: { toWhom?: string; text: string }
  /** which of the two forms the errors belong to */
  refused: 'message' | 'wave'
  errors: Record<string, string[]>
  done: string | null
}

const addressees = ['APPLICANTS', 'PAIRED', 'WITHOUT', 'MENTORS', 'ALL'] as const

/** A wave as its officer works with it: days, who applied, the pairing, and words to groups of its people. */
export function WavePage({ wave, applicants, pairing, values, clientKey, message, refused, errors, done }: WavePageProps) {
  const t = useT('care', 'http')
  const errorsOf = (form: WavePageProps['refused']): Record<string, string[]> => (form === refused ? errors : {})
  const [written, changed] = [errorsOf('message'), errorsOf('wave')]
  const waiting = applicants.filter(one => one.mentor === null).length
  return (
    <>
      <ProgrammeHead part="gelombang" deeper title={wave.title} lede={<>{t(`phase.${wave.phase}`)} · <a className="link" href={`/mentoring/gelombang/${wave.id}`}>{t('wave.asSeen')}</a></>} />
      {done ? <NoteBar tone="leaf" role="status" className="mt-4">{t(`done.${done}`)}</NoteBar> : null}
      <ol className="plain mt-4">{days.map(day => <li key={day}><span className="muted">{t(`wave.${day}`)}</span> <b className="b"><Day on={wave[day]} /></b></li>)}</ol>
      <section className="sec" aria-labelledby="pendaftar"><h2 id="pendaftar" className="sech">{t('wave.applicants', { count: wave.applicants })}</h2>
        {applicants.length === 0 ? <EmptyState title={t('wave.applicantsNone')} heading="h3" /> : (
          <Table caption={t('wave.applicants', { count: wave.applicants })} captionHidden wide columns={['learner', 'unit', 'goal', 'mentor'].map(key => ({ key, label: t(`column.${key}`) }))}>
            <tbody>{applicants.map(one => <tr key={one.requestId}><th scope="row"><a className="link" href={`/orang/${one.slug}`}>{one.name}</a></th><td>{one.unit}</td><td>{one.goal}</td><td>{one.mentor ?? t('wave.noMentor')}</td></tr>)}</tbody>
          </Table>
        )}
        {pairing && (pairing.state === 'RUNNING' || pairing.state === 'READY')
          ? <p className="mt-3"><ButtonLink href={pairingPath(pairing.id)}>{t('pairing.look')}</ButtonLink></p>
          : waiting > 0 ? <form method="post" action="/mentoring/program/pasangkan" className="mt-3"><input type="hidden" name="waveId" value={wave.id} /><Button look="primary">{t('pairing.start', { count: waiting })}</Button></form> : null}
      </section>
      <section className="sec" aria-labelledby="pesan"><h2 id="pesan" className="sech">{t('wave.message')}</h2>
        <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(written, t)} />
        <form method="post" className="form mt-3">
          <input type="hidden" name="clientKey" value={clientKey} />
          <Field label={t('wave.toWhom')} name="toWhom"><Select defaultValue={message.toWhom} options={addressees.map(value => ({ value, label: t(`wave.to.${value}`) }))} /></Field>
          <Field label={t('wave.text')} hint={t('wave.textHint')} error={written.text?.map(key => t(key))} name="text"><TextArea rows={4} grows maxLength={3_000} defaultValue={message.text} /></Field>
          <div className="row"><Button look="primary" name="act" value="pesan">{t('wave.send')}</Button></div>
        </form>
      </section>
      <details className="sec" open={Object.keys(changed).length > 0}><summary className="b">{t('wave.change')}</summary><WaveForm action={`/mentoring/program/gelombang/${wave.id}`} values={values} clientKey={clientKey} errors={changed} save={t('ui:acts.save')} /></details>
    </>
  )
}

const forms = ['ONE_TO_ONE', 'GROUP', 'FLASH', 'SHADOWING', 'WRITTEN'] as const

/** A wave as colleagues see it, and the form to take part. */
export function ApplyPage({ wave, values, clientKey, errors, rules }: { wave: WaveView; values: Readonly<Record<string, string>>; clientKey: string; errors: Record<string, string[]>; rules: boolean }) {
  const t = useT('care', 'mentoring')
  const said = (field: string) => errors[field]?.map(key => t(key))
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('crumb.mentoring'), href: '/mentoring' }, { label: wave.title }]} />
      <h1>{wave.title}</h1>
      <p className="lede mt-2 whitespace-pre-line">{wave.criteria}</p>
      <dl className="dl mt-4">{days.map(day => <Fragment key={day}><dt>{t(`wave.${day}`)}</dt><dd><Day on={wave[day]} /></dd></Fragment>)}</dl>
      {wave.mine ? <NoteBar tone="leaf" className="mt-4" href={`/mentoring/permintaan/${wave.mine}`}>{t('apply.mine')}</NoteBar>
        : wave.phase !== 'OPEN' ? <p className="mt-4"><State icon="clock">{t(`phase.${wave.phase}`)}</State> {t('apply.notNow')}</p>
          : !rules ? <NoteBar tone="sea" className="mt-4" href={`/mentoring/aturan?ke=${encodeURIComponent(`/mentoring/gelombang/${wave.id}`)}`}>{t('apply.rules')}</NoteBar> : (
            <>
              <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(errors, t)} />
              <form method="post" className="form mt-5">
                <input type="hidden" name="clientKey" value={clientKey} />
                <Field label={t('apply.goal')} hint={t('apply.goalHint')} error={said('goal')} name="goal"><TextArea rows={3} grows maxLength={2_000} defaultValue={values.goal} /></Field>
                <Field label={t('apply.situation')} error={said('situation')} optional={t('ui:form.optional')} name="situation"><TextArea rows={3} grows maxLength={2_000} defaultValue={values.situation} /></Field>
                <Field label={t('apply.tags')} hint={t('apply.tagsHint')} error={said('tags')} optional={t('ui:form.optional')} name="tags"><TextInput maxLength={200} defaultValue={values.tags} /></Field>
                <FieldGroup label={t('apply.form')} name="wishedForm"><Choice type="radio" name="wishedForm" value="" defaultChecked={!values.wishedForm}>{t('apply.anyForm')}</Choice>{forms.map(form => <Choice key={form} type="radio" name="wishedForm" value={form} defaultChecked={values.wishedForm === form}>{t(`mentoring:form.${form}`)}</Choice>)}</FieldGroup>
                <Button look="primary">{t('apply.send')}</Button>
              </form>
            </>
          )}
    </div>
  )
}
