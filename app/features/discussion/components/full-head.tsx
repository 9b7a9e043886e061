import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'

/** Above a text that has the whole phone: the way back, and what is written. */
export function FullHead({ title, leave }: { title?: string; leave: () => Promise<void> }) {
  const t = useT('discussion')
  return (
    <div className="full-head">
      <button type="button" className="ib" aria-label={t('composer.close')} onClick={() => void leave()}><Icon name="x" /></button>
      {title ? <b aria-hidden="true">{title}</b> : null}
    </div>
  )
}
