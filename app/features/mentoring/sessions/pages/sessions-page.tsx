import { useT, useTongue } from '~/platform/i18n/i18n'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextArea, TextInput } from '~/ui/field'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { useSessionWhen } from '../../components/session-words'
import { SlotPicker } from '../../components/slot-picker'
import { roomPath, sessionPath } from '../../paths'
import type { SlotWeek } from '../../slot-week'
import type { SessionView } from '../../sessions-views'
import { SessionState } from '../components/session-state'

export interface SessionsPageProps {
  pair: { id: number; title: string; sessions: number }
  sessions: readonly SessionView[]
  /** null: the viewer books nothing here */
  free: SlotWeek | null
  clientKey: string
  values: Record<string, string>
  errors: Record<string, string[]>
}

/** All sessions of a pair, and the form that books the next. */
export function SessionsPage({ pair, sessions, free, clientKey, values, errors }: SessionsPageProps) {
  const t = useT('sessions', 'http')
  const { now } = useTongue()
  const when = useSessionWhen()
  const mistakes = summaryOf(errors, t)
  const coming = sessions.filter(one => one.state === 'BOOKED' && one.endsAt > now)
  const behind = sessions.filter(one => !coming.includes(one)).reverse()
  const weekHref = (week: number) => `${roomPath(pair.id, 'sesi')}?minggu=${week}#pesan`
  const list = (rows: readonly SessionView[]) => (
    <ul className="list">
      {rows.map(session => (
        <li key={session.id} className="py-3">
          <div className="row">
            <a className="b" href={sessionPath(session.id)}>{session.number ? t('session.number', { number: session.number }) : t(session.state === 'MISSED' ? 'session.missed' : 'session.off')}{session.topic ? `: ${session.topic}` : ''}</a>
            <SessionState session={session} now={now} />
            {session.asked ? <a className="link sm" href={`${sessionPath(session.id)}#hadir`}>{t('session.confirm')}</a> : null}
          </div>
          <p className="sm muted">{when(session)}{session.place ? ` · ${session.place}` : ''}{session.reason ? ` · ${session.cancelledBy}: ${session.reason}` : ''}</p>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: pair.title, href: roomPath(pair.id) }]} />
      <h1>{t('list.title')}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <section className="sec"><h2>{t('list.coming')}</h2>{coming.length ? list(coming) : <p className="muted">{t('list.noneComing')}</p>}</section>
      {free ? (
        <section className="sec" id="pesan">
          <h2>{t('list.book')}</h2>
          <form method="post" action={`${roomPath(pair.id, 'sesi')}#pesan`} className="form">
            <input type="hidden" name="clientKey" value={clientKey} />
            <Field name="topic" label={t('session.topic')} hint={t('session.topicHint')} optional={t('ui:form.optional')} error={errors.topic?.map(key => t(key))}><TextInput maxLength={120} defaultValue={values.topic} autoComplete="off" /></Field>
            <Field name="agenda" label={t('session.agenda')} hint={t('session.agendaHint')} optional={t('ui:form.optional')} error={errors.agenda?.map(key => t(key))}><TextArea rows={3} maxLength={1000} defaultValue={values.agenda} /></Field>
            <SlotPicker slots={free.slots} legend={t('list.when')} chosen={values.slot} errors={errors.slot} earlier={free.earlier ? weekHref(free.week - 1) : null} later={free.later ? weekHref(free.week + 1) : null} submit={t('list.submit')} />
          </form>
          {free.slots.length === 0 && !free.earlier && !free.later ? <EmptyState heading="h3" title={t('list.noSlots')}>{t('list.noSlotsText')}</EmptyState> : null}
        </section>
      ) : null}
      {behind.length ? <section className="sec"><h2>{t('list.behind')}</h2>{list(behind)}</section> : null}
    </>
  )
}
