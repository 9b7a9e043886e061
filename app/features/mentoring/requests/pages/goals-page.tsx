import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { EmptyState, Meter, State } from '~/ui/marks'
import type { GoalView, PairView } from '../../pairs-views'
import { PairHead } from '../components/pair-head'
import { useDay } from './agreement-page'

function Goal({ goal, works, errors, typed }: { goal: GoalView; works: boolean; errors: Record<string, string[]>; typed: Record<string, string> | null }) {
  const t = useT('requests', 'http')
  const dayOf = useDay()
  return (
    <li id={`tujuan-${goal.id}`} className="py-4">
      <p><b>{goal.text}</b>{goal.dueOn ? <span className="sm faint"> · {t('agreement.by', { day: dayOf(goal.dueOn) })}</span> : null}</p>
      {goal.measure ? <p className="sm muted">{goal.measure}</p> : null}
      <Meter className="my-2" parts={[goal.progress]} label={t('goals.meter', { goal: goal.text, percent: goal.progress })} />
      <p className="sm muted">{t('goals.percentOf', { percent: goal.progress })}{goal.standing ? <> · {goal.standing}</> : null} {goal.achieved ? <State icon={goal.achieved === 'NO' ? 'circle-x' : 'circle-check'} tone={goal.achieved === 'YES' ? 'leaf' : 'neutral'}>{t(`closing.achievedIs.${goal.achieved}`)}</State> : null}</p>
      {goal.evidence ? <p className="sm whitespace-pre-line">{goal.evidence}</p> : null}
      {works ? (
        <form method="post" className="row items-end mt-2">
          <input type="hidden" name="goalId" value={goal.id} />
          <Field label={t('goals.progress')} id={`progress-${goal.id}`} name="progress" error={errors.progress?.map(key => t(key))}><TextInput inputMode="numeric" defaultValue={typed?.progress ?? String(goal.progress)} size={4} /></Field>
          <Field label={t('goals.standing')} id={`standing-${goal.id}`} name="standing" error={errors.standing?.map(key => t(key))} className="flex-1"><TextInput defaultValue={typed?.standing ?? goal.standing} maxLength={300} /></Field>
          <Button>{t('goals.save')}</Button>
        </form>
      ) : null}
    </li>
  )
}

/** The goals both agreed, how far each is in percent and in words; anybody of the pair may say so. */
export function GoalsPage({ pair, works, errors, values }: { pair: PairView; works: boolean; errors: Record<string, string[]>; values: Record<string, string> }) {
  const t = useT('requests', 'http')
  return (
    <div className="text">
      <PairHead pair={pair} title={t('goals.title')} />
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={(errors.form ?? []).map(key => ({ text: t(key) }))} />
      {pair.goals.length ? <ul className="list">{pair.goals.map(goal => {
        const own = values.goalId === String(goal.id)
        return <Goal key={goal.id} goal={goal} works={works} errors={own ? errors : {}} typed={own ? values : null} />
      })}</ul> : <EmptyState title={t('goals.none')} acts={<ButtonLink look="primary" href={`/mentoring/ruang/${pair.id}/kesepakatan`}>{t('agreement.write')}</ButtonLink>}>{t('goals.noneText')}</EmptyState>}
      {pair.goals.length && works ? <p className="sm mt-4"><a className="link" href={`/mentoring/ruang/${pair.id}/kesepakatan`}>{t('goals.change')}</a></p> : null}
    </div>
  )
}
