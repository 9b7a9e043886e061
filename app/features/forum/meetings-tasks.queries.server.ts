import { sql } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { canFinishTask } from './meetings-policy'
import type { TaskView } from './meetings-views'
import { taskJson } from './meetings.queries.server'
import { hostIds, meetingVisible } from './rows/meeting.server'

const PAGE = 40

/** `mine`: given to the viewer; `hosted`: of series they host; `done`: theirs that are done */
export const taskLists = ['mine', 'hosted', 'done'] as const
export type TaskListName = (typeof taskLists)[number]

interface Row {
  task: Omit<TaskView, 'finish'>
  due: string
  id: number
  audience: string
  hosts: number[]
}

const from = `from meeting_task k join person ka on ka.id = k.assignee_id join series s on s.id = k.series_id join topic tp on tp.id = k.topic_id join thread t on t.id = k.topic_id`
const columns = `${taskJson} as task, to_char(k.due_on, 'YYYY-MM-DD') as due, k.id, t.audience, ${hostIds} as hosts`
const after = '(k.due_on, k.id) > ($3::date, $4::int)'
const texts: Record<TaskListName, string> = {
  mine: `select ${columns} ${from} where k.assignee_id = $2 and k.done_at is null and ${after} and ${meetingVisible} order by k.due_on, k.id limit ${PAGE + 1}`,
  hosted: `select ${columns} ${from} where k.series_id = any(array(select h.series_id from series_host h where h.person_id = $2)) and k.done_at is null and ${after} and ${meetingVisible} order by k.due_on, k.id limit ${PAGE + 1}`,
  done: `select ${columns} ${from} where k.assignee_id = $2 and k.done_at is not null and (k.due_on, k.id) < ($3::date, $4::int) and ${meetingVisible} order by k.due_on desc, k.id desc limit ${PAGE + 1}`,
}

/** The first due first; done ones the other way round. Keyset by (day, id). One statement. */
export async function listTasks(member: Member, { list, cursor }: { list: TaskListName; cursor?: string | null }): Promise<{ rows: TaskView[]; next: string | null }> {
  const match = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]|29|30|31))\.(\d{1,9})$/.exec(cursor ?? '')
  const known = match && !Number.isNaN(Date.parse(`${match[1]}T00:00:00Z`)) && new Date(`${match[1]}T00:00:00Z`).toISOString().startsWith(match[1] ?? '')
  const begin = known ? [match[1], Number(match[2])] : list === 'done' ? ['infinity', 0] : ['-infinity', 0]
  const rows = await sql<Row>(`tasks-${list}`, texts[list], [member.audiences, member.personId, ...begin])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ task, audience, hosts }) => ({ ...task, finish: canFinishTask(member, { assigneeId: task.assignee.id }, { audience, hostIds: hosts, ended: false }) })),
    next: rows.length > PAGE && last ? `${last.due}.${last.id}` : null,
  }
}
