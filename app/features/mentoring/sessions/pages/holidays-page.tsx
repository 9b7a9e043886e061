import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { useDayWords } from '../../components/session-words'
import type { HolidayView } from '../../hours.queries.server'

/** Days on which nobody is booked. For officers of the programme. */
export function HolidaysPage({ days, values, errors }: { days: readonly HolidayView[]; values: Record<string, string>; errors: Record<string, string[]> }) {
  const t = useT('sessions', 'http')
  const words = useDayWords()
  const said = (field: string) => errors[field]?.map(key => t(key))
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: t('hours.title'), href: '/mentoring/waktu' }]} />
      <h1>{t('holidays.title')}</h1>
      <p className="lede mt-2">{t('holidays.lede')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(errors, t)} />
      <form method="post" className="row items-end mt-5">
        <Field name="day" label={t('hours.day')} error={said('day')}><TextInput type="date" required defaultValue={values.day} /></Field>
        <Field name="name" label={t('holidays.name')} error={said('name')}><TextInput required maxLength={80} defaultValue={values.name} /></Field>
        <Button look="primary">{t('holidays.add')}</Button>
      </form>
      <ul className="list mt-5">
        {days.map(one => (
          <li key={one.day} className="row py-2">
            <span><b className="b">{words.weekday(one.day)}, {words.long(one.day)}</b> · {one.name}</span><span className="sp" />
            <form method="post"><input type="hidden" name="hapus" value={one.day} /><button className="btn q sm" aria-label={t('hours.removeOf', { day: words.long(one.day) })}>{t('hours.remove')}</button></form>
          </li>
        ))}
      </ul>
    </div>
  )
}
