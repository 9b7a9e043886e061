import { useT } from '~/platform/i18n/i18n'
import { NoteBar, State } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { useDayWords } from '../../components/session-words'
import { roomPath, sessionPath } from '../../paths'
import type { RoomPage as Props } from '../../room.queries.server'
import { NextSession } from '../components/next-session'
import { RoomSide, type RoomLink } from '../components/room-side'
import { RoomTalk } from '../components/room-talk'

/** The room of a pair or group: what comes next, the conversation, and beside it what they work on. */
export function RoomPage({ room, me, links, jp }: { room: Props; me: number; links: readonly RoomLink[]; jp: number | null }) {
  const t = useT('sessions')
  const words = useDayWords()
  const { pair } = room
  const others = pair.role === 'MENTOR' ? pair.learners : [pair.mentor, ...pair.learners.filter(one => one.id !== me)]
  const names = others.length > 3 ? t('room.andMore', { names: others.slice(0, 2).map(one => one.name).join(', '), count: others.length - 2 }) : others.map(one => one.name).join(', ')
  const people = pair.learners.length + 1
  return (
    <>
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: t(pair.form === 'GROUP' ? 'room.kindGroup' : 'room.kind') }]} />
      <div className="pagehead">
        <div>
          <h1>{pair.title}</h1>
          <p className="muted">{pair.role ? t('room.with', { names }) : names} · {t('room.progress', { held: room.held, agreed: pair.sessions })} · {t('room.until', { day: words.long(pair.endsOn) })}</p>
        </div>
        <State icon="lock">{pair.role === null ? t('room.looking') : people === 2 ? t('room.onlyTwo') : t('room.onlyMany', { count: people })}</State>
      </div>
      {pair.state === 'AGREEING' ? <NoteBar tone="sea" href={roomPath(pair.id, 'kesepakatan')} className="mb-4">{t(pair.proposed ? 'room.proposed' : 'room.agree')}</NoteBar> : null}
      {pair.state === 'RUNNING' && pair.proposed ? <NoteBar tone="sea" href={roomPath(pair.id, 'kesepakatan')} className="mb-4">{t('room.changed')}</NoteBar> : null}
      {pair.state === 'CLOSING' ? <NoteBar tone="sea" href={roomPath(pair.id, 'tutup')} className="mb-4">{t('room.closing')}</NoteBar> : null}
      {pair.state === 'FINISHED' || pair.state === 'ENDED' ? <NoteBar className="mb-4">{t(`room.${pair.state === 'FINISHED' ? 'finished' : 'ended'}`)}</NoteBar> : null}
      {room.unsaid.slice(0, 3).map(session => (
        <NoteBar key={session.id} tone="sea" href={`${sessionPath(session.id)}#hadir`} className="mb-4">{t('room.confirm', { number: session.number })}</NoteBar>
      ))}
      <div className="two">
        <div>
          <NextSession room={room} />
          {room.conversation ? <RoomTalk key={`${pair.id}-${room.conversation.page}`} talk={room.conversation} pair={pair} me={me} blocked={room.blocked} /> : null}
        </div>
        <RoomSide room={room} links={links} jp={jp} />
      </div>
    </>
  )
}
