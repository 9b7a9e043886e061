import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextArea, TextInput } from '~/ui/field'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import type { TopicNote } from '../../topic-notes.server'

export interface NotesPageProps {
  tag: string | null
  tags: { tag: string; notes: number }[]
  notes: TopicNote[]
  me: number
  /** a mentor may write one for the tag */
  may: boolean
  officer: boolean
  values: Readonly<Record<string, string>>
  errors: Record<string, string[]>
}

/** What learners of a topic usually struggle with, and good first material: read before asking, so that the first session begins further on. */
export function NotesPage({ tag, tags, notes, me, may, officer, values, errors }: NotesPageProps) {
  const t = useT('care')
  const tongue = useTongue()
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('crumb.mentoring'), href: '/mentoring' }, ...(tag ? [{ label: t('notes.title'), href: '/mentoring/catatan' }, { label: tag }] : [{ label: t('notes.title') }])]} />
      <h1>{tag ? t('notes.of', { tag }) : t('notes.title')}</h1>
      <p className="lede mt-2">{t('notes.lede')}</p>
      {tag === null ? (
        tags.length === 0 ? <EmptyState title={t('notes.none')} heading="h2">{t('notes.noneText')}</EmptyState>
          : <ul className="plain mt-4">{tags.map(one => <li key={one.tag}><a className="link" href={`/mentoring/catatan?tag=${encodeURIComponent(one.tag)}`}>{one.tag}</a> <span className="faint sm">{t('notes.count', { count: one.notes })}</span></li>)}</ul>
      ) : notes.length === 0 ? <EmptyState title={t('notes.noneOf')} heading="h2" /> : notes.map(note => (
        <article key={note.id} className="card mt-4">
          <p className="whitespace-pre-line">{note.text}</p>
          {note.links.length > 0 ? <><h3 className="mt-3">{t('notes.first')}</h3><ul className="plain">{note.links.map(link => <li key={link.url}><a className="link" href={link.url}>{link.title}</a></li>)}</ul></> : null}
          <p className="sm faint mt-2">{note.author}, {formatDate(note.at, tongue)}</p>
          {note.authorId === me || officer ? <form method="post" className="mt-2"><input type="hidden" name="id" value={note.id} /><input type="hidden" name="tag" value={note.tag} /><Button small look="quiet" name="act" value="hapus">{t('notes.remove')}</Button></form> : null}
        </article>
      ))}
      {may ? (
        <form method="post" className="form mt-5" aria-labelledby="tulis-catatan">
          <h2 id="tulis-catatan">{t('notes.write')}</h2>
          <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
          <Field label={t('notes.tag')} error={errors.tag?.map(key => t(key))} name="tag"><TextInput maxLength={60} defaultValue={values.tag ?? tag ?? ''} /></Field>
          <Field label={t('notes.text')} hint={t('notes.textHint')} error={errors.text?.map(key => t(key))} name="text"><TextArea rows={5} grows maxLength={3_000} defaultValue={values.text} /></Field>
          <Field label={t('notes.links')} hint={t('notes.linksHint')} error={errors.links?.map(key => t(key))} optional={t('ui:form.optional')} name="links"><TextArea rows={3} grows maxLength={2_000} defaultValue={values.links} /></Field>
          <div className="row"><Button look="primary" name="act" value="simpan">{t('ui:acts.save')}</Button></div>
        </form>
      ) : null}
    </div>
  )
}
