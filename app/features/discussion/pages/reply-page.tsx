import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, FileInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { MaskSwitch } from '../components/mask-switch'
import { VoiceSwitch } from '../components/voice-switch'
import { Writing } from '../components/writing'

export interface ReplyPageProps {
  threadId: number
  title: string
  url: string
  /** what is answered */
  target: { number: number; name: string } | null
  clientKey: string
  initialDoc: unknown
  initialMarkdown: string
  draftAt: number | null
  errors: string[]
  /** slow mode: minutes until the next post */
  waitMinutes?: number
  voice?: { unitId: number; unit: string } | null
  mask?: boolean
  masked?: boolean
}

/** The reply form as a page of its own: where it leads without JavaScript, and after a mistake in it. */
export function ReplyPage({ threadId, title, url, target, clientKey, initialDoc, initialMarkdown, draftAt, errors, waitMinutes, voice, mask, masked }: ReplyPageProps) {
  const t = useT('discussion')
  const said = [...errors.map(key => t(key)), ...(waitMinutes ? [t('composer.slow', { count: waitMinutes })] : [])]
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('replyPage.backTo'), href: url }]} />
      <h1>{t('replyPage.title', { title })}</h1>
      {target ? <p className="muted mt-2">{t('replyPage.answering', target)}</p> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={said.map(text => ({ text, field: 'f-markdown' }))} />
      <form method="post" action={`/utas/${threadId}/balas`} encType="multipart/form-data" className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        {target ? <input type="hidden" name="ke" value={target.number} /> : null}
        <Writing place={`thread:${threadId}`} label={t('composer.label')} placeholder="" error={said} initialDoc={initialDoc} initialMarkdown={initialMarkdown} threadId={threadId} draftAt={draftAt} />
        {voice ? <VoiceSwitch voice={voice} /> : null}
        {mask ? <MaskSwitch checked={masked} /> : null}
        <noscript>
          <Field label={t('replyPage.files')} hint={t('replyPage.filesHint')} optional={t('ui:form.optional')} name="berkas"><FileInput multiple /></Field>
        </noscript>
        <div className="row">
          <Button look="primary">{t('composer.send')}</Button>
          <ButtonLink look="quiet" href={url}>{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}
