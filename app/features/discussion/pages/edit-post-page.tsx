import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Writing } from '../components/writing'

export interface EditPostPageProps {
  postId: number
  threadId: number
  number: number
  revision: number
  url: string
  initialDoc: unknown
  initialMarkdown: string
  draftAt: number | null
  errors: string[]
}

export function EditPostPage({ postId, threadId, number, revision, url, initialDoc, initialMarkdown, draftAt, errors }: EditPostPageProps) {
  const t = useT('discussion')
  const said = errors.map(key => t(key))
  return (
    <div className="text">
      <h1>{t('edit.title', { number })}</h1>
      <p className="muted mt-2">{t('edit.note')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={said.map(text => ({ text, field: 'f-markdown' }))} />
      <form method="post" action={`/pos/${postId}/ubah`} className="form mt-5">
        <input type="hidden" name="revision" value={revision} />
        <Writing place={`post:${postId}`} label={t('edit.label')} placeholder="" error={said} initialDoc={initialDoc} initialMarkdown={initialMarkdown} threadId={threadId} draftAt={draftAt} />
        <div className="row">
          <Button look="primary">{t('edit.save')}</Button>
          <ButtonLink look="quiet" href={url}>{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}

/** Asked once, because others lose what they read; it can be undone for 30 days. */
export function DeletePostPage({ postId, number, url, moderator, restore }: { postId: number; number: number; url: string; moderator: boolean; restore?: boolean }) {
  const t = useT('discussion')
  return (
    <div className="text">
      <h1>{t(restore ? 'restore.title' : 'delete.title', { number })}</h1>
      <p className="lede mt-3">{t(restore ? 'restore.text' : moderator ? 'delete.textModerator' : 'delete.text')}</p>
      <form method="post" action={`/pos/${postId}/${restore ? 'pulihkan' : 'hapus'}`} className="row mt-6">
        <ButtonLink href={url}>{t('delete.no')}</ButtonLink>
        <Button look={restore ? 'primary' : 'danger'}>{t(restore ? 'restore.yes' : 'delete.yes')}</Button>
      </form>
    </div>
  )
}
