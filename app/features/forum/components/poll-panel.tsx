import { useEffect, useState } from 'react'
import { liveConnection } from '~/platform/live/client'
import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { Choice, FieldGroup } from '~/ui/field'
import { Meter } from '~/ui/marks'
import type { PollView } from '../kind-views'
import type { PollFact } from '../live-facts'

/** Figures move by one hint for all; whoever may not see them yet gets none. */
function useLivePoll(threadId: number, given: PollView): PollView {
  const [poll, setPoll] = useState(given)
  useEffect(() => setPoll(given), [given])
  useEffect(() => liveConnection().on<PollFact>('poll', fact => {
    if (fact.threadId !== threadId) return
    setPoll(now => ({
      ...now, voters: fact.voters, closed: fact.closed,
      ...(fact.votes && now.hidden !== 'afterVote' ? { hidden: null, options: now.options.map((option, at) => ({ ...option, votes: fact.votes?.[at] ?? option.votes })) } : {}),
    }))
  }), [threadId])
  return poll
}

const share = (votes: number, voters: number) => (voters > 0 ? Math.round((votes / voters) * 100) : 0)

/** The table is the truth; its bars are drawn on the server and need no script. */
export function PollResults({ poll }: { poll: PollView }) {
  const t = useT('kinds')
  return (
    <table className="tbl votes mt-3">
      <caption className="vh">{poll.question}</caption>
      <thead><tr><th scope="col">{t('poll.answer')}</th><th scope="col"><span className="vh">{t('poll.bar')}</span></th><th scope="col" className="n">{t('poll.people')}</th><th scope="col" className="n">{t('poll.share')}</th></tr></thead>
      <tbody>
        {poll.options.map(option => {
          const percent = share(option.votes ?? 0, poll.voters)
          const mine = poll.mine?.includes(option.id)
          return (
            <tr key={option.id}>
              <th scope="row">{option.label}{mine ? <> <span className="mine xs">{t('poll.mine')}</span></> : null}</th>
              <td><Meter parts={[percent]} label={t('poll.meter', { label: option.label, count: option.votes ?? 0, percent })} /></td>
              <td className="n">{option.votes}</td>
              <td className="n">{t('poll.percent', { percent })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export interface PollPanelProps {
  threadId: number
  poll: PollView
  /** the viewer may vote now */
  vote: boolean
  member: boolean
  /** locale keys beside the choices */
  errors?: string[]
  heading?: 'h2' | 'h3'
}

/** A poll: a form that works without JavaScript, what is kept of a vote in words, and the figures for whom they are. */
export function PollPanel({ threadId, poll: given, vote, member, errors, heading: Heading = 'h2' }: PollPanelProps) {
  const t = useT('kinds')
  const tongue = useTongue()
  const poll = useLivePoll(threadId, given)
  const single = poll.maxChoices === 1
  const open = vote && !poll.closed
  const facts = [
    t('poll.voters', { count: poll.voters }),
    poll.closesAt === null ? null : t(poll.closed ? 'poll.closedAt' : 'poll.opensUntil', { time: formatDateTime(poll.closesAt, tongue) }),
    t(poll.anonymous ? 'poll.isAnonymous' : 'poll.isNamed'),
  ].filter(Boolean)
  return (
    <section className="box mt-5" id="jajak" aria-labelledby="jajak-judul">
      <Heading id="jajak-judul">{poll.question}</Heading>
      <p className="xs faint mt-1">{facts.join(' · ')}</p>
      {open ? (
        <form method="post" action={`/jajak/${poll.id}/pilih`} className="mt-3">
          <FieldGroup label={<span className="vh">{poll.question}</span>} hint={single ? undefined : t('poll.upTo', { count: poll.maxChoices })} error={errors?.map(key => t(key))} name="pilihan">
            {poll.options.map(option => <Choice key={option.id} type={single ? 'radio' : 'checkbox'} name="pilihan" value={option.id} defaultChecked={poll.mine?.includes(option.id) ?? false}>{option.label}</Choice>)}
          </FieldGroup>
          <p className="xs faint mt-2">{t(poll.anonymous ? 'poll.keptAnonymous' : 'poll.keptNamed')} {t('poll.changeable')}</p>
          <div className="row mt-3">
            <Button look={poll.mine ? 'plain' : 'primary'} small>{t(poll.mine ? 'poll.change' : 'poll.vote')}</Button>
            {poll.mine ? <Button look="quiet" small name="tarik" value="1">{t('poll.takeBack')}</Button> : null}
          </div>
        </form>
      ) : null}
      {poll.hidden === 'afterVote' ? <p className="sm muted mt-3">{t('poll.hiddenAfterVote')}</p>
        : poll.hidden === 'few' ? <p className="sm muted mt-3">{t('poll.hiddenFew')}</p>
        : <PollResults poll={poll} />}
      {!member && !poll.closed ? <p className="sm mt-3"><a className="link" href={`/masuk?ke=${encodeURIComponent(`/forum/t/${threadId}`)}`}>{t('poll.signIn')}</a></p> : null}
    </section>
  )
}
