import { formatAgo, formatDateTime, formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextArea } from '~/ui/field'
import { NoteBar, State } from '~/ui/marks'
import { Prose } from '~/ui/prose'
import { CaseSide } from '../components/case-side'
import { DecisionForm, type DecisionValues } from '../components/decision-form'
import { useKeys } from '../components/keys'
import { ModerationFrame } from '../components/moderation-frame'
import { shelfName } from '../components/shelf-name'
import type { CasePage as Props } from '../views'

function Claim({ page }: { page: Props }) {
  const t = useT('moderation')
  const tongue = useTongue()
  if (page.claim && !page.claim.mine) return <NoteBar className="mt-4">{t('case.takenOther', { name: page.claim.name, time: formatTime(page.claim.until, tongue) })}</NoteBar>
  if (!page.mayTake) return null
  return (
    <form method="post" action={`/moderasi/${page.id}/ambil`} className="row mt-4">
      {page.claim ? <span className="sm muted">{t('case.takenMine', { time: formatTime(page.claim.until, tongue) })}</span> : null}
      <Button small data-key="c" name="ambil" value={page.claim ? '0' : '1'}>{t(page.claim ? 'case.release' : 'case.take')}</Button>
    </form>
  )
}

/** One case: what it is about, who said what about it, and the decision. */
export function CasePage({ page, administrator, values, errors, noteErrors }: {
  page: Props; administrator: boolean; values: DecisionValues | null; errors: Record<string, string[]>; noteErrors: string[]
}) {
  const t = useT('moderation')
  const tongue = useTongue()
  useKeys()
  const { thing } = page
  return (
    <ModerationFrame current="queue" title={page.title} administrator={administrator} crumbs={[{ label: t('case.back'), href: '/moderasi' }, { label: t('case.title', { number: page.id }) }]}
      act={<div className="row">
        {page.previous ? <ButtonLink small look="quiet" data-key="k" href={`/moderasi/${page.previous}`}>{t('case.previous')}</ButtonLink> : null}
        {page.next ? <ButtonLink small data-key="j" href={`/moderasi/${page.next}`}>{t('case.next')}</ButtonLink> : null}
      </div>}>
      <div className="two">
        <div>
          <p className="row sm muted">
            <State icon={page.origin === 'flag' ? 'flag' : page.origin === 'held' ? 'clock' : 'shield'}>{t(`origin.${page.origin}`)}{page.detail ? `: ${page.detail}` : ''}</State>
            <span>{t(`thing.${page.kind}`)}</span>
            {page.shelfName ? <span>{shelfName(page.shelfName, tongue.locale)}</span> : null}
            <span>{t('case.openedAt', { time: formatAgo(page.openedAt, tongue) })}</span>
          </p>
          <section className="sec" aria-labelledby="perkara">
            <div className="sech"><h2 id="perkara">{t('case.thing')}</h2>{thing && thing.state !== 'held' ? <a className="link" href={thing.url}>{t('case.open')}</a> : null}</div>
            {thing?.state === 'hidden' ? <NoteBar tone="red">{t('case.hiddenNow')}</NoteBar> : thing?.state === 'held' ? <NoteBar tone="sea">{t('case.heldNow')}</NoteBar> : null}
            {thing && thing.state !== 'gone' ? <blockquote className="card mt-3">{thing.image ? <img src={thing.image} alt={t('case.image')} width={96} height={96} className="mb-2 rounded" /> : null}{thing.html ? <Prose html={thing.html} /> : <p className="whitespace-pre-line">{thing.text}</p>}<p className="xs faint mt-2">{page.author.name} · {formatDateTime(thing.at, tongue)}</p></blockquote> : <NoteBar>{t('case.gone')}</NoteBar>}
            {thing?.moveUrl ? <p className="mt-3"><ButtonLink small look="quiet" data-key="v" href={thing.moveUrl}>{t('case.move')} <kbd className="js pc">v</kbd></ButtonLink></p> : null}
          </section>
          <section className="sec">
            <h2>{t('case.flags')}</h2>
            {page.flags.length === 0 ? <p className="muted sm">{t('case.noFlags')}</p> : (
              <ul className="plain sm">
                {page.flags.map(flag => (
                  <li key={flag.id}><b className="b">{t(`reason.${flag.reason}`)}</b>{flag.note ? <p>{flag.note}</p> : null}<p className="xs faint"><a href={`/orang/${flag.slug}`}>{flag.name}</a> · {formatAgo(flag.at, tongue)}</p></li>
                ))}
              </ul>
            )}
          </section>
          {page.decisions.length > 0 ? (
            <section className="sec">
              <h2>{t('case.decided')}</h2>
              <ul className="plain">
                {page.decisions.map(one => (
                  <li key={one.id}>
                    <State icon={one.undone ? 'rotate-ccw' : 'shield'}>{t(`done.${one.act}`)}</State> {one.until ? <span className="sm muted">{t('case.until', { time: formatDateTime(one.until, tongue) })}</span> : null}
                    {one.undone ? <b className="b"> {t('case.undone')}</b> : null}
                    {one.reason ? <p>{one.reason}</p> : null}
                    <p className="xs faint">{t('case.by', { name: one.byName, time: formatDateTime(one.at, tongue) })}</p>
                    {one.mayUndo ? <form method="post" action={`/moderasi/putusan/${one.id}/batal`}><Button small look="quiet">{t('case.undo')}</Button></form> : null}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {page.closed ? null : (
            <section className="sec" aria-labelledby="putusan">
              <h2 id="putusan">{t('case.decide')}</h2>
              {page.own ? <NoteBar>{t('case.own')}</NoteBar> : null}
              <Claim page={page} />
              {page.mayTake ? <><DecisionForm page={page} values={values} errors={errors} /><p className="xs faint mt-3 js pc">{t('case.keys')}</p></> : null}
            </section>
          )}
        </div>
        <CaseSide page={page}>
          <form method="post" action={`/moderasi/${page.id}/catatan`} className="form mt-3">
            <Field label={t('case.note')} hint={t('case.noteHint')} error={noteErrors.map(key => t(key))} name="note"><TextArea maxLength={2000} rows={2} /></Field>
            <Button small>{t('case.noteSend')}</Button>
          </form>
        </CaseSide>
      </div>
    </ModerationFrame>
  )
}
