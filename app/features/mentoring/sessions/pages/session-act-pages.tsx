import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { useSessionWhen } from '../../components/session-words'
import { SlotPicker } from '../../components/slot-picker'
import { roomPath, sessionPath } from '../../paths'
import type { SlotWeek } from '../../slot-week'
import type { SessionPage } from '../../sessions.queries.server'

export interface SessionActProps {
  page: Pick<SessionPage, 'session' | 'pair'>
  values: Record<string, string>
  errors: Record<string, string[]>
}

/** Another time for a session; whoever has it in a calendar is followed there. */
export function MoveSessionPage({ page: { session, pair }, values, errors, free }: SessionActProps & { free: SlotWeek }) {
  const t = useT('sessions', 'http')
  const when = useSessionWhen()
  const mistakes = summaryOf(errors, t)
  const href = (week: number) => `${sessionPath(session.id)}/pindah?minggu=${week}`
  return (
    <>
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: pair.title, href: roomPath(pair.id) }]} />
      <h1>{t('move.title')}</h1>
      <p className="mt-2">{t('move.now', { when: when(session) })}</p>
      <p className="muted sm">{t('move.text')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-5">
        <SlotPicker slots={free.slots} legend={t('move.legend')} chosen={values.slot} errors={errors.slot} earlier={free.earlier ? href(free.week - 1) : null} later={free.later ? href(free.week + 1) : null} submit={t('move.submit')} />
        <p><ButtonLink look="quiet" href={sessionPath(session.id)}>{t('move.keep')}</ButtonLink></p>
      </form>
    </>
  )
}

/** Calls a session off. Asks once, with the reason the others read. */
export function CancelSessionPage({ page: { session, pair }, values, errors }: SessionActProps) {
  const t = useT('sessions', 'http')
  const when = useSessionWhen()
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: pair.title, href: roomPath(pair.id) }]} />
      <h1>{t('cancel.title')}</h1>
      <p className="mt-2">{when(session)}</p>
      <p className="muted sm">{t('cancel.text')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(errors, t)} />
      <form method="post" className="form mt-5">
        <Field name="reason" label={t('cancel.reason')} error={errors.reason?.map(key => t(key))}><TextInput required maxLength={300} defaultValue={values.reason} /></Field>
        <div className="row"><Button look="danger">{t('cancel.submit')}</Button><ButtonLink look="quiet" href={sessionPath(session.id)}>{t('cancel.keep')}</ButtonLink></div>
      </form>
    </div>
  )
}
