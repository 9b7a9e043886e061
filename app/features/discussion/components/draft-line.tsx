import { formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import type { DraftState } from './use-draft'

/** Where the text is kept, in words; polite, so that it never interrupts. */
export function DraftLine({ draft }: { draft: DraftState }) {
  const t = useT('discussion')
  const tongue = useTongue()
  const words = draft.state === 'saving' ? t('draft.saving')
    : draft.state === 'saved' ? t('draft.saved', { time: formatTime(draft.at, tongue) })
    : draft.state === 'local' ? t('draft.local') : ''
  return <span className="draft" role="status">{words}</span>
}
