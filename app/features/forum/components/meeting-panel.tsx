import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { liveConnection } from '~/platform/live/client'
import { Icon } from '~/ui/icon'
import { NoteBar } from '~/ui/marks'
import { Prose } from '~/ui/prose'
import type { AnswersFact } from '../live-facts'
import { meetingPath, seriesPath } from '../meetings-paths'
import { phaseOf, replyNames, type MeetingView } from '../meetings-views'
import { topicPath } from '../paths'
import { MeetingAgenda } from './meeting-agenda'
import { MeetingState, useWhen } from './meeting-words'
import { TaskList } from './task-list'

/** The clock of the page: the server's when it was made, then the browser's own, so that a meeting begins and ends before one's eyes. */
function useNow(): number {
  const tongue = useTongue()
  const [now, setNow] = useState(tongue.now)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Figures as others answer. Names are for colleagues and not sent round: an open list of them asks again a little later, a shut one when it is opened. */
function useAnswers(meeting: MeetingView) {
  const [told, setTold] = useState<AnswersFact['counts'] | null>(null)
  const { revalidate } = useRevalidator()
  const list = useRef<HTMLDetailsElement>(null)
  const old = useRef(false)
  useEffect(() => {
    setTold(null)
    old.current = false
  }, [meeting])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = liveConnection().on<AnswersFact>('meeting-answers', fact => {
      if (fact.topicId !== meeting.id) return
      setTold(fact.counts)
      old.current = true
      clearTimeout(timer)
      if (list.current?.open) timer = setTimeout(revalidate, 1_000 + Math.random() * 2_000)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [meeting.id, revalidate])
  return { counts: told ?? meeting.counts, list, onToggle: () => { if (old.current && list.current?.open) revalidate() } }
}

function Answers({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  const { can, mine, people } = meeting
  const { counts, list, onToggle } = useAnswers(meeting)
  const any = replyNames.some(reply => counts[reply] > 0)
  return (
    <div className="mt-4">
      {can.answer ? (
        <form method="post" action={meetingPath(meeting.id, 'hadir')} className="row" aria-label={t('answer.title')}>
          {replyNames.map(reply => (
            <button key={reply} className={mine === reply ? 'btn sm p' : 'btn sm'} name="reply" value={mine === reply ? 'NONE' : reply} aria-pressed={mine === reply}>
              {mine === reply ? <Icon name="check" small /> : null}{t(`answer.${reply}`)}
            </button>
          ))}
        </form>
      ) : null}
      <p className="sm muted mt-2" role="status">{replyNames.map(reply => t(`answer.count${reply}`, { count: counts[reply] })).join(' · ')}</p>
      {people && any ? (
        <details className="sm mt-1" ref={list} onToggle={onToggle}>
          <summary>{t('answer.who')}</summary>
          <ul className="plain mt-2">
            {replyNames.filter(reply => people.some(person => person.reply === reply)).map(reply => (
              <li key={reply}><b>{t(`answer.${reply}`)}:</b> {people.filter(person => person.reply === reply).map((person, at) => <span key={person.id}>{at ? ', ' : ''}<a href={`/orang/${person.slug}`}>{person.name}</a></span>)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function Minutes({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  const tongue = useTongue()
  const { minutes, decisions, tasks } = meeting
  if (!minutes) return null
  return (
    <section className="card mt-5" aria-labelledby="notulen">
      <h2 id="notulen">{t('minutes.title')}</h2>
      <p className="xs faint">{t('minutes.saved', { time: formatDateTime(minutes.at, tongue) })} · <a className="link" href={meetingPath(meeting.id, 'notulen/riwayat')}>{t('minutes.history')}</a></p>
      <Prose html={minutes.html} className="mt-3" />
      {decisions.length ? <><h3 className="mt-4">{t('minutes.decisions')}</h3><div className="prose"><ol>{decisions.map(one => <li key={one}>{one}</li>)}</ol></div></> : null}
      {tasks.length ? <><h3 className="mt-4">{t('minutes.tasks')}</h3><TaskList tasks={tasks} back={`${topicPath(meeting)}#notulen`} /></> : null}
    </section>
  )
}

/** Above the thread of a meeting: when and where, who comes, what about, and afterwards what came of it. `here` are colleagues on the page now. */
export default function MeetingPanel({ meeting, here, clientKey }: { meeting: MeetingView; here: readonly { id: number; name: string }[]; clientKey: string }) {
  const t = useT('meetings')
  const when = useWhen()
  const now = useNow()
  const [news, setNews] = useState(false)
  const { id, series, place, link, hosts, can, reason } = meeting
  useEffect(() => liveConnection().on<{ topicId: number }>('meeting', fact => { if (fact.topicId === id) setNews(true) }), [id])
  const running = phaseOf(meeting, now) === 'now'
  return (
    <div className="mb-6">
      {news ? <NoteBar tone="sea" role="status" className="mb-3" href={topicPath(meeting)}>{t('news')}</NoteBar> : null}
      <section className="card" aria-labelledby="rapat">
        <div className="row">
          <h2 id="rapat">{t('meeting')}</h2>
          <MeetingState times={meeting} now={now} />
          <span className="sp" />
          <a className="link sm" href={seriesPath(series)}>{t('ofSeries')}</a>
        </div>
        <p className="b mt-2">{when(meeting)}</p>
        {reason ? <p className="muted">{t('reason', { reason })}</p> : null}
        {place ? <p className="mt-1"><Icon name="map-pin" small /> {place}</p> : null}
        {link ? <p className="mt-1"><Icon name="link" small /> <a className="link" href={link} rel="noopener noreferrer nofollow">{t('join')}</a></p> : null}
        <p className="sm muted mt-1">{t('hosts')} {hosts.map((host, at) => <span key={host.id}>{at ? ', ' : ''}<a href={`/orang/${host.slug}`}>{host.name}</a></span>)}</p>
        {running && here.length ? <p className="sm mt-2" role="status"><Icon name="users" small /> {t('here', { names: here.slice(0, 8).map(person => person.name).join(', '), count: here.length })}</p> : null}
        <Answers meeting={meeting} />
        <p className="row mt-4">
          {meeting.skipped ? null : <a className="btn q sm" href={meetingPath(id, 'kalender.ics')} download><Icon name="calendar" small />{t('calendar.one')}</a>}
          {can.minutes ? <a className="btn sm" href={meetingPath(id, 'notulen')}><Icon name="notebook-pen" small />{t(meeting.minutes ? 'minutes.edit' : 'minutes.write')}</a> : null}
          {can.steer ? <a className="btn q sm" href={meetingPath(id, 'pindah')}>{t('move.link')}</a> : null}
          {can.steer ? <a className="btn q sm" href={meetingPath(id, 'lewati')}>{t('skip.link')}</a> : null}
        </p>
      </section>
      <Minutes meeting={meeting} />
      <MeetingAgenda meeting={meeting} clientKey={clientKey} />
    </div>
  )
}
