import { useT } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { TaskList } from '../components/task-list'
import type { TaskView } from '../meetings-views'

type ListName = 'mine' | 'hosted' | 'done'
const words: Record<ListName, string> = { mine: 'saya', hosted: 'pandu', done: 'selesai' }

/** What was given to me, and what is open in the discussions I host. */
export function TasksPage({ list, rows, next, paged }: { list: ListName; rows: TaskView[]; next: string | null; paged: boolean }) {
  const t = useT('meetings')
  const address = (one: ListName, cursor?: string | null) => {
    const query = new URLSearchParams({ ...(one === 'mine' ? {} : { daftar: words[one] }), ...(cursor ? { kursor: cursor } : {}) })
    return `/forum/tugas${query.size ? `?${query}` : ''}`
  }
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('forum'), href: '/forum' }, { label: t('series.title'), href: '/forum/rutin' }, { label: t('task.title') }]} />
      <div className="pagehead"><div><h1>{t('task.title')}</h1><p>{t('task.lede')}</p></div></div>
      <Segments label={t('task.lists')} items={(['mine', 'hosted', 'done'] as const).map(one => ({ label: t(`task.list.${one}`), href: address(one), current: one === list }))} />
      {rows.length ? <TaskList tasks={rows} back={address(list)} named /> : (
        <div className="mt-5"><EmptyState title={t(`task.empty.${list}`)} acts={<ButtonLink href="/forum/rutin">{t('series.browse')}</ButtonLink>}>{t('task.emptyText')}</EmptyState></div>
      )}
      <Pager label={t('task.lists')} newer={paged ? { label: t('newest'), href: address(list) } : null} older={next ? { label: t('older'), href: address(list, next) } : null} />
    </div>
  )
}
