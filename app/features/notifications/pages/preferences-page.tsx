import { deviceOf } from '~/features/people/device'
import { zones } from '~/features/people/zones'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { PushSwitch } from '../components/push-switch'
import { paces, ruleGroups, type RuleGroup } from '../groups'
import type { Preferences } from '../preferences.queries.server'

export type PreferencesErrors = Record<string, string[] | null | undefined>
export const errorsOf = (answer: { result: { error?: PreferencesErrors | null } } | undefined): PreferencesErrors => answer?.result.error ?? {}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function Group({ group, preferences }: { group: RuleGroup; preferences: Preferences }) {
  const t = useT('notifications')
  const chosen = preferences.channels[group]
  const title = t(`settings.group.${group}.title`)
  return (
    <li className="py-4" id={`g-${group}`}>
      <fieldset className="row items-start">
        <legend className="b">{title}</legend>
        <p className="sm muted min-w-[14rem] flex-1">{t(`settings.group.${group}.hint`)}</p>
        <div className="row">
          <Choice name={`channels.${group}.bell`} defaultChecked={chosen.bell}>{t('settings.bell')}</Choice>
          <Choice name={`channels.${group}.push`} defaultChecked={chosen.push}>{t('settings.push')}</Choice>
          <Select name={`channels.${group}.mail`} aria-label={t('settings.mailOf', { group: title })} defaultValue={chosen.mail} className="w-auto" options={paces.map(pace => ({ value: pace, label: t(`settings.pace.${pace}`) }))} />
        </div>
      </fieldset>
    </li>
  )
}

function Devices({ preferences }: { preferences: Preferences }) {
  const t = useT('notifications')
  const tongue = useTongue()
  return (
    <section className="sec" aria-labelledby="devices">
      <h2 id="devices">{t('settings.devices')}</h2>
      <p className="sm muted mb-3">{t('settings.devicesHint')}</p>
      <PushSwitch publicKey={preferences.pushKey} />
      {preferences.devices.length === 0 ? <p className="sm muted mt-3">{t('settings.none')}</p> : (
        <ul className="list mt-3">
          {preferences.devices.map(device => {
            const name = deviceOf(device.userAgent) || t('settings.unknown')
            return (
              <li key={device.id} className="py-2">
                <form method="post" action="/akun/pemberitahuan/perangkat" className="row">
                  <span><b className="b">{name}</b> <span className="sm muted">{t('settings.since', { at: formatDate(device.createdAt, tongue) })}</span></span>
                  <span className="sp" />
                  <Button small name="hapus" value={device.id} aria-label={t('settings.removeOf', { device: name })}>{t('settings.remove')}</Button>
                </form>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

export function PreferencesPage({ preferences, saved, errors }: { preferences: Preferences; saved: boolean; errors: PreferencesErrors }) {
  const t = useT('notifications')
  const tongue = useTongue()
  const wordsOf = (field: string) => (errors[field] ?? []).map(key => t(key))
  const wrong = Object.keys(errors).filter(field => wordsOf(field).length > 0)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('ui:nav.settings'), href: '/akun' }, { label: t('settings.title') }]} />
      <h1>{t('settings.heading')}</h1>
      <p className="lede mt-2">{t('settings.lede')}</p>
      <p className="row mt-3"><a className="link" href="/akun/pemberitahuan/ringkasan">{t('settings.see')}</a><a className="link" href="/akun/ikuti">{t('settings.watches')}</a></p>
      {saved && <NoteBar tone="leaf" role="status" className="mt-4">{t('settings.saved')}</NoteBar>}
      {preferences.email === null && <NoteBar tone="sea" className="mt-4">{t('settings.noEmail')} <a className="link" href="/akun/surel">{t('settings.noEmailAct')}</a></NoteBar>}
      {preferences.heldUntil !== null && <NoteBar className="mt-4">{t('settings.held', { at: formatDateTime(preferences.heldUntil, tongue) })}</NoteBar>}
      <form method="post" action="/akun/pemberitahuan" className="form mt-6">
        <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={wrong.map(field => ({ text: wordsOf(field)[0] ?? '', field: `f-${field}` }))} />
        <h2>{t('settings.what')}</h2>
        <ul className="list">{ruleGroups.map(group => <Group key={group} group={group} preferences={preferences} />)}</ul>
        <h2>{t('settings.when')}</h2>
        <Choice name="quiet" defaultChecked={preferences.quiet} hint={t('settings.quietHint')}>{t('settings.quiet')}</Choice>
        <div className="row">
          <Field label={t('settings.quietFrom')} name="quietFrom" error={wordsOf('quietFrom')}><TextInput type="time" className="w-auto" defaultValue={clock(preferences.quietFrom)} /></Field>
          <Field label={t('settings.quietTo')} name="quietTo" error={wordsOf('quietTo')}><TextInput type="time" className="w-auto" defaultValue={clock(preferences.quietTo)} /></Field>
        </div>
        <FieldGroup label={t('settings.days')} hint={t('settings.daysHint')} name="days" error={wordsOf('days')}>
          <div className="row">{[1, 2, 3, 4, 5, 6, 7].map(day => <Choice key={day} name="days" value={String(day)} defaultChecked={preferences.days.includes(day)}>{t(`settings.day.${day}`)}</Choice>)}</div>
        </FieldGroup>
        <Field label={t('settings.zone')} hint={t('settings.zoneHint')} name="timeZone" error={wordsOf('timeZone')}>
          <Select defaultValue={tongue.timeZone} options={zones.map(zone => ({ value: zone, label: t(`settings.zones.${zone.slice(5)}`) }))} />
        </Field>
        <Field label={t('settings.digestAt')} name="digestAt" hint={t('settings.digestHint')} error={wordsOf('digestAt')}>
          <TextInput type="time" required className="w-auto" defaultValue={clock(preferences.digestAt)} />
        </Field>
        <Choice name="autoWatch" defaultChecked={preferences.autoWatch} hint={t('settings.autoWatchHint')}>{t('settings.autoWatch')}</Choice>
        <div><Button look="primary">{t('settings.save')}</Button></div>
      </form>
      <Devices preferences={preferences} />
    </div>
  )
}
