import { useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { zones } from '~/features/people/zones'
import { RoomNav } from '../components/room-nav'
import { useSaid } from '../components/use-said'
import type { TagWord } from '../directory.queries.server'
import { languages } from '../kinds'
import { profilePath, rulesPath } from '../paths'

export interface ProfilePageProps {
  values: Record<string, string>
  chosen: Record<string, string[]>
  competencies: readonly TagWord[]
  errors: Record<string, string[]>
  saved: boolean
  accepted: boolean
}

/** What I want to learn, what those I ask may read, what others see of me as a mentor. */
export function ProfilePage({ values, chosen, competencies, errors, saved, accepted }: ProfilePageProps) {
  const { t, mistakes, said } = useSaid(errors)
  const { locale } = useTongue()
  const on = (list: string, value: string) => chosen[list]?.includes(value) ?? false
  const opt = t('ui:form.optional')
  return (
    <>
      <RoomNav current="profile" />
      <div className="text mt-5">
        <h1>{t('profile.title')}</h1>
        <p className="lede mt-2">{t('profile.lede')}</p>
        {saved && <NoteBar tone="leaf" role="status" className="mt-4">{t('profile.saved')}</NoteBar>}
        <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
        <form method="post" action={profilePath} className="form mt-5">
          <h2>{t('profile.learner')}</h2>
          <FieldGroup label={t('profile.wants')} hint={t('profile.wantsHint')} error={said('wants')} id="f-wants">
            <div className="grid gap-x-4 md:grid-cols-2">{competencies.map(one => <Choice key={one.slug} name="competencies" value={one.slug} defaultChecked={on('competencies', one.slug)}>{(locale === 'en' && one.nameEn) || one.name}</Choice>)}</div>
          </FieldGroup>
          <Field label={t('profile.wantsMore')} hint={t('offerForm.tagsHint')} optional={opt} name="wants" id="f-wants-more"><TextInput defaultValue={values.wants} maxLength={300} /></Field>
          <Field label={t('profile.about')} hint={t('profile.aboutHint')} error={said('learnerAbout')} optional={opt} name="learnerAbout"><TextArea rows={5} grows maxLength={1500} defaultValue={values.learnerAbout} /></Field>
          <h2 className="sec">{t('profile.both')}</h2>
          <FieldGroup label={t('profile.languages')} error={said('languages')} id="f-languages"><div className="grid gap-x-4 md:grid-cols-2">{languages.map(one => <Choice key={one} name="languages" value={one} defaultChecked={on('languages', one)}>{t(`language.${one}`)}</Choice>)}</div></FieldGroup>
          <Field label={t('profile.zone')} hint={t('profile.zoneHint')} error={said('timeZone')} name="timeZone"><Select defaultValue={values.timeZone} options={zones.map(zone => ({ value: zone, label: t(`zone.${zone.slice('Asia/'.length)}`) }))} /></Field>
          <h2 className="sec">{t('profile.mentor')}</h2>
          <FieldGroup label={t('profile.show')} id="f-show">
            <Choice name="showPosition" value="1" defaultChecked={values.showPosition === '1'}>{t('profile.showPosition')}</Choice>
            <Choice name="showHistory" value="1" defaultChecked={values.showHistory === '1'}>{t('profile.showHistory')}</Choice>
            <Choice name="publicName" value="1" defaultChecked={values.publicName === '1'} hint={t('profile.publicNameHint')}>{t('profile.publicName')}</Choice>
          </FieldGroup>
          <div className="row"><Button look="primary">{t('ui:acts.save')}</Button></div>
        </form>
        <p className="sm muted mt-6">{t(accepted ? 'profile.rulesAccepted' : 'profile.rulesOpen')} <a className="link" href={rulesPath()}>{t('rules.title')}</a></p>
      </div>
    </>
  )
}
