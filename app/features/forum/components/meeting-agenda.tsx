import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { State } from '~/ui/marks'
import { POINT_LENGTH, type AgendaPointView, type MeetingView } from '../meetings-views'
import { meetingPath } from '../meetings-paths'

function Point({ point, steer, first, last }: { point: AgendaPointView; steer: boolean; first: boolean; last: boolean }) {
  const t = useT('meetings')
  return (
    <li className="mt-2">
      {point.text} <span className="sm faint">{t('agenda.by')} <a href={`/orang/${point.author.slug}`}>{point.author.name}</a></span>
      {point.waits ? <> <State icon="clock">{t('agenda.waits')}</State></> : null}
      {steer || point.withdraw ? (
        <span className="row mt-1 gap-1">
          {steer ? (
            <form method="post" action={`/butir/${point.id}/urutan`} className="row gap-1">
              {first ? null : <Button small look="quiet" name="by" value="-1" aria-label={t('agenda.up', { text: point.text })}><Icon name="arrow-up" small /></Button>}
              {last ? null : <Button small look="quiet" name="by" value="1" aria-label={t('agenda.down', { text: point.text })}><Icon name="arrow-down" small /></Button>}
            </form>
          ) : null}
          {point.withdraw ? <form method="post" action={`/butir/${point.id}/hapus`}><Button small look="quiet" aria-label={t('agenda.withdraw', { text: point.text })}><Icon name="x" small /></Button></form> : null}
        </span>
      ) : null}
    </li>
  )
}

/** Points of every meeting, and what people want to talk about in this one. `clientKey` is of this page: one press adds one point. */
export function MeetingAgenda({ meeting, clientKey }: { meeting: MeetingView; clientKey: string }) {
  const t = useT('meetings')
  const { standing, points, can } = meeting
  if (standing.length === 0 && points.length === 0 && !can.propose) return null
  return (
    <section className="mt-5" aria-labelledby="agenda">
      <h2 id="agenda">{t('agenda.title')}</h2>
      {standing.length > 0 ? <div className="prose mt-2"><ol>{standing.map(point => <li key={point}>{point}</li>)}</ol></div> : null}
      {points.length > 0 ? (
        <>
          <h3 className="mt-3">{t('agenda.proposed')}</h3>
          <div className="prose"><ol>{points.map((point, at) => <Point key={point.id} point={point} steer={can.steer} first={at === 0} last={at === points.length - 1} />)}</ol></div>
        </>
      ) : null}
      {can.propose ? (
        <form method="post" action={meetingPath(meeting.id, 'agenda')} className="mt-3 max-w-[36rem]">
          <input type="hidden" name="clientKey" value={clientKey} />
          <Field label={t('agenda.add')} name="text" id="f-butir" hint={t('agenda.hint')}>
            <TextInput required minLength={3} maxLength={POINT_LENGTH} autoComplete="off" />
          </Field>
          <Button small className="mt-2" icon="plus">{t('agenda.send')}</Button>
        </form>
      ) : null}
    </section>
  )
}
