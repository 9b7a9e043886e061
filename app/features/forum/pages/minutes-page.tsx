import { Writing } from '~/features/discussion/components/writing'
import type { DiffPart, RevisionRow } from '~/features/discussion/views'
import { formatDateTime, formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, Select, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs, Pagination } from '~/ui/navigation'
import { Prose } from '~/ui/prose'
import { meetingPath } from '../meetings-paths'
import type { MinutesForm, TaskFields } from '../minutes.queries.server'
import { topicPath } from '../paths'

/** Empty rows below what is there already. */
const SPARE = 3

export interface MinutesPageProps {
  form: MinutesForm
  clientKey: string
  errors: Record<string, string[]>
  /** number of the post that was just taken over */
  taken: number | null
}

function Posts({ form, formId }: { form: MinutesForm; formId: string }) {
  const t = useT('meetings')
  const tongue = useTongue()
  const { posts, meeting } = form
  return (
    <section aria-labelledby="utas">
      <h2 id="utas">{t('minutes.thread')}</h2>
      <p className="sm muted">{t('minutes.threadText')}</p>
      <ol className="plain mt-3">
        {posts.posts.filter(post => post.html !== undefined && !post.deleted).map(post => (
          <li key={post.id} className="mb-3"><div className="card">
            <p className="sm row"><b>{posts.authors[post.authorId]?.name}</b><a className="link" href={`${topicPath(meeting, post.number)}`}>#{post.number}</a><span className="faint">{formatTime(post.at, tongue)}</span></p>
            <Prose html={post.html ?? ''} className="sm" />
            <p className="mt-2"><button className="btn sm" form={formId} name="kutip" value={post.number} aria-label={t('minutes.takeOf', { number: post.number })}>{t('minutes.take')}</button></p>
          </div></li>
        ))}
      </ol>
      <Pagination label={t('minutes.thread')} word={t('ui:pages.word')} current={form.page} total={form.pages} hrefOf={page => `${meetingPath(meeting.id, 'notulen')}?halaman=${page}`} />
    </section>
  )
}

function TaskRow({ task, people, place }: { task: TaskFields; people: MinutesForm['people']; place: number }) {
  const t = useT('meetings')
  return (
    <div className="row items-end" role="group" aria-label={t('minutes.taskRow', { number: place + 1 })}>
      <input type="hidden" name="taskId" value={task.id} />
      <Field label={t('minutes.taskText')} name="taskText" id={`tugas-apa-${place}`} className="min-w-0 flex-1"><TextInput defaultValue={task.text} maxLength={300} /></Field>
      <Field label={t('minutes.taskWho')} name="taskWho" id={`tugas-siapa-${place}`}><Select defaultValue={task.assignee} empty={t('form.choose')} options={people.map(person => ({ value: String(person.id), label: person.name }))} /></Field>
      <Field label={t('minutes.taskUntil')} name="taskUntil" id={`tugas-kapan-${place}`}><TextInput type="date" defaultValue={task.dueOn} /></Field>
    </div>
  )
}

/** The thread beside the minutes. Every button sends the one form: what was typed is never lost, with or without JavaScript. */
export function MinutesPage({ form, clientKey, errors, taken }: MinutesPageProps) {
  const t = useT('meetings', 'http')
  const { meeting, decisions, tasks, people } = form
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const empty: TaskFields = { id: '', text: '', assignee: '', dueOn: '' }
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('series.title'), href: '/forum/rutin' }, { label: meeting.title, href: topicPath(meeting) }]} />
      <h1>{t('minutes.of', { title: meeting.title })}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {taken ? <NoteBar tone="leaf" role="status" className="mt-3">{t('minutes.taken', { number: taken })}</NoteBar> : null}
      <div className="two mt-5">
        <form id="notulen" method="post" action={meetingPath(meeting.id, 'notulen')} className="form">
          <input type="hidden" name="clientKey" value={clientKey} />
          <input type="hidden" name="revision" value={form.revision} />
          <Writing key={clientKey} place={`minutes:${meeting.id}`} label={t('minutes.text')} hint={t('minutes.hint')} placeholder={t('minutes.placeholder')} error={said('markdown')}
            initialDoc={form.doc} initialMarkdown={form.markdown} threadId={meeting.id} draftAt={form.draftAt} />
          <fieldset id="f-decisions" tabIndex={-1}>
            <legend className="lab">{t('minutes.decisions')}</legend>
            {said('decisions')?.map(text => <p key={text} className="err">{text}</p>)}
            {[...decisions, ...Array.from({ length: SPARE }, () => '')].map((text, place) => (
              <Field key={place} label={t('minutes.decisionRow', { number: place + 1 })} name="decision" id={`keputusan-${place}`} className="mt-2"><TextInput defaultValue={text} maxLength={300} /></Field>
            ))}
          </fieldset>
          <fieldset id="f-tasks" tabIndex={-1}>
            <legend className="lab">{t('minutes.tasks')}</legend>
            <p className="hint">{t('minutes.tasksHint')}</p>
            {said('tasks')?.map(text => <p key={text} className="err">{text}</p>)}
            {[...tasks, ...Array.from({ length: SPARE }, () => empty)].map((task, place) => <TaskRow key={task.id || `new-${place}`} task={task} people={people} place={place} />)}
          </fieldset>
          <div className="row"><Button look="primary">{t('minutes.save')}</Button><ButtonLink look="quiet" href={topicPath(meeting)}>{t('ui:acts.cancel')}</ButtonLink></div>
        </form>
        <aside className="side"><Posts form={form} formId="notulen" /></aside>
      </div>
    </>
  )
}

/** Every version of the minutes, and what changed between two of them. */
export function MinutesHistoryPage({ meeting, revisions, from, to, parts }: { meeting: { id: number; slug: string; title: string }; revisions: RevisionRow[]; from: number; to: number; parts: DiffPart[] }) {
  const t = useT('meetings', 'discussion')
  const tongue = useTongue()
  return (
    <div className="two">
      <div>
        <h1>{t('minutes.historyOf', { title: meeting.title })}</h1>
        <p className="muted mt-2">{from === to ? t('discussion:history.version', { number: to }) : t('discussion:history.compare', { from, to })}</p>
        <p className="sm faint">{t('discussion:history.legend')}</p>
        <div className="prose mt-5 whitespace-pre-wrap">
          {parts.map((part, index) => part.change === 'added' ? <ins key={index}>{part.text}</ins> : part.change === 'removed' ? <del key={index}>{part.text}</del> : <span key={index}>{part.text}</span>)}
        </div>
        <p className="mt-6"><ButtonLink href={topicPath(meeting)}>{t('minutes.back')}</ButtonLink></p>
      </div>
      <aside className="side">
        <section>
          <h2>{t('discussion:history.versions')}</h2>
          <ul className="plain sm">
            {revisions.map(row => (
              <li key={row.revision}>
                <a className="b" href={`${meetingPath(meeting.id, 'notulen/riwayat')}?dari=${Math.max(1, row.revision - 1)}&ke=${row.revision}`} aria-current={row.revision === to ? 'true' : undefined}>{t('discussion:history.version', { number: row.revision })}</a>
                <div className="faint">{t('discussion:history.by', { name: row.editorName, time: formatDateTime(row.at, tongue) })}</div>
              </li>
            ))}
          </ul>
        </section>
      </aside>
    </div>
  )
}
