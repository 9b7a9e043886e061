import { formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { localOf } from '~/platform/i18n/local-time'
import { ButtonLink } from '~/ui/button'
import { Card } from '~/ui/marks'
import { useDayWords, useZone } from '../../components/session-words'
import { roomPath, sessionPath } from '../../paths'
import type { RoomPage } from '../../room.queries.server'

/** The session that runs or comes next, or the way to book one. */
export function NextSession({ room }: { room: Pick<RoomPage, 'next' | 'can' | 'pair'> }) {
  const t = useT('sessions')
  const tongue = useTongue()
  const words = useDayWords()
  const zone = useZone()
  const { next, pair } = room
  if (!next) {
    if (!room.can.book) return null
    return (
      <Card className="row">
        <div className="flex-1 min-w-56"><b className="b">{t('room.noNext')}</b><p className="sm muted">{t('room.noNextText')}</p></div>
        <ButtonLink small look="primary" href={roomPath(pair.id, 'sesi#pesan')}>{t('room.book')}</ButtonLink>
      </Card>
    )
  }
  const { day } = localOf(next.startsAt, tongue.timeZone)
  const [number, month] = words.long(day).split(' ')
  const where = [next.place, next.link ? t('room.online') : ''].filter(Boolean).join(', ')
  return (
    <Card className="row gap-5">
      <div className="text-center leading-tight min-w-14"><span className="xs muted">{words.weekday(day)}</span><br /><b className="text-3xl">{number}</b><br /><span className="xs muted">{month}</span></div>
      <div className="flex-1 min-w-56">
        <b className="b"><a href={sessionPath(next.id)}>{t('room.nextTitle', { number: next.number })}{next.topic ? `: ${next.topic}` : ''}</a></b>
        <p className="sm muted">{formatTime(next.startsAt, tongue)}–{formatTime(next.endsAt, tongue)} {zone}{where ? `, ${where}` : ''}. {t('room.willCount', { count: Math.round((next.endsAt - next.startsAt) / 60_000) })}</p>
        {next.agenda ? <ul className="sm mt-2 list-disc pl-5">{next.agenda.split('\n').filter(Boolean).map(point => <li key={point}>{point}</li>)}</ul> : null}
        {next.link ? <p className="sm mt-2"><a className="link" href={next.link} rel="noreferrer">{t('room.join')}</a></p> : null}
      </div>
      <div className="row">
        {next.can.prepare ? <ButtonLink small href={sessionPath(next.id)}>{t('room.agenda')}</ButtonLink> : null}
        {next.can.change ? <ButtonLink small href={`${sessionPath(next.id)}/pindah`}>{t('room.move')}</ButtonLink> : null}
        <ButtonLink small icon="calendar" href={`${sessionPath(next.id)}/kalender.ics`}>{t('room.calendar')}</ButtonLink>
      </div>
    </Card>
  )
}
