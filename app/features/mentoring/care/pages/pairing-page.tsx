import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Choice } from '~/ui/field'
import { EmptyState, LongJob, NoteBar } from '~/ui/marks'
import { Reasons } from '../../components/words'
import type { TagWord } from '../../directory.queries.server'
import { offerPath } from '../../paths'
import type { PairingView } from '../../pairings.queries.server'
import { ProgrammeHead } from './programme-head'

/** A proposed pairing: who with whom and why. Nothing holds before the officer applies it; each pair can be left out. */
export function PairingPage({ pairing, made, missed, competencies }: { pairing: PairingView; made: number | null; missed: number; competencies: readonly TagWord[] }) {
  const t = useT('care', 'mentoring')
  const { rows, without, state } = pairing
  return (
    <div className="text">
      <ProgrammeHead part={pairing.waveId ? 'gelombang' : 'kesehatan'} deeper={pairing.waveId !== null} title={pairing.wave ? t('pairing.ofWave', { title: pairing.wave }) : t('pairing.title')} lede={t('pairing.lede')} />
      {made !== null ? <NoteBar tone={missed > 0 ? 'official' : 'leaf'} role="status" className="mt-4">{t('pairing.made', { count: made })}{missed > 0 ? ` ${t('pairing.missed', { count: missed })}` : ''}</NoteBar> : null}
      {state === 'RUNNING' ? (
        <>
          <meta httpEquiv="refresh" content="5" />
          <LongJob title={t('pairing.running')} done={t('pairing.percent', { percent: pairing.progress })} percent={pairing.progress} note={t('pairing.leave')} acts={<form method="post"><Button small name="act" value="batal">{t('pairing.stop')}</Button></form>} />
        </>
      ) : null}
      {state === 'FAILED' ? <NoteBar tone="red" className="mt-4">{t('pairing.failed')}</NoteBar> : null}
      {state === 'DROPPED' ? <NoteBar className="mt-4">{t('pairing.dropped')}</NoteBar> : null}
      {state === 'APPLIED' && made === null ? <NoteBar tone="leaf" className="mt-4">{t('pairing.applied')}</NoteBar> : null}
      {state !== 'RUNNING' && rows.length > 0 ? (
        <form method="post" className="mt-5">
          <ul className="plain">{rows.map(one => (
            <li key={one.requestId}>
              {state === 'READY'
                ? <Choice name="take" value={one.requestId} defaultChecked hint={one.goal}>{t('pairing.pair', { learner: one.learner, mentor: one.mentor })}</Choice>
                : <p><b className="b">{t('pairing.pair', { learner: one.learner, mentor: one.mentor })}</b></p>}
              <p className="sm muted"><a className="link" href={offerPath(one.offerId)}>{one.title}</a> · {one.learnerUnit} / {one.mentorUnit}</p>
              <Reasons reasons={one.reasons} competencies={competencies} />
            </li>
          ))}</ul>
          {state === 'READY' ? <div className="row mt-4"><Button look="primary" name="act" value="terapkan">{t('pairing.apply')}</Button><Button look="quiet" name="act" value="batal">{t('pairing.drop')}</Button></div> : null}
        </form>
      ) : null}
      {state === 'READY' && rows.length === 0 ? <EmptyState title={t('pairing.none')} acts={<form method="post"><Button name="act" value="batal">{t('pairing.drop')}</Button></form>}>{t('pairing.noneText')}</EmptyState> : null}
      {without.length > 0 ? (
        <section className="sec" aria-labelledby="tanpa"><h2 id="tanpa" className="sech">{t('pairing.without', { count: without.length })}</h2>
          <p className="mt-1">{t('pairing.withoutText')}</p>
          <ul className="plain mt-2">{without.map(one => <li key={one.requestId}><a className="link" href={`/mentoring/permintaan/${one.requestId}`}>{one.learner}</a>: {one.goal}</li>)}</ul>
        </section>
      ) : null}
      {state === 'FAILED' || state === 'DROPPED' || state === 'APPLIED' ? <p className="mt-5"><ButtonLink href={pairing.waveId ? `/mentoring/program/gelombang/${pairing.waveId}` : '/mentoring/program'}>{t('pairing.back')}</ButtonLink></p> : null}
    </div>
  )
}
