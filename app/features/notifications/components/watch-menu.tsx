import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { Menu } from '~/ui/menu'
import { kindOfTarget, watchLevels } from '../policy'
import type { WatchState } from '../watches.queries.server'

/** Follow or not in one click; the list beside it holds every level. Plain forms: works without JavaScript. `back` is the page it stands on. */
export function WatchMenu({ watch, back }: { watch: WatchState; back: string }) {
  const t = useT('watch')
  const { target, level } = watch
  const kind = kindOfTarget(target)
  const now = level ?? 'MENTIONS'
  const hidden = <><input type="hidden" name="target" value={target} /><input type="hidden" name="ke" value={back} /></>
  const word = now === 'ALL' ? 'following' : now === 'MUTE' ? 'muted' : 'follow'
  const says = now === 'ALL' ? 'unfollow' : now === 'MUTE' ? 'unmute' : 'follow'
  return (
    <div className="row relative flex-nowrap gap-1">
      <form method="post" action="/ikuti">
        {hidden}
        <button className="btn sm" name="tingkat" value={now === 'MENTIONS' ? 'ALL' : 'MENTIONS'} title={t(says)}>
          <Icon name={now === 'MUTE' ? 'bell-off' : now === 'ALL' ? 'check' : 'bell'} small />{t(word)}
        </button>
      </form>
      <Menu summary={<Icon name="chevron-down" small />} label={t('choose')} summaryClass="btn sm q" side="near">
        <form method="post" action="/ikuti">
          {hidden}
          {watchLevels.map(one => (
            <button key={one} className="mi" name="tingkat" value={one} aria-current={one === now ? 'true' : undefined}>
              <Icon name={one === now ? 'check' : one === 'MUTE' ? 'bell-off' : one === 'ALL' ? 'bell' : 'at-sign'} small />{t(`${kind}.${one}`)}
            </button>
          ))}
        </form>
      </Menu>
    </div>
  )
}
