import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import type { Pace, RuleGroup } from '../groups'

export interface UnsubscribeProps {
  pace: Exclude<Pace, 'OFF'>
  groups: RuleGroup[]
  stopped: boolean
}

/** Opened from a mail, by anybody who has it: says what would end, and ends it with one press. */
export function UnsubscribePage({ found }: { found: UnsubscribeProps | null }) {
  const t = useT('notifications')
  const settings = <ButtonLink href="/akun/pemberitahuan">{t('stop.settings')}</ButtonLink>
  if (!found) return (
    <div className="narrow card mt-4">
      <h1 className="text-xl">{t('stop.invalid')}</h1>
      <p className="muted mt-2">{t('stop.invalidText')}</p>
      <div className="row mt-4">{settings}</div>
    </div>
  )
  return (
    <div className="narrow card mt-4">
      <h1 className="text-xl">{t(found.stopped ? 'stop.done' : 'stop.title')}</h1>
      <p className="mt-2" role={found.stopped ? 'status' : undefined}>{t(found.stopped ? `stop.doneText.${found.pace}` : `stop.ask.${found.pace}`)}</p>
      <ul className="plain mt-2">{found.groups.map(group => <li key={group}>{t(`settings.group.${group}.title`)}</li>)}</ul>
      <p className="sm muted mt-3">{t('stop.bell')}</p>
      <form method="post" className="row mt-4">
        {found.stopped ? <Button name="lagi" value="1">{t('stop.again')}</Button> : <Button look="primary">{t('stop.act')}</Button>}
        {settings}
      </form>
    </div>
  )
}
