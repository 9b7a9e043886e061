import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { EmptyState, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { categoryName } from '../components/topic-row'
import { minuteOf } from '../dates'
import { topicPath } from '../paths'
import type { WaitingTopic } from '../waiting.queries.server'

export interface HistoryPageProps {
  topic: { id: number; title: string; url: string }
  acts: { id: number; act: string; reason: string; at: number; byName: string; undone: boolean }[]
}

/** What was done with a topic, each with a button that takes it back. */
export function ActHistoryPage({ topic, acts }: HistoryPageProps) {
  const t = useT('forum', 'acts', 'moderation')
  const tongue = useTongue()
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: topic.title, href: topic.url }]} />
      <h1>{t('acts:history')}</h1>
      <p className="lede mt-2">{t('acts:historyText')}</p>
      {acts.length === 0 ? <EmptyState title={t('acts:none')} acts={<ButtonLink href={topic.url}>{t('acts:back')}</ButtonLink>} /> : (
        <ul className="list mt-5">
          {acts.map(act => (
            <li key={act.id} className="py-3">
              <div className="row">
                <b className="b">{t(`moderation:done.${act.act}`)}</b>
                <span className="xs faint">{t('acts:by', { name: act.byName, time: formatDateTime(act.at, tongue) })}</span>
                <span className="sp" />
                {act.undone ? <State icon="rotate-ccw">{t('acts:undone')}</State> : <form method="post" action={`/tindakan/${act.id}/batal`}><Button small>{t('acts:undo')}</Button></form>}
              </div>
              <p className="sm muted">{act.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Waiting({ topic, planned, error }: { topic: WaitingTopic; planned: boolean; error?: string | undefined }) {
  const t = useT('forum', 'acts')
  const tongue = useTongue()
  return (
    <li className="py-3">
      <div className="row"><b className="b">{planned && !topic.mine ? topic.title : <a className="link" href={topicPath(topic)}>{topic.title}</a>}</b><span className="xs faint">{categoryName({ name: topic.category, nameEn: topic.categoryEn }, tongue.locale)} · {topic.authorName}</span></div>
      <p className="sm">{topic.excerpt}</p>
      {planned ? (
        <div className="row items-end mt-2">
          <form method="post" action={`/topik/${topic.id}/terbit`} className="row items-end">
            <Field label={t('acts:publishAt')} name="publishAt" id={`f-at-${topic.id}`} error={error ? t(error) : undefined}><TextInput type="datetime-local" defaultValue={minuteOf(topic.at, tongue.timeZone)} /></Field>
            <Button small name="act" value="time">{t('acts:changeTime')}</Button>
            <Button small name="act" value="now">{t('acts:publishNow')}</Button>
            <Button small look="danger" name="act" value="cancel">{t('acts:cancelPlan')}</Button>
          </form>
        </div>
      ) : <form method="post" action={`/topik/${topic.id}/tampilkan`} className="mt-2"><span className="xs faint">{formatDateTime(topic.at, tongue)}</span> <Button small>{t('acts:tampilkan.do')}</Button></form>}
    </li>
  )
}

/** What is not in the lists yet: it appears later, or waits for an official to see it. */
export function WaitingPage({ planned, unseen, official, wrong }: { planned: WaitingTopic[]; unseen: WaitingTopic[]; official: boolean; wrong: { id: number; error: string } | null }) {
  const t = useT('forum', 'acts')
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: t('acts:waiting') }]} />
      <h1>{t('acts:waiting')}</h1>
      <section className="mt-6"><h2>{t('acts:plannedTitle')}</h2>
        {planned.length === 0 ? <p className="muted mt-2">{t('acts:plannedNone')}</p> : <ul className="list">{planned.map(topic => <Waiting key={topic.id} topic={topic} planned error={wrong?.id === topic.id ? wrong.error : undefined} />)}</ul>}
      </section>
      <section className="mt-6"><h2>{t('acts:unseenTitle')}</h2><p className="sm muted">{t(official ? 'acts:unseenText' : 'acts:unseenOwn')}</p>
        {unseen.length === 0 ? <p className="muted mt-2">{t('acts:unseenNone')}</p> : (
          <ul className="list">{unseen.map(topic => (official ? <Waiting key={topic.id} topic={topic} planned={false} /> : <li key={topic.id} className="py-3"><a className="link" href={topicPath(topic)}>{topic.title}</a></li>))}</ul>
        )}
      </section>
    </div>
  )
}
