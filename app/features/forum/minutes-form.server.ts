import { decisionSchema, MAX_LINES, minutesSchema, taskRowSchema } from './meetings.schema'
import type { TaskFields } from './minutes.queries.server'
import type { SaveMinutes } from './minutes.server'

export interface TypedMinutes {
  doc: string | null
  markdown: string
  revision: number
  decisions: string[]
  tasks: TaskFields[]
}

export interface ReadMinutes {
  /** as it was typed, to be shown again */
  typed: TypedMinutes
  input: { value: Omit<SaveMinutes, 'topicId'> } | { errors: Record<string, string[]> }
}

const textOf = (value: FormDataEntryValue | null | undefined): string => (typeof value === 'string' ? value : '')

/** The form of the minutes: one text, rows of decisions and rows of tasks. Rows without words are none. */
export function readMinutes(form: FormData): ReadMinutes {
  const decisions = form.getAll('decision').map(textOf).filter(text => text.trim() !== '').slice(0, MAX_LINES + 1)
  const [texts, who, until] = [form.getAll('taskText'), form.getAll('taskWho'), form.getAll('taskUntil')]
  const tasks = form.getAll('taskId').slice(0, MAX_LINES * 2)
    .map((id, place): TaskFields => ({ id: textOf(id), text: textOf(texts[place]), assignee: textOf(who[place]), dueOn: textOf(until[place]) })).filter(task => task.text.trim() !== '')
  const doc = textOf(form.get('doc'))
  const markdown = textOf(form.get('markdown'))
  const errors: Record<string, string[]> = {}
  const head = minutesSchema.safeParse({ doc: doc || undefined, markdown, revision: textOf(form.get('revision')), clientKey: textOf(form.get('clientKey')) })
  if (!head.success) for (const issue of head.error.issues) (errors[['doc', 'markdown'].includes(String(issue.path[0])) ? 'markdown' : 'form'] ??= []).push(issue.message)
  const lines = decisions.map(text => decisionSchema.safeParse(text))
  const rows = tasks.map(task => taskRowSchema.safeParse(task))
  if (lines.some(line => !line.success)) errors.decisions = ['http:invalid.tooLong']
  if (rows.some(row => !row.success)) errors.tasks = ['http:invalid.format']
  if (rows.some(row => row.success && row.data.assignee === '')) errors.tasks = ['meetings:errors.taskWho']
  const typed = { doc: doc || null, markdown, revision: head.success ? head.data.revision : 0, decisions, tasks }
  if (!head.success || Object.keys(errors).length > 0) return { typed, input: { errors } }
  const { revision, clientKey } = head.data
  return {
    typed,
    input: {
      value: {
        written: { doc: head.data.doc, markdown: head.data.markdown }, revision, clientKey, decisions: lines.flatMap(line => (line.success ? [line.data] : [])),
        tasks: rows.flatMap(row => (row.success ? [{ id: row.data.id ? Number(row.data.id) : null, text: row.data.text, assigneeId: Number(row.data.assignee), dueOn: row.data.dueOn }] : [])),
      },
    },
  }
}
