import { useEffect, useState } from 'react'
import { liveConnection } from '~/platform/live/client'
import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { SongketBand } from '~/ui/mark'
import { NoteBar, State } from '~/ui/marks'
import { Avatar } from '~/ui/person'
import { Prose } from '~/ui/prose'
import { Steps, type Step } from '~/ui/thread'
import type { OfficialView, TopicMore, VerdictView } from '../kind-views'
import { topicPath } from '../paths'
import type { TopicPage } from '../views'
import { PollPanel } from './poll-panel'

/** Considered, decided, done: what was said with its day, what is still ahead without one. */
function useLadder(official: readonly OfficialView[]): Step[] {
  const t = useT('kinds')
  const tongue = useTongue()
  const said = [...official].reverse()
  const steps: Step[] = said.map((one, at) => ({ label: t(`forum:official.state.${one.state}`), detail: formatDate(one.at, tongue), state: at === said.length - 1 ? 'now' : 'done' }))
  const now = said.at(-1)?.state
  if (now === 'CONSIDERED') steps.push({ label: t('official.decision'), state: 'ahead' }, { label: t('forum:official.state.DONE'), state: 'ahead' })
  if (now === 'ACCEPTED' || now === 'PARTLY') steps.push({ label: t('forum:official.state.DONE'), state: 'ahead' })
  return steps
}

function OfficialAnswer({ official }: { official: readonly OfficialView[] }) {
  const t = useT('kinds')
  const tongue = useTongue()
  const ladder = useLadder(official)
  const [now, ...earlier] = official
  if (!now) return null
  return (
    <section className="official" aria-labelledby="jawaban-resmi">
      <SongketBand />
      <div>
        <div className="official-head">
          <Avatar name={now.unit.replace(/^(Dinas|Badan|Kecamatan|Kelurahan)\s+/, '')} kind="official" />
          <div className="who"><h2 id="jawaban-resmi" className="text-base">{t('forum:official.by', { unit: now.unit })}</h2><div className="k"><a href={`/orang/${now.slug}`}>{now.name}</a>{now.position ? `, ${now.position}` : ''} · {formatDate(now.at, tongue)}</div></div>
          <State icon="stamp" tone="official">{t(`forum:official.state.${now.state}`)}</State>
        </div>
        <Prose html={now.html} className="mt-4" />
        <div className="mt-5"><Steps items={ladder} /></div>
        {earlier.length ? (
          <details className="mt-4">
            <summary className="sm">{t('official.earlier', { count: earlier.length })}</summary>
            {earlier.map(one => (
              <div key={one.id} className="mt-4">
                <p className="sm"><b>{t(`forum:official.state.${one.state}`)}</b> · {one.name}{one.position ? `, ${one.position}` : ''} · {formatDate(one.at, tongue)}</p>
                <Prose html={one.html} className="mt-1" />
              </div>
            ))}
          </details>
        ) : null}
      </div>
    </section>
  )
}

function Verdicts({ verdicts, base }: { verdicts: readonly VerdictView[]; base: string }) {
  const t = useT('kinds')
  return (
    <table className="tbl mt-4">
      <caption>{t('verdict.title')}</caption>
      <thead><tr><th scope="col">{t('verdict.proposal')}</th><th scope="col">{t('verdict.result')}</th></tr></thead>
      <tbody>{verdicts.map(one => (
        <tr key={one.number}>
          <th scope="row"><a className="link" href={`${base}/${one.number}#p${one.number}`}>#{one.number}</a> {one.author}</th>
          <td><State icon="stamp" tone="official">{t(`forum:official.state.${one.state}`)}</State>{one.note ? <div className="sm muted">{one.note}</div> : null}</td>
        </tr>
      ))}</tbody>
    </table>
  )
}

function Consultation({ page, more, me }: { page: TopicPage; more: TopicMore; me: number | null }) {
  const t = useT('kinds')
  const tongue = useTongue()
  const { topic, can } = page
  const { consultation, official, verdicts, parts, poll } = more
  if (!consultation) return null
  const waiting = topic.closed && (official.length === 0 || official[0]?.state === 'CONSIDERED')
  return (
    <>
      <OfficialAnswer official={official} />
      <ul className="plain sm muted mt-4">
        <li>{t(topic.closed ? 'consultation.factsClosed' : 'consultation.facts', { opened: formatDate(topic.createdAt, tongue), closes: formatDate(topic.closesAt ?? topic.createdAt, tongue) })}</li>
        <li>{t('consultation.responsible')} <a className="link" href={`/forum/unit/${encodeURIComponent(consultation.code)}`}>{consultation.unit}</a> · {t('consultation.promise', { count: consultation.promisedDays })}{waiting ? ` · ${t('consultation.waiting')}` : ''}</li>
        <li>{t('consultation.results')} <a className="link" href={`/forum/t/${topic.id}/hasil.xlsx`} download="">{t('consultation.sheet')}</a> · <a className="link" href={`/forum/t/${topic.id}/hasil.pdf`} download="">{t('consultation.pdf')}</a></li>
      </ul>
      {can.official ? (
        <p className="row mt-4">
          <a className="btn sm" href={`/topik/${topic.id}/jawaban-resmi`}><Icon name="stamp" small />{t('official.write')}</a>
          <a className="btn q sm" href={`/topik/${topic.id}/konsultasi`}><Icon name="pencil" small />{t('consultation.keep')}</a>
        </p>
      ) : null}
      {parts.SUMMARY || verdicts.length ? (
        <section className="sec" aria-labelledby="ringkasan">
          <h2 id="ringkasan">{t('consultation.summary')}</h2>
          {parts.SUMMARY ? <Prose html={parts.SUMMARY} className="mt-2" /> : null}
          {verdicts.length ? <Verdicts verdicts={verdicts} base={topicPath(topic)} /> : null}
        </section>
      ) : null}
      {poll ? <PollPanel threadId={topic.id} poll={poll} vote={can.vote ?? false} member={me !== null} /> : null}
    </>
  )
}

/** What came of it stands on top; how it was and what to repeat follow. */
function Experience({ parts }: { parts: TopicMore['parts'] }) {
  const t = useT('kinds')
  if (!parts.OUTCOME && !parts.SITUATION && !parts.REPEAT) return null
  return (
    <section className="box leaf" aria-labelledby="hasil">
      <h2 id="hasil">{t('part.outcome')}</h2>
      {parts.OUTCOME ? <Prose html={parts.OUTCOME} /> : null}
      {parts.REPEAT ? <><h3>{t('part.repeat')}</h3><Prose html={parts.REPEAT} /></> : null}
      {parts.SITUATION ? <><h3>{t('part.situation')}</h3><Prose html={parts.SITUATION} /></> : null}
    </section>
  )
}

function Feedback({ more }: { more: TopicMore }) {
  const t = useT('kinds')
  const { askedOf, parts } = more
  return (
    <section className="box" aria-labelledby="diminta">
      <h2 id="diminta">{t('part.asked')}</h2>
      {parts.ASKED ? <Prose html={parts.ASKED} /> : null}
      <p className="xs faint mt-3"><Icon name="lock" small /> {askedOf === null ? t('feedback.asksReaders') : askedOf.unit ? <>{t('feedback.asksUnit', { unit: askedOf.unit })}{askedOf.people.length ? <> {t('feedback.asksAlso', { names: askedOf.people.map(person => person.name).join(', ') })}</> : null}</> : t('feedback.asksPeople', { names: askedOf.people.map(person => person.name).join(', ') })}</p>
    </section>
  )
}

/** Above the posts: the city's answer, the outcome, the question to colleagues. */
export function TopicTop({ page, more, me }: { page: TopicPage; more: TopicMore; me: number | null }) {
  const t = useT('kinds')
  const [news, setNews] = useState(false)
  const { topic } = page
  useEffect(() => liveConnection().on<{ threadId: number }>('official', fact => { if (fact.threadId === topic.id) setNews(true) }), [topic.id])
  return (
    <>
      {news ? <NoteBar tone="official" role="status" className="mb-4" href={topicPath(topic)}>{t('official.news')}</NoteBar> : null}
      {topic.kind === 'CONSULTATION' ? <Consultation page={page} more={more} me={me} /> : topic.kind === 'EXPERIENCE' ? <Experience parts={more.parts} /> : topic.kind === 'FEEDBACK' ? <Feedback more={more} /> : null}
    </>
  )
}

/** Under the opening post: the poll of every other kind. */
export function TopicPoll({ page, more, me }: { page: TopicPage; more: TopicMore; me: number | null }) {
  if (page.topic.kind === 'CONSULTATION' || !more.poll) return null
  return <div className="mb-5"><PollPanel threadId={page.topic.id} poll={more.poll} vote={page.can.vote ?? false} member={me !== null} /></div>
}

