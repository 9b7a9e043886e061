import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { useSaid } from '../components/use-said'
import { directoryPath, offerPath } from '../paths'

/** Until when an offer rests; also what a wrong day comes back to. */
export function PausePage({ offer, until, errors }: { offer: { id: number; title: string; pausedUntil: string | null }; until?: string; errors: Record<string, string[]> }) {
  const { t, mistakes, said } = useSaid(errors)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, { label: offer.title, href: offerPath(offer.id) }]} />
      <h1>{t('own.pauseNow')}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={`${offerPath(offer.id)}/jeda`} className="form mt-5">
        <Field label={t('own.pauseUntil')} hint={t('own.pauseHint')} name="until" error={said('until')} optional={t('ui:form.optional')}><TextInput type="date" defaultValue={until ?? offer.pausedUntil ?? ''} /></Field>
        <div className="row"><Button look="primary">{t('own.pauseNow')}</Button><ButtonLink look="quiet" href={offerPath(offer.id)}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
