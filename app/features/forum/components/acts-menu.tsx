import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { Menu } from '~/ui/menu'
import type { TopicHead } from '../views'

/** What a moderator does with the whole topic: each a page of its own, with its reason. */
export function ActsMenu({ topic }: { topic: TopicHead }) {
  const t = useT('acts')
  const to = (act: string) => `/topik/${topic.id}/${act}`
  return (
    <Menu summary={<><Icon name="shield" small />{t('menu')}</>} summaryClass="btn q sm">
      {topic.closed ? null : topic.locked ? <a className="mi" href={to('buka')}>{t('buka.name')}</a> : <a className="mi" href={to('kunci')}>{t('kunci.name')}</a>}
      <a className="mi" href={to('sematkan')}>{t('sematkan.name')}</a>
      <a className="mi" href={to('jeda')}>{t('jeda.name')}</a>
      <a className="mi" href={to('pindah')}>{t('pindah.name')}</a>
      {topic.unlisted ? <a className="mi" href={to('tampilkan')}>{t('tampilkan.name')}</a> : <a className="mi" href={to('sembunyi')}>{t('sembunyi.name')}</a>}
      {topic.kind === 'CONSULTATION' && topic.closed ? null : <a className="mi" href={to('pecah')}>{t('pecah.name')}</a>}
      {topic.kind === 'CONSULTATION' || topic.kind === 'MEETING' ? null : <a className="mi" href={to('gabung')}>{t('gabung.name')}</a>}
      <a className="mi" href={to('tindakan')}>{t('history')}</a>
    </Menu>
  )
}
