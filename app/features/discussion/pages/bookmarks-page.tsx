import { formatAgo, formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextArea, TextInput } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { EmptyState, State } from '~/ui/marks'
import { Breadcrumbs, Pager } from '~/ui/navigation'
import type { BookmarkRow } from '../bookmarks.queries.server'
import { NOTE_MAX } from '../views'

export interface ShownBookmark extends BookmarkRow {
  /** what it stands in, and where it is read */
  title: string
  url: string | null
}

export function BookmarksPage({ rows, next, paged }: { rows: ShownBookmark[]; next: string | null; paged: boolean }) {
  const t = useT('bookmarks')
  const tongue = useTongue()
  return (
    <div className="text">
      <div className="pagehead"><div><h1>{t('title')}</h1><p>{t('lede')}</p></div></div>
      {rows.length === 0 ? <EmptyState title={t('empty')} acts={<ButtonLink href="/forum">{t('forum:allTopics')}</ButtonLink>}>{t('emptyText')}</EmptyState> : (
        <ul className="list">
          {rows.map(row => (
            <li key={row.postId} className="py-3">
              {row.post && row.url ? <a className="b" href={row.url}>{row.title}{row.post.number > 1 ? ` #${row.post.number}` : ''}</a> : <span className="muted">{t('gone')}</span>}
              {row.post ? <p className="sm muted">{row.post.authorName}: {row.post.excerpt}</p> : null}
              {row.note ? <p className="note sm my-2 whitespace-pre-line">{row.note}</p> : null}
              <div className="row xs faint mt-1">
                {row.remindOn ? <State icon="bell">{t('remindsOn', { day: formatDate(`${row.remindOn}T12:00:00Z`, { ...tongue, timeZone: 'UTC' }) })}</State> : null}
                <span>{t('savedAgo', { time: formatAgo(row.at, tongue) })}</span>
                <span className="sp" />
                {row.post ? <a className="link" href={`/pos/${row.postId}/markah`}>{t('change')}</a> : null}
                <form method="post" action={`/markah/${row.postId}/hapus`}><button className="link" aria-label={t('dropOf', { title: row.title || t('gone') })}>{t('drop')}</button></form>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pager label={t('title')} newer={paged ? { label: t('newest'), href: '/markah' } : null} older={next ? { label: t('older'), href: `/markah?setelah=${next}` } : null} />
    </div>
  )
}

export interface BookmarkFormProps {
  postId: number
  url: string
  authorName: string
  number: number
  kept: boolean
  values: { note: string; remindOn: string }
  /** the first day that may be chosen */
  earliest: string
  errors: Record<string, string[]>
}

export function BookmarkFormPage({ postId, url, authorName, number, kept, values, earliest, errors }: BookmarkFormProps) {
  const t = useT('bookmarks')
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/markah' }, { label: t('of', { name: authorName, number }) }]} />
      <h1>{t('of', { name: authorName, number })}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={`/pos/${postId}/markah`} className="form mt-5">
        <Field label={t('note')} hint={t('noteHint')} optional={t('ui:form.optional')} error={said('note')} name="note"><TextArea rows={3} maxLength={NOTE_MAX} defaultValue={values.note} /></Field>
        <Field label={t('remindOn')} hint={t('remindHint')} optional={t('ui:form.optional')} error={said('remindOn')} name="remindOn"><TextInput type="date" min={earliest} defaultValue={values.remindOn} /></Field>
        <div className="row">
          <Button look="primary">{t('ui:acts.save')}</Button>
          <ButtonLink look="quiet" href={url}>{t('toPost')}</ButtonLink>
        </div>
      </form>
      {kept ? <form method="post" action={`/markah/${postId}/hapus`} className="sec"><Button look="quiet"><Icon name="trash-2" small />{t('drop')}</Button></form> : null}
    </div>
  )
}
