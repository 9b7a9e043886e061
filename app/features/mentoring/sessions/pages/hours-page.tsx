import { useT, useTongue } from '~/platform/i18n/i18n'
import { localOf } from '~/platform/i18n/local-time'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { zones } from '~/features/people/zones'
import { useDayWords, zoneWord } from '../../components/session-words'
import { clockOf, rangesText } from '../../hours'
import type { HoursView } from '../../hours.queries.server'

export interface HoursPageProps {
  view: HoursView
  /** which of the two forms came back with mistakes, and what was typed */
  wrong?: { form: 'jam' | 'hari'; values: Record<string, string>; errors: Record<string, string[]> } | undefined
  saved: boolean
  /** address of the person's own calendar */
  feed: string
}

/** When a mentor can be booked: a week, days unlike it, and the days nobody is. Plain forms. */
export function HoursPage({ view, wrong, saved, feed }: HoursPageProps) {
  const t = useT('sessions', 'http')
  const words = useDayWords()
  const tongue = useTongue()
  const errorsOf = (form: 'jam' | 'hari') => (wrong?.form === form ? wrong.errors : {})
  const week = errorsOf('jam')
  const day = errorsOf('hari')
  const typed = (form: 'jam' | 'hari', field: string, otherwise = '') => (wrong?.form === form ? (wrong.values[field] ?? '') : otherwise)
  const said = (errors: Record<string, string[]>, field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf({ ...week, ...day }, t)
  return (
    <>
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }]} />
      <div className="pagehead"><div><h1>{t('hours.title')}</h1><p>{t('hours.lede')}</p></div></div>
      {saved ? <NoteBar tone="leaf" role="status" className="mb-4">{t('hours.saved')}</NoteBar> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <div className="two">
        <form method="post" className="form">
          <h2>{t('hours.week')}</h2>
          <p className="muted sm">{t('hours.hint')}</p>
          <input type="hidden" name="form" value="jam" />
          {[1, 2, 3, 4, 5, 6, 7].map(weekday => (
            <Field key={weekday} name={`d${weekday}`} label={t(`weekday.${weekday}`)} error={said(week, `d${weekday}`)}>
              <TextInput autoComplete="off" placeholder={weekday === 1 ? t('hours.example') : t('hours.none')} defaultValue={typed('jam', `d${weekday}`, rangesText(view.hours.filter(one => one.weekday === weekday)))} />
            </Field>
          ))}
          <Field name="timeZone" label={t('hours.zone')} hint={t('hours.zoneHint')} error={said(week, 'timeZone')}>
            <Select options={zones.map(zone => ({ value: zone, label: t(`zone.${zoneWord(zone)}`) }))} defaultValue={typed('jam', 'timeZone', view.timeZone)} />
          </Field>
          <Button look="primary">{t('hours.save')}</Button>
        </form>
        <aside className="side">
          <section>
            <h2>{t('hours.exceptions')}</h2>
            {view.exceptions.length === 0 ? <p className="sm muted">{t('hours.noExceptions')}</p> : (
              <ul className="list">
                {view.exceptions.map(one => (
                  <li key={one.id} className="row py-2 sm">
                    <span><b className="b">{words.weekday(one.day)}, {words.long(one.day)}</b><br />
                      {one.away ? t('hours.awayDay') : t('hours.extraTime', { range: `${clockOf(one.startMinute ?? 0)}–${clockOf(one.endMinute ?? 0)}` })}{one.note ? ` · ${one.note}` : ''}</span>
                    <span className="sp" />
                    <form method="post" action={`/mentoring/waktu/${one.id}/hapus`}><button className="btn q sm" aria-label={t('hours.removeOf', { day: words.long(one.day) })}>{t('hours.remove')}</button></form>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2>{t('hours.add')}</h2>
            <form method="post" className="form" id="tambah">
              <input type="hidden" name="form" value="hari" />
              <FieldGroup label={t('hours.what')} name="away" error={said(day, 'away')}>
                <Choice type="radio" name="away" value="ya" defaultChecked={typed('hari', 'away', 'ya') === 'ya'}>{t('hours.away')}</Choice>
                <Choice type="radio" name="away" value="tidak" defaultChecked={typed('hari', 'away', 'ya') === 'tidak'}>{t('hours.extra')}</Choice>
              </FieldGroup>
              <Field name="day" label={t('hours.day')} error={said(day, 'day')}><TextInput type="date" required min={localOf(tongue.now, view.timeZone).day} defaultValue={typed('hari', 'day')} /></Field>
              <Field name="until" label={t('hours.until')} optional={t('ui:form.optional')} error={said(day, 'until')}><TextInput type="date" defaultValue={typed('hari', 'until')} /></Field>
              <div className="row items-end">
                <Field name="from" label={t('hours.from')} hint={t('hours.forExtra')} error={said(day, 'from')}><TextInput type="time" defaultValue={typed('hari', 'from')} /></Field>
                <Field name="to" label={t('hours.to')} error={said(day, 'to')}><TextInput type="time" defaultValue={typed('hari', 'to')} /></Field>
              </div>
              <Field name="note" label={t('hours.note')} hint={t('hours.noteHint')} optional={t('ui:form.optional')} error={said(day, 'note')}><TextInput maxLength={120} defaultValue={typed('hari', 'note')} /></Field>
              <Button>{t('hours.addSubmit')}</Button>
            </form>
          </section>
          <section>
            <h2>{t('hours.holidays')}</h2>
            <p className="sm muted">{t('hours.holidaysText')}</p>
            <ul className="sm mt-2">{view.holidays.map(one => <li key={one.day}>{words.long(one.day)} · {one.name}</li>)}</ul>
            {view.officer ? <p className="sm mt-2"><a className="link" href="/mentoring/program/libur">{t('hours.editHolidays')}</a></p> : null}
          </section>
          <section>
            <h2>{t('feed.title')}</h2>
            <p className="sm muted">{t('feed.text')}</p>
            <p className="sm mt-2"><a className="link break-all" href={feed}>{t('feed.link')}</a></p>
            <form method="post" action="/mentoring/kalender/kunci" className="mt-2"><Button small look="quiet">{t('feed.renew')}</Button></form>
          </section>
        </aside>
      </div>
    </>
  )
}
