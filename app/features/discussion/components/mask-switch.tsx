import type { RefObject } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Choice } from '~/ui/field'

/** "Tulis dengan nama samaran", with what that means: who sees what, who can open it. */
export function MaskSwitch({ input, checked }: { input?: RefObject<HTMLInputElement>; checked?: boolean }) {
  const t = useT('discussion')
  return <Choice ref={input} name="samaran" value="1" defaultChecked={checked} hint={t('mask.hint')}>{t('mask.write')}</Choice>
}
