import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { NoteBar, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { useSaid } from '../components/use-said'
import type { Guest } from '../guests.server'
import { directoryPath, guestsPath } from '../paths'

export interface GuestsPageProps {
  guests: readonly Guest[]
  values: Record<string, string>
  errors: Record<string, string[]>
  invited: 'new' | 'known' | null
}

/** Retired seniors and partners' experts who are mentors because an officer asked them. */
export function GuestsPage({ guests, values, errors, invited }: GuestsPageProps) {
  const { t, mistakes, said } = useSaid(errors)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, { label: t('guests.title') }]} />
      <h1>{t('guests.title')}</h1>
      <p className="lede mt-2">{t('guests.lede')}</p>
      {invited && <NoteBar tone="leaf" role="status" className="mt-4">{t(`guests.invited.${invited}`)}</NoteBar>}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={guestsPath} className="form mt-5">
        <Field label={t('guests.email')} hint={t('guests.emailHint')} error={said('email')} name="email"><TextInput type="email" defaultValue={values.email} maxLength={200} required /></Field>
        <Field label={t('guests.name')} hint={t('guests.nameHint')} error={said('name')} optional={t('ui:form.optional')} name="name"><TextInput defaultValue={values.name} maxLength={120} /></Field>
        <Field label={t('guests.organisation')} hint={t('guests.organisationHint')} error={said('organisation')} optional={t('ui:form.optional')} name="organisation"><TextInput defaultValue={values.organisation} maxLength={120} /></Field>
        <div className="row"><Button look="primary" icon="user-plus">{t('guests.invite')}</Button></div>
      </form>
      <section className="sec">
        <h2>{t('guests.list')}</h2>
        {guests.length === 0 ? <p className="muted">{t('guests.none')}</p> : (
          <ul className="list">
            {guests.map(guest => (
              <li key={guest.id} className="row py-3">
                <div><a className="link b" href={`/orang/${guest.slug}`}>{guest.name}</a><div className="sm muted">{[guest.organisation, t('guests.by', { name: guest.invitedBy }), t('guests.offers', { count: guest.offers })].filter(Boolean).join(' · ')}</div></div>
                <span className="sp" />
                {guest.waiting && <State icon="mail">{t('guests.waiting')}</State>}
                <form method="post" action={`${guestsPath}/${guest.id}/akhiri`}><Button look="quiet" small>{t('guests.end')}</Button></form>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
