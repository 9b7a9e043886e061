import type { ReactNode } from 'react'
import { formatBytes } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Meter } from '~/ui/marks'
import { useDayWords } from '../../components/session-words'
import { roomPath } from '../../paths'
import type { RoomPage } from '../../room.queries.server'
import { NoteList } from './note-list'
import { StepList } from './step-list'

export interface RoomLink {
  href: string
  title: string
}

function Section({ title, more, href, children }: { title: string; more?: string; href?: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
      {href && more ? <p className="sm mt-2"><a className="link" href={href}>{more}</a></p> : null}
    </section>
  )
}

/** Beside the conversation: goals, steps, notes, what was shared, and the way out. */
export function RoomSide({ room, links, jp }: { room: RoomPage; links: readonly RoomLink[]; jp: number | null }) {
  const t = useT('sessions')
  const { locale } = useTongue()
  const words = useDayWords()
  const { pair, can } = room
  const open = room.steps.filter(step => step.doneAt === null)
  const done = room.steps.filter(step => step.doneAt !== null)
  return (
    <aside className="side">
      <Section title={t('room.goals')} href={roomPath(pair.id, 'tujuan')} more={t('room.goalsMore')}>
        {pair.goals.length === 0 ? <p className="sm muted">{t('room.noGoals')}</p> : (
          <ul className="list">
            {pair.goals.map(goal => (
              <li key={goal.id} className="py-3">
                <div className="flex items-baseline gap-3"><b className="b flex-1">{goal.text}</b>{goal.dueOn ? <span className="sm faint nw">{words.short(goal.dueOn)}</span> : null}</div>
                <Meter className="my-2" parts={[goal.progress]} label={t('room.goalProgress', { text: goal.text, percent: goal.progress })} />
                <span className="xs muted">{goal.standing || t('room.percent', { percent: goal.progress })}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('steps.title')} href={roomPath(pair.id, 'langkah')} more={t(can.work ? 'steps.more' : 'steps.all')}>
        {open.length + done.length === 0 ? <p className="sm muted">{t('steps.none')}</p> : <StepList steps={[...open.slice(0, 6), ...done.slice(0, 2)]} work={can.work} back={roomPath(pair.id)} />}
      </Section>
      <Section title={t('notes.title')} href={roomPath(pair.id, 'catatan')} more={t(can.work ? 'notes.more' : 'notes.all')}>
        {room.notes.length === 0 ? <p className="sm muted">{t('notes.none')}</p> : <NoteList notes={room.notes.slice(0, 3)} />}
      </Section>
      {room.files.length ? (
        <Section title={t('room.files')}>
          <ul className="sm stack">{room.files.slice(0, 12).map(file => <li key={file.slug}><a className="link break-words" href={`/berkas/${file.slug}`}>{file.name}</a> <span className="xs faint">{formatBytes(file.size, locale)}</span></li>)}</ul>
        </Section>
      ) : null}
      <Section title={t('room.links')}>
        {links.length ? <ul className="sm stack">{links.map(link => <li key={link.href}><a className="link" href={link.href}>{link.title}</a></li>)}</ul> : <p className="sm muted">{t('room.noLinks')}</p>}
      </Section>
      <Section title={t('room.count')} href={roomPath(pair.id, 'sesi')} more={t('room.sessionsMore')}>
        <p className="sm">{t('room.held', { held: room.held, agreed: pair.sessions })}{jp === null ? '' : ` ${t('room.jp', { jp })}`}</p>
        {jp === null ? null : <p className="sm mt-1"><a className="link" href="/mentoring/jp">{t('room.jpHow')}</a></p>}
      </Section>
      <section className="sm">
        <a className="link" href={roomPath(pair.id, 'kesepakatan')}>{t('room.agreement')}</a>
        {pair.form === 'GROUP' ? <> · <a className="link" href={roomPath(pair.id, 'peserta')}>{t('room.people')}</a></> : null}
        {pair.role && (pair.state === 'RUNNING' || pair.state === 'CLOSING') ? <> · <a className="link" href={roomPath(pair.id, 'tutup')}>{t('room.close')}</a></> : null}
        {pair.role ? <p className="mt-2">{['AGREEING', 'RUNNING', 'CLOSING'].includes(pair.state) ? <><a className="link" href={roomPath(pair.id, 'keluar')}>{t('room.leave')}</a> · </> : null}<a className="link" href={`/mentoring/lapor?ruang=${pair.id}`}>{t('room.report')}</a></p> : null}
      </section>
    </aside>
  )
}
