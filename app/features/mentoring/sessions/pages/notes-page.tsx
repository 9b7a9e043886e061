import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { NOTE_MAX } from '../../notes.limits'
import { roomPath } from '../../paths'
import type { NoteView, StepView } from '../../sessions-views'
import { NoteList } from '../components/note-list'
import { StepList } from '../components/step-list'

interface Common {
  pair: { id: number; title: string }
  work: boolean
  values: Record<string, string>
  errors: Record<string, string[]>
}

function useHead(pair: Common['pair'], errors: Common['errors']) {
  const t = useT('sessions', 'http')
  const mistakes = summaryOf(errors, t)
  return {
    t, said: (field: string) => errors[field]?.map(key => t(key)),
    crumbs: <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: pair.title, href: roomPath(pair.id) }]} />,
    summary: <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />,
  }
}

/** Notes of the room, and one's own that nobody else sees. */
export function NotesPage({ pair, notes, work, clientKey, values, errors }: Common & { notes: readonly NoteView[]; clientKey: string }) {
  const { t, said, crumbs, summary } = useHead(pair, errors)
  return (
    <div className="text">
      {crumbs}
      <h1>{t('notes.title')}</h1>
      {summary}
      {work ? (
        <form method="post" className="form mt-4 mb-6">
          <input type="hidden" name="clientKey" value={clientKey} />
          <Field name="text" label={t('notes.write')} error={said('text')}><TextArea grows rows={4} required maxLength={NOTE_MAX} defaultValue={values.text} /></Field>
          <FieldGroup name="shared" label={t('notes.whose')} error={said('shared')}>
            <Choice type="radio" name="shared" value="ya" defaultChecked={values.shared === 'ya'} hint={t('notes.sharedHint')}>{t('notes.shared')}</Choice>
            <Choice type="radio" name="shared" value="tidak" defaultChecked={values.shared !== 'ya'} hint={t('notes.privateHint')}>{t('notes.private')}</Choice>
          </FieldGroup>
          <Button look="primary">{t('notes.save')}</Button>
        </form>
      ) : null}
      {notes.length ? <NoteList notes={notes} edit /> : <p className="muted">{t('notes.none')}</p>}
    </div>
  )
}

/** One's own note. */
export function EditNotePage({ note, pair, values, errors }: Omit<Common, 'work'> & { note: NoteView }) {
  const { t, said, crumbs, summary } = useHead(pair, errors)
  return (
    <div className="text">
      {crumbs}
      <h1>{t('notes.editTitle')}</h1>
      <p className="muted mt-2">{t(note.shared ? 'notes.sharedHint' : 'notes.privateHint')}</p>
      {summary}
      <form method="post" className="form mt-4">
        <Field name="text" label={t('notes.write')} error={said('text')}><TextArea grows rows={6} required maxLength={NOTE_MAX} defaultValue={values.text ?? note.text} /></Field>
        {note.shared ? null : <Choice name="shared" value="ya" defaultChecked={values.shared === 'ya'} hint={t('notes.shareHint')}>{t('notes.share')}</Choice>}
        <div className="row"><Button look="primary">{t('notes.save')}</Button><ButtonLink look="quiet" href={roomPath(pair.id, 'catatan')}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
      <form method="post" action={`/mentoring/catatan/${note.id}/hapus`} className="mt-6"><Button look="danger" small>{t('notes.remove')}</Button></form>
    </div>
  )
}

/** Next steps of the room: what, who, until when. */
export function StepsPage({ pair, steps, people, work, values, errors }: Common & { steps: readonly StepView[]; people: readonly { id: number; name: string }[] }) {
  const { t, said, crumbs, summary } = useHead(pair, errors)
  return (
    <div className="text">
      {crumbs}
      <h1>{t('steps.title')}</h1>
      {summary}
      {work ? (
        <form method="post" className="form mt-4 mb-6">
          <Field name="text" label={t('steps.what')} error={said('text')}><TextInput required maxLength={300} defaultValue={values.text} autoComplete="off" /></Field>
          <div className="row items-end">
            <Field name="assignee" label={t('steps.who')} error={said('assignee')}><Select options={people.map(one => ({ value: String(one.id), label: one.name }))} defaultValue={values.assignee} /></Field>
            <Field name="dueOn" label={t('steps.when')} optional={t('ui:form.optional')} error={said('dueOn')}><TextInput type="date" defaultValue={values.dueOn} /></Field>
          </div>
          <Button look="primary">{t('steps.add')}</Button>
        </form>
      ) : null}
      {steps.length ? <StepList steps={steps} work={work} back={roomPath(pair.id, 'langkah')} removable /> : <p className="muted">{t('steps.none')}</p>}
    </div>
  )
}
