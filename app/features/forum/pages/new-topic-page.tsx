import { useCallback, useRef } from 'react'
import { Writing } from '~/features/discussion/components/writing'
import { formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { categoryName } from '../components/topic-row'
import type { CategoryView, TopicKindName } from '../views'

export interface NewTopicPageProps {
  categories: CategoryView[]
  kinds: readonly TopicKindName[]
  /** what stands in the form: from the address, the draft, or what was just typed */
  values: { category: string; kind: TopicKindName; title: string; tags: string }
  initialDoc: unknown
  initialMarkdown: string
  draftAt: number | null
  clientKey: string
  /** locale keys by field */
  errors: Partial<Record<'category' | 'kind' | 'title' | 'tags' | 'markdown' | 'form', string[]>>
}

export function NewTopicPage({ categories, kinds, values, initialDoc, initialMarkdown, draftAt, clientKey, errors }: NewTopicPageProps) {
  const t = useT('forum')
  const tongue = useTongue()
  const form = useRef<HTMLFormElement>(null)
  const read = useCallback((name: string) => String(form.current ? (new FormData(form.current).get(name) ?? '') : ''), [])
  const draftTitle = useCallback(() => read('title'), [read])
  const draftFields = useCallback(() => ({ category: read('category'), kind: read('kind'), tags: read('tags') }), [read])
  const said = (field: keyof typeof errors) => errors[field]?.map(key => t(key))
  const mistakes = Object.entries(errors).flatMap(([field, keys]) => keys.map(key => ({ text: t(key), field: field === 'form' ? undefined : `f-${field}` })))
  if (!categories.length) return <EmptyState title={t('new.title')} acts={<ButtonLink href="/forum">{t('allTopics')}</ButtonLink>}>{t('new.none')}</EmptyState>
  const reads = (audience: string) => t(audience === 'public' ? 'reads.public' : audience === 'asn' ? 'reads.asn' : 'reads.unit')
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: t('new.title') }]} />
      <h1>{t('new.title')}</h1>
      <p className="lede mt-2">{t('new.lede')}</p>
      {draftAt ? <NoteBar tone="sea" className="mt-4">{t('new.draftFound', { time: formatTime(draftAt, tongue) })}</NoteBar> : null}
      <ErrorSummary title={t('ui:form.mistakes', { count: mistakes.length })} errors={mistakes} />
      <form ref={form} method="post" action="/forum/tulis" className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('new.category')} error={said('category')} name="category">
          <Select defaultValue={values.category} empty={t('new.chooseCategory')} options={categories.map(category => ({ value: category.slug, label: `${categoryName(category, tongue.locale)} · ${reads(category.audience)}` }))} />
        </Field>
        <FieldGroup label={t('new.kind')} error={said('kind')} name="kind">
          {kinds.map(kind => <Choice key={kind} type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} hint={t(`kindHint.${kind}`)}>{t(`kind.${kind}`)}</Choice>)}
        </FieldGroup>
        <Field label={t('new.titleLabel')} hint={t('new.titleHint')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={150} autoComplete="off" /></Field>
        <Writing place="new-topic" label={t('new.body')} placeholder={t('new.placeholder')} error={said('markdown')} initialDoc={initialDoc} initialMarkdown={initialMarkdown} threadId={null} draftAt={draftAt} draftTitle={draftTitle} draftFields={draftFields} />
        <Field label={t('new.tags')} hint={t('new.tagsHint')} error={said('tags')} optional={t('ui:form.optional')} name="tags"><TextInput defaultValue={values.tags} autoComplete="off" /></Field>
        <div className="row">
          <Button look="primary">{t('new.submit')}</Button>
          <ButtonLink look="quiet" href="/forum">{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}

/** Title, kind and tags of a topic; its text is the first post and is edited there. */
export function EditTopicPage({ topic, kinds, values, errors, url }: {
  topic: { id: number }; kinds: readonly TopicKindName[]; values: { title: string; kind: TopicKindName; tags: string }; errors: NewTopicPageProps['errors']; url: string
}) {
  const t = useT('forum')
  const said = (field: keyof typeof errors) => errors[field]?.map(key => t(key))
  return (
    <div className="text">
      <h1>{t('edit.title')}</h1>
      <form method="post" action={`/topik/${topic.id}/ubah`} className="form mt-5">
        <Field label={t('new.titleLabel')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={150} /></Field>
        <FieldGroup label={t('new.kind')} error={said('kind')} name="kind">
          {kinds.map(kind => <Choice key={kind} type="radio" name="kind" value={kind} defaultChecked={values.kind === kind}>{t(`kind.${kind}`)}</Choice>)}
        </FieldGroup>
        <Field label={t('new.tags')} hint={t('new.tagsHint')} error={said('tags')} optional={t('ui:form.optional')} name="tags"><TextInput defaultValue={values.tags} /></Field>
        <div className="row"><Button look="primary">{t('edit.save')}</Button><ButtonLink look="quiet" href={url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
