import type { RefObject } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Choice } from '~/ui/field'

/** "Menjawab atas nama unit": what is written then carries the mark of the unit. */
export function VoiceSwitch({ voice, input }: { voice: { unitId: number; unit: string }; input?: RefObject<HTMLInputElement> }) {
  const t = useT('discussion')
  return <Choice ref={input} name="voice" value={voice.unitId} hint={t('voice.hint')}>{t('voice.speak', { unit: voice.unit })}</Choice>
}
