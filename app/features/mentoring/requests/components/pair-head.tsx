import { useT } from '~/platform/i18n/i18n'
import { Breadcrumbs } from '~/ui/navigation'
import type { PairView } from '../../pairs-views'

/** Where this page of the room stands: its room, whose it is, and that nobody else reads it. */
export function PairHead({ pair, title, lede }: { pair: Pick<PairView, 'id' | 'title' | 'mentor' | 'learners'>; title: string; lede?: string }) {
  const t = useT('requests')
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: pair.title, href: `/mentoring/ruang/${pair.id}` }, { label: title }]} />
      <div className="pagehead"><div>
        <h1>{title}</h1>
        <p>{lede ?? [pair.mentor.name, ...pair.learners.map(one => one.name)].join(' · ')}</p>
      </div></div>
    </>
  )
}
