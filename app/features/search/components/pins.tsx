import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import type { Pin } from '../pins.server'

export interface PinsProps {
  pins: readonly Pin[]
  values: { pinWords: string; address: string }
  errors: Readonly<Record<string, readonly string[]>>
}

/** Which pages stand first for which words. */
export function Pins({ pins, values, errors }: PinsProps) {
  const t = useT('search')
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <section aria-label={t('pins.title')}>
      {pins.length > 0 ? (
        <ul className="list">
          {pins.map(pin => (
            <li key={pin.id} className="row py-3">
              <span className="min-w-0 flex-1"><b>{pin.words}</b><br />{pin.url ? <a className="link sm" href={pin.url}>{pin.title}</a> : <span className="sm muted">{t('pins.gone')}</span>}</span>
              <form method="post" action="/admin/pencarian/dahulukan"><Button small look="quiet" name="hapus" value={pin.id} aria-label={t('pins.removeOf', { words: pin.words })}>{t('pins.remove')}</Button></form>
            </li>
          ))}
        </ul>
      ) : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action="/admin/pencarian/dahulukan" className="form mt-4">
        <Field label={t('pins.words')} error={said('pinWords')} name="pinWords"><TextInput maxLength={120} defaultValue={values.pinWords} /></Field>
        <Field label={t('pins.address')} hint={t('pins.addressHint')} error={said('address')} name="address"><TextInput maxLength={300} defaultValue={values.address} /></Field>
        <p><Button>{t('pins.add')}</Button></p>
      </form>
    </section>
  )
}
