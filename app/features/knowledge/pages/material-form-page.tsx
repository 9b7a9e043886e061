import type { ReactNode } from 'react'
import { formatBytes } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FileInput, Select, TextArea, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import { useSending } from '../components/use-sending'
import { licences, materialActPath, materialPath } from '../formats'

export interface MaterialFormProps {
  /** null: a new one */
  material: { id: number; slug: string; title: string; binned: boolean } | null
  /** what is asked: the facts, the file, or both */
  ask: 'all' | 'facts' | 'file'
  collections: readonly { slug: string; name: string; nameEn: string; depth: number }[]
  audiences: readonly { value: string; label: string }[]
  values: Readonly<Record<string, string>>
  errors: Record<string, string[]>
  clientKey: string
  /** a file that was sent with a form that had a mistake: it need not be sent again */
  have?: { slug: string; name: string; size: number } | null
  /** the same file, here already */
  same?: { title: string; url: string } | null
  /** stands under the form */
  children?: ReactNode
}

/** What is accepted; the server looks at the content again. */
const ACCEPT = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.md,.jpg,.jpeg,.png,.webp,.gif,.avif'

function FileFields({ said, values, have, same }: { said: (field: string) => string[] | undefined } & Pick<MaterialFormProps, 'values' | 'have' | 'same'>) {
  const t = useT('knowledge')
  const { locale } = useTongue()
  return (
    <>
      {have ? <><input type="hidden" name="upload" value={have.slug} /><NoteBar tone="leaf">{t('material.form.have', { name: have.name, size: formatBytes(have.size, locale) })}</NoteBar></> : null}
      {same ? (
        <NoteBar tone="sea">
          {t('material.same')} <a className="link" href={same.url}>{same.title}</a>
          <div className="mt-2"><Choice name="anyway" value="1">{t('material.form.anyway')}</Choice></div>
        </NoteBar>
      ) : null}
      <Field label={t('material.form.file')} hint={t('material.form.fileHint')} error={said('file')} name="file"><FileInput accept={ACCEPT} /></Field>
      <Field label={t('material.form.video')} hint={t('material.form.videoHint')} error={said('video')} optional={t('ui:form.optional')} name="video"><TextInput type="url" inputMode="url" defaultValue={values.video} maxLength={500} placeholder="https://" /></Field>
    </>
  )
}

function FactFields({ said, values, collections, audiences }: { said: (field: string) => string[] | undefined } & Pick<MaterialFormProps, 'values' | 'collections' | 'audiences'>) {
  const t = useT('knowledge')
  const { locale } = useTongue()
  const opt = t('ui:form.optional')
  return (
    <>
      <Field label={t('material.form.title')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={150} /></Field>
      <Field label={t('material.form.collection')} error={said('collection')} name="collection">
        <Select defaultValue={values.collection ?? ''} empty={t('new.chooseCollection')} options={collections.map(one => ({ value: one.slug, label: `${'– '.repeat(one.depth)}${nameIn(locale, one)}` }))} />
      </Field>
      <Field label={t('material.form.description')} hint={t('material.form.descriptionHint')} error={said('description')} optional={opt} name="description"><TextArea rows={3} grows maxLength={1000} defaultValue={values.description} /></Field>
      <Field label={t('material.form.audience')} hint={t('material.form.audienceHint')} error={said('audience')} name="audience"><Select defaultValue={values.audience ?? ''} empty={t('material.form.audienceSame')} options={audiences} /></Field>
      <Field label={t('material.form.licence')} error={said('licence')} optional={opt} name="licence"><Select defaultValue={values.licence ?? ''} empty={t('material.form.licenceNone')} options={licences.map(one => ({ value: one, label: t(`material.licence.${one}`) }))} /></Field>
      <Field label={t('material.form.source')} hint={t('material.form.sourceHint')} error={said('source')} optional={opt} name="source"><TextInput defaultValue={values.source} maxLength={300} /></Field>
      <Field label={t('new.tags')} hint={t('new.tagsHint')} error={said('tags')} optional={opt} name="tags"><TextInput defaultValue={values.tags} maxLength={200} /></Field>
    </>
  )
}

/** A new file or video, its next version, or what is said of it. One form, which works without JavaScript. */
export function MaterialFormPage({ material, ask, collections, audiences, values, errors, clientKey, have, same, children }: MaterialFormProps) {
  const t = useT('knowledge', 'http', 'uploads')
  const sending = useSending()
  const said = (field: string) => (field === 'file' && sending.errors.length > 0 ? sending.errors : errors[field])?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const heading = t(ask === 'all' ? 'material.form.new' : ask === 'file' ? 'material.version.new' : 'material.form.edit')
  const back = material ? materialPath(material) : '/pengetahuan'
  if (ask !== 'file' && collections.length === 0) return <EmptyState title={heading} acts={<ButtonLink href="/pengetahuan">{t('title')}</ButtonLink>}>{t('material.form.noCollection')}</EmptyState>
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...(material ? [{ label: material.title, href: back }] : []), { label: heading }]} />
      <h1>{heading}</h1>
      {ask === 'facts' ? null : <p className="lede mt-2">{t(ask === 'file' ? 'material.version.lede' : 'material.form.lede')}</p>}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {ask === 'file' && material?.binned ? <NoteBar tone="red" className="mt-5">{t('material.state.binned')} <a className="link" href={back}>{material.title}</a></NoteBar> : (
        <form method="post" encType={ask === 'facts' ? undefined : 'multipart/form-data'} action={material ? materialActPath(material.id, ask === 'file' ? 'versi' : 'ubah') : '/pengetahuan/unggah'} className="form mt-5" onSubmit={ask === 'facts' ? undefined : sending.onSubmit}>
          <input type="hidden" name="clientKey" value={clientKey} />
          {ask === 'facts' ? null : <FileFields said={said} values={values} have={have} same={same} />}
          {ask === 'file' ? <Field label={t('material.version.note')} error={said('note')} optional={t('ui:form.optional')} name="note"><TextInput defaultValue={values.note} maxLength={300} /></Field> : <FactFields said={said} values={values} collections={collections} audiences={audiences} />}
          {sending.progress}
          <div className="row">
            <Button look="primary" working={sending.progress !== null}>{t(ask === 'facts' ? 'ui:acts.save' : 'material.form.send')}</Button>
            <ButtonLink look="quiet" href={back}>{t('ui:acts.cancel')}</ButtonLink>
          </div>
        </form>
      )}
      {ask === 'facts' && material ? (
        <section className="sec">
          <form method="post" action={materialActPath(material.id, 'buang')} className="card">
            <p className="sm muted">{t('material.page.binText')}</p>
            <p className="mt-3"><Button look="danger" icon="trash-2">{t('material.page.bin')}</Button></p>
          </form>
        </section>
      ) : null}
      {children}
    </div>
  )
}
