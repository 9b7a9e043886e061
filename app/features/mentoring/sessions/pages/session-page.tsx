import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, TextArea, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { useSessionWhen } from '../../components/session-words'
import { roomPath, sessionPath } from '../../paths'
import type { SessionPage as Props } from '../../sessions.queries.server'
import { SessionState } from '../components/session-state'

export interface SessionPageProps {
  page: Props
  me: number
  values: Record<string, string>
  errors: Record<string, string[]>
}

/** One session: when, where, what about; afterwards who was there. */
export function SessionPage({ page, me, values, errors }: SessionPageProps) {
  const t = useT('sessions', 'http')
  const { now } = useTongue()
  const when = useSessionWhen()
  const { session, pair, role } = page
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const own = session.attendance.find(one => one.personId === me)
  const base = sessionPath(session.id)
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: pair.title, href: roomPath(pair.id) }, { label: t('list.title'), href: roomPath(pair.id, 'sesi') }]} />
      <h1>{session.number ? t('session.number', { number: session.number }) : t(session.state === 'MISSED' ? 'session.missed' : 'session.off')}{session.topic ? `: ${session.topic}` : ''}</h1>
      <p className="row mt-2"><SessionState session={session} now={now} /><span>{when(session)}</span></p>
      {session.place ? <p className="muted">{session.place}</p> : null}
      {session.link && session.state === 'BOOKED' ? <p><a className="link" href={session.link} rel="noreferrer">{t('room.join')}</a></p> : null}
      {session.state === 'CANCELLED' ? <p className="muted mt-2">{session.reason ? t('session.cancelledFor', { name: session.cancelledBy, reason: session.reason }) : t('session.cancelled')}</p> : null}
      {session.agenda && !session.can.prepare ? <ul className="mt-3 list-disc pl-5">{session.agenda.split('\n').filter(Boolean).map(point => <li key={point}>{point}</li>)}</ul> : null}
      <p className="row mt-3">
        <ButtonLink small icon="calendar" href={`${base}/kalender.ics`}>{t('session.file')}</ButtonLink>
        {session.can.change ? <><ButtonLink small href={`${base}/pindah`}>{t('room.move')}</ButtonLink><ButtonLink small look="quiet" href={`${base}/batal`}>{t('session.cancel')}</ButtonLink></> : null}
      </p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {session.can.confirm && role ? (
        <section className="sec" id="hadir">
          <h2>{t('attend.title')}</h2>
          <p className="muted sm">{t('attend.text')}</p>
          <form method="post" action={`${base}/hadir`} className="form mt-3">
            <FieldGroup label={t('attend.you')} name="attended" error={said('attended')}>
              <Choice type="radio" name="attended" value="ya" required defaultChecked={values.attended ? values.attended === 'ya' : own?.attended !== false}>{t('attend.yes')}</Choice>
              <Choice type="radio" name="attended" value="tidak" defaultChecked={values.attended ? values.attended === 'tidak' : own?.attended === false}>{t('attend.no')}</Choice>
            </FieldGroup>
            <Field name="minutes" label={t('attend.minutes')} hint={t('attend.minutesHint')} error={said('minutes')}><TextInput type="number" inputMode="numeric" min={0} max={720} defaultValue={values.minutes ?? String(own?.attended ? own.minutes : pair.minutes)} /></Field>
            <Button look="primary">{t(own?.attended === null ? 'attend.submit' : 'attend.change')}</Button>
          </form>
        </section>
      ) : null}
      {now >= session.startsAt && session.state !== 'CANCELLED' ? (
        <section className="sec">
          <h2>{t('attend.list')}</h2>
          <form method="post" action={`${base}/daftar`}>
            <ul className="list">
              {session.attendance.map(one => (
                <li key={one.personId} className="py-2 row">
                  {session.can.list && one.personId !== pair.mentorId ? <Choice name="hadir" value={one.personId} defaultChecked={one.present ?? one.attended ?? false}>{one.name}</Choice> : <span className="b">{one.name}</span>}
                  <span className="sm muted">{one.attended === null ? t('attend.unsaid') : one.attended ? t('attend.was', { count: one.minutes }) : t('attend.wasNot')}</span>
                  {one.counted === null ? null : <span className="sm muted">{t('attend.counted', { count: one.counted })}</span>}
                </li>
              ))}
            </ul>
            {session.can.list ? <Button className="mt-3">{t('attend.saveList')}</Button> : null}
          </form>
        </section>
      ) : null}
      {session.can.prepare ? (
        <section className="sec" id="isi">
          <h2>{t('session.prepare')}</h2>
          <form method="post" className="form">
            <Field name="topic" label={t('session.topic')} hint={t('session.topicHint')} optional={t('ui:form.optional')} error={said('topic')}><TextInput maxLength={120} defaultValue={values.topic ?? session.topic} autoComplete="off" /></Field>
            <Field name="agenda" label={t('session.agenda')} hint={t('session.agendaHint')} optional={t('ui:form.optional')} error={said('agenda')}><TextArea grows rows={4} maxLength={1000} defaultValue={values.agenda ?? session.agenda} /></Field>
            {role === 'MENTOR' ? <>
              <Field name="place" label={t('session.place')} optional={t('ui:form.optional')} error={said('place')}><TextInput maxLength={200} defaultValue={values.place ?? session.place} /></Field>
              <Field name="link" label={t('session.link')} hint={t('session.linkHint')} optional={t('ui:form.optional')} error={said('link')}><TextInput type="url" maxLength={500} defaultValue={values.link ?? session.link} /></Field>
            </> : null}
            <Button>{t('session.save')}</Button>
          </form>
        </section>
      ) : null}
    </div>
  )
}
