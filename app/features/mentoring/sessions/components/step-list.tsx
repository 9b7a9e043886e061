import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { State } from '~/ui/marks'
import { useDayWords } from '../../components/session-words'
import type { StepView } from '../../sessions-views'

/** Next steps: one press makes a step done, another opens it again. `back`: where the press returns to. */
export function StepList({ steps, work, back, removable = false }: { steps: readonly StepView[]; work: boolean; back: string; removable?: boolean }) {
  const t = useT('sessions')
  const words = useDayWords()
  return (
    <ul className="list">
      {steps.map(step => (
        <li key={step.id} className="py-2 sm flex gap-2 items-start">
          {work ? (
            <form method="post" action={`/mentoring/langkah/${step.id}/selesai`}>
              <input type="hidden" name="ke" value={back} />
              <button className="ib" name="selesai" value={step.doneAt ? '0' : '1'} aria-pressed={step.doneAt !== null} aria-label={t(step.doneAt ? 'steps.reopen' : 'steps.finish', { text: step.text })}>
                <Icon name={step.doneAt ? 'square-check' : 'square'} small />
              </button>
            </form>
          ) : <Icon name={step.doneAt ? 'square-check' : 'square'} small />}
          <span className="flex-1 min-w-0">
            <span className={step.doneAt ? 'muted line-through' : undefined}>{step.text}</span>
            <span className="xs faint block">{step.assignee}{step.dueOn ? ` · ${t('steps.due', { day: words.short(step.dueOn) })}` : ''} {step.overdue ? <State icon="clock" tone="red">{t('steps.overdue')}</State> : null}</span>
          </span>
          {removable && step.removable ? (
            <form method="post" action={`/mentoring/langkah/${step.id}/hapus`}><input type="hidden" name="ke" value={back} /><button className="btn q sm" aria-label={t('steps.removeOf', { text: step.text })}>{t('hours.remove')}</button></form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
