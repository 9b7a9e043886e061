import { formatNumber } from '~/platform/i18n/format'
import { useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { useSaid } from '../components/use-said'
import { directoryPath, numbersPath } from '../paths'
import { settingDefaults, settingKeys, type SettingKey } from '../settings'

export interface NumbersPageProps {
  values: Record<string, string>
  errors: Record<string, string[]>
  saved: boolean
}

const sections = ['requests', 'slots', 'reviews', 'pairs', 'match'] as const
const idOf = (key: SettingKey) => `f-${key.replace('.', '-')}`

/** Every number of the programme; what stands there holds from the moment it is saved. */
export function NumbersPage({ values, errors, saved }: NumbersPageProps) {
  const { t, said } = useSaid(errors)
  const { locale } = useTongue()
  const mistakes = Object.entries(errors).flatMap(([field, keys]) => keys.map(key => (field === 'form' ? { text: t(key) } : { text: `${t(`number.${field}`)}: ${t(key)}`, field: idOf(field as SettingKey) })))
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, { label: t('numbers.title') }]} />
      <h1>{t('numbers.title')}</h1>
      <p className="lede mt-2">{t('numbers.lede')}</p>
      {saved && <NoteBar tone="leaf" role="status" className="mt-4">{t('numbers.saved')}</NoteBar>}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={numbersPath} className="mt-5">
        {sections.map(section => (
          <section key={section} className="sec">
            <h2>{t(`numbers.${section}`)}</h2>
            {section === 'match' && <p className="sm muted mb-3">{t('numbers.matchText')}</p>}
            <div className="grid gap-4 md:grid-cols-2">
              {settingKeys.filter(key => key.startsWith(`${section}.`)).map(key => (
                <Field key={key} label={t(`number.${key}`)} hint={t('numbers.default', { value: formatNumber(settingDefaults[key], locale, 1) })} error={said(key)} name={key} id={idOf(key)}><TextInput inputMode="decimal" defaultValue={values[key]} maxLength={6} required /></Field>
              ))}
            </div>
          </section>
        ))}
        <div className="row mt-6"><Button look="primary">{t('ui:acts.save')}</Button></div>
      </form>
    </div>
  )
}
