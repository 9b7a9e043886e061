import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { State } from '~/ui/marks'
import type { TopicHead } from '../views'

/** What moderators did with the topic that lasts: pinned, in slow mode, outside the lists, yet to appear. */
export function TopicActStates({ topic }: { topic: Pick<TopicHead, 'pinnedUntil' | 'slowMinutes' | 'unlisted' | 'publishAt'> }) {
  const t = useT('acts', 'forum')
  const tongue = useTongue()
  if (topic.publishAt !== undefined) return <State icon="clock">{t('appears', { time: formatDateTime(topic.publishAt, tongue) })}</State>
  return (
    <>
      {topic.pinnedUntil === undefined ? null : <State icon="pin">{t('forum:act.pinnedUntil', { date: formatDate(topic.pinnedUntil, tongue) })}</State>}
      {topic.slowMinutes === undefined ? null : <State icon="clock">{t('slowState')}</State>}
      {topic.unlisted ? <State icon="eye-off">{t('unlisted')}</State> : null}
    </>
  )
}
