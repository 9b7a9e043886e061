import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { State } from '~/ui/marks'
import type { TaskView } from '../meetings-views'
import { topicPath } from '../paths'
import { useDay } from './meeting-words'

/** Who does what until when; done with one press, and open again with another. Plain forms. `back` is the page it stands on. */
export function TaskList({ tasks, back, named = false }: { tasks: readonly TaskView[]; back: string; named?: boolean }) {
  const t = useT('meetings')
  const dayOf = useDay()
  return (
    <ul className="list">
      {tasks.map(task => (
        <li key={task.id} id={`tugas-${task.id}`} className="row py-3">
          <span className="min-w-0 flex-1">
            <span className={task.doneAt === null ? 'b' : 'muted'}>{task.text}</span>
            <br />
            <span className="sm muted">
              <a href={`/orang/${task.assignee.slug}`}>{task.assignee.name}</a> · {t('task.until', { day: dayOf(task.dueOn) })}
              {named ? <> · <a className="link" href={topicPath(task.meeting)}>{task.meeting.title}</a></> : null}
            </span>
          </span>
          {task.doneAt !== null ? <State icon="circle-check" tone="leaf">{t('task.done')}</State> : task.overdue ? <State icon="clock" tone="red">{t('task.overdue')}</State> : null}
          {task.finish ? (
            <form method="post" action={`/tugas/${task.id}/selesai`}>
              <input type="hidden" name="ke" value={back} />
              <Button small look={task.doneAt === null ? 'plain' : 'quiet'} name="done" value={task.doneAt === null ? '1' : '0'} aria-label={t(task.doneAt === null ? 'task.finishOf' : 'task.reopenOf', { text: task.text })}>
                {t(task.doneAt === null ? 'task.finish' : 'task.reopen')}
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
