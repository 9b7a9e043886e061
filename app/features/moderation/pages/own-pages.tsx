import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextArea } from '~/ui/field'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import type { OwnDecision } from '../views'

/** What was decided about the reader, each with its reason. */
export function OwnDecisionsPage({ decisions }: { decisions: OwnDecision[] }) {
  const t = useT('moderation')
  const tongue = useTongue()
  return (
    <div className="text">
      <h1>{t('own.title')}</h1>
      <p className="lede mt-2">{t('own.lede')}</p>
      {decisions.length === 0 ? <EmptyState title={t('own.empty')} acts={<ButtonLink href="/moderasi/catatan">{t('log.title')}</ButtonLink>}>{t('own.emptyText')}</EmptyState> : (
        <ul className="list mt-5">
          {decisions.map(one => (
            <li key={one.id} className="py-3">
              <p><State icon={one.undone ? 'rotate-ccw' : 'shield'}>{t(`done.${one.act}`)}</State>{one.undone ? <> · {t('case.undone')}</> : null}</p>
              <p><a className="b" href={`/banding/${one.id}`}>{one.title}</a></p>
              <p className="sm muted">{one.reason}</p>
              <p className="xs faint">{formatDateTime(one.at, tongue)}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** One decision for whom it concerns: the reason, their words, and the appeal. */
export function OwnDecision({ decision, errors, typed }: { decision: OwnDecision; errors: string[]; typed: string }) {
  const t = useT('moderation')
  const tongue = useTongue()
  const said = errors.map(key => t(key))
  const { appeal } = decision
  return (
    <>
      <p><State icon="shield" tone={decision.undone ? 'leaf' : 'neutral'}>{t(`done.${decision.act}`)}</State> <span className="sm muted">{t('own.at', { time: formatDateTime(decision.at, tongue) })}</span></p>
      {decision.until && !decision.undone ? <p className="mt-2">{t('own.until', { time: formatDateTime(decision.until, tongue) })}</p> : null}
      {decision.undone ? <NoteBar tone="leaf" className="mt-3">{t('own.undone')}</NoteBar> : null}
      <section className="sec"><h2>{t('own.why')}</h2><p className="whitespace-pre-line">{decision.reason}</p></section>
      {decision.text ? <section className="sec"><h2>{t('own.yours')}</h2><blockquote className="card"><p className="b">{decision.title}</p><p className="whitespace-pre-line">{decision.text}</p></blockquote>{decision.url ? <p className="mt-2"><a className="link" href={decision.url}>{t('own.see')}</a></p> : null}</section> : null}
      {appeal ? (
        <section className="sec">
          <h2>{t('appeal.yours')}</h2>
          <p className="whitespace-pre-line">{appeal.text}</p>
          {appeal.upheld === null ? <NoteBar tone="sea" role="status" className="mt-3">{t('appeal.waiting')}</NoteBar> : (
            <NoteBar tone={appeal.upheld ? 'plain' : 'leaf'} className="mt-3"><b className="b">{t(appeal.upheld ? 'appeal.upheld' : 'appeal.granted')}</b><p className="whitespace-pre-line">{appeal.answer}</p></NoteBar>
          )}
        </section>
      ) : decision.mayAppeal ? (
        <section className="sec">
          <h2>{t('appeal.write')}</h2>
          <p className="sm muted">{t('appeal.lede')} {t('own.left', { count: decision.daysLeft })}</p>
          <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={said.map(text => ({ text, field: 'f-text' }))} />
          <form method="post" action={`/banding/${decision.id}`} className="form mt-3">
            <Field label={t('appeal.text')} hint={t('appeal.hint')} error={said} name="text"><TextArea defaultValue={typed} maxLength={2000} rows={5} /></Field>
            <Button look="primary">{t('appeal.send')}</Button>
          </form>
        </section>
      ) : decision.undone ? null : <p className="sm muted mt-4">{t('own.late')}</p>}
    </>
  )
}

export function OwnDecisionPage(props: { decision: OwnDecision; errors: string[]; typed: string }) {
  const t = useT('moderation')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('own.title'), href: '/banding' }, { label: t('own.one') }]} />
      <h1 className="mb-3">{t('own.one')}</h1>
      <OwnDecision {...props} />
    </div>
  )
}

/** What a suspended person sees in place of their account. */
export function SuspendedPage({ until, decisions }: { until: number | null; decisions: OwnDecision[] }) {
  const t = useT('moderation')
  const tongue = useTongue()
  if (until === null)
    return <div className="text"><h1>{t('suspended.over')}</h1><p className="mt-4"><ButtonLink look="primary" href="/masuk">{t('suspended.signIn')}</ButtonLink></p></div>
  return (
    <div className="text">
      <h1>{t('suspended.title')}</h1>
      <p className="lede mt-3">{t('suspended.until', { time: formatDateTime(until, tongue) })}</p>
      <p className="muted mt-2">{t('suspended.can')}</p>
      {decisions.filter(one => one.act === 'SUSPEND' && !one.undone).slice(0, 1).map(one => <div key={one.id} className="mt-5"><OwnDecision decision={one} errors={[]} typed="" /></div>)}
      <form method="post" action="/keluar" className="mt-6"><Button>{t('suspended.signOut')}</Button></form>
    </div>
  )
}
