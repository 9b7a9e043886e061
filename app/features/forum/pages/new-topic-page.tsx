import { useCallback, useRef, useState, type FormEvent } from 'react'
import type { CompetencyTag } from '~/features/competency/catalogue.server'
import { MaskSwitch } from '~/features/discussion/components/mask-switch'
import { Writing } from '~/features/discussion/components/writing'
import { formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import type { UnitVoice } from '~/features/people/voices.server'
import { ConsultationFields, ExperienceFields, FeedbackFields, kindFieldNames, PollFields, type KindFieldErrors, type KindFieldValues } from '../components/kind-fields'
import { TitleField } from '../components/similar-topics'
import { TagsField } from '../components/tags-field'
import { categoryName } from '../components/topic-row'
import type { SimilarTopic } from '../similar.server'
import type { CategoryView, TopicKindName } from '../views'

export interface NewTopicPageProps {
  categories: readonly CategoryView[]
  kinds: readonly TopicKindName[]
  competencies: readonly CompetencyTag[]
  /** found when the form came back with mistakes */
  similar?: readonly SimilarTopic[]
  /** what stands in the form: from the address, the draft, or what was just typed */
  values: { category: string; kind: TopicKindName; title: string; tags: string; publishAt?: string; samaran?: string } & KindFieldValues
  /** units the writer may open a consultation for */
  units: readonly Pick<UnitVoice, 'unitId' | 'unit'>[]
  templates: readonly { category: string; kind: TopicKindName; template: string }[]
  initialDoc: unknown
  initialMarkdown: string
  draftAt: number | null
  clientKey: string
  /** locale keys by field */
  errors: Partial<Record<'category' | 'kind' | 'title' | 'tags' | 'markdown' | 'publishAt' | 'masked' | 'form', string[]>> & KindFieldErrors
}

const pollFieldsWrong = (errors: KindFieldErrors) => Object.keys(errors).some(name => name.startsWith('poll'))

/** The form of the chosen category and kind stands in the text as long as nobody has written there. */
function useTemplate({ templates, initialMarkdown, initialDoc }: Pick<NewTopicPageProps, 'templates' | 'initialMarkdown' | 'initialDoc'>) {
  const [start, setStart] = useState({ turn: 0, markdown: initialMarkdown })
  const untouched = (words: string) => words.trim() === '' || templates.some(one => one.template.replace(/\s+/g, '') === words.replace(/\s+/g, ''))
  const choose = (form: HTMLFormElement) => {
    const typed = new FormData(form)
    if (initialDoc || !untouched(String(typed.get('markdown') ?? ''))) return
    const markdown = templates.find(one => one.category === typed.get('category') && one.kind === typed.get('kind'))?.template ?? ''
    setStart(now => (now.markdown === markdown ? now : { turn: now.turn + 1, markdown }))
  }
  return { start, choose }
}

export function NewTopicPage({ categories, kinds, competencies, similar, values, units, templates, initialDoc, initialMarkdown, draftAt, clientKey, errors }: NewTopicPageProps) {
  const t = useT('forum', 'kinds', 'acts')
  const tongue = useTongue()
  const form = useRef<HTMLFormElement>(null)
  const read = useCallback((name: string) => String(form.current ? (new FormData(form.current).get(name) ?? '') : ''), [])
  const draftTitle = useCallback(() => read('title'), [read])
  const draftFields = useCallback(() => ({
    category: read('category'), kind: read('kind'), tags: [read('tags'), read('kompetensi')].filter(Boolean).join(', '), ...Object.fromEntries(kindFieldNames.flatMap(name => (read(name) ? [[name, read(name)]] : []))),
  }), [read])
  const { start, choose } = useTemplate({ templates, initialMarkdown, initialDoc })
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    if (['category', 'kind'].includes((event.target as HTMLInputElement).name)) choose(event.currentTarget)
  }
  const said = (field: keyof typeof errors) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  if (!categories.length) return <EmptyState title={t('new.title')} acts={<ButtonLink href="/forum">{t('allTopics')}</ButtonLink>}>{t('new.none')}</EmptyState>
  const reads = (audience: string) => t(audience === 'public' ? 'reads.public' : audience === 'asn' ? 'reads.asn' : 'reads.unit')
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: t('new.title') }]} />
      <h1>{t('new.title')}</h1>
      <p className="lede mt-2">{t('new.lede')}</p>
      {draftAt ? <NoteBar tone="sea" className="mt-4">{t('new.draftFound', { time: formatTime(draftAt, tongue) })}</NoteBar> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form ref={form} method="post" action="/forum/tulis" className="form kindform mt-5" onChange={onChange}>
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('new.category')} error={said('category')} name="category">
          <Select defaultValue={values.category} empty={t('new.chooseCategory')} options={categories.map(category => ({ value: category.slug, label: `${categoryName(category, tongue.locale)} · ${reads(category.audience)}` }))} />
        </Field>
        <FieldGroup label={t('new.kind')} error={said('kind')} name="kind">
          {kinds.map(kind => <Choice key={kind} type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} hint={t(`kindHint.${kind}`)}>{t(`kind.${kind}`)}</Choice>)}
        </FieldGroup>
        <TitleField value={values.title} similar={similar ?? []} error={said('title')} />
        <Writing key={start.turn} place="new-topic" label={t('new.body')} hint={t('new.bodyHint')} placeholder={t('new.placeholder')} error={said('markdown')} initialDoc={initialDoc} initialMarkdown={start.markdown} threadId={null} draftAt={draftAt} draftTitle={draftTitle} draftFields={draftFields} />
        <ExperienceFields values={values} errors={errors} />
        <FeedbackFields values={values} errors={errors} fresh />
        {kinds.includes('CONSULTATION') ? <ConsultationFields units={units} values={values} errors={errors} /> : null}
        <TagsField value={values.tags} competencies={competencies} error={said('tags')} />
        <details open={Boolean(values.pollQuestion) || pollFieldsWrong(errors)}>
          <summary className="b">{t('kinds:poll.addHere')}</summary>
          <div className="form mt-4"><PollFields values={values} errors={errors} /></div>
        </details>
        <details open={Boolean(values.publishAt) || Boolean(errors.publishAt)}>
          <summary className="b">{t('acts:planned')}</summary>
          <Field className="mt-4" label={t('acts:publishAt')} hint={t('acts:publishAtHint')} error={said('publishAt')} optional={t('ui:form.optional')} name="publishAt"><TextInput type="datetime-local" defaultValue={values.publishAt} /></Field>
        </details>
        <div className="row">
          {categories.some(category => category.masks) ? <div className="w-full" id="f-masked" tabIndex={-1}><p className="sm muted">{t('acts:maskWhere', { names: categories.filter(category => category.masks).map(category => categoryName(category, tongue.locale)).join(', ') })}</p>{said('masked')?.map(words => <p key={words} className="err">{words}</p>)}<MaskSwitch checked={values.samaran === '1'} /></div> : null}
          <Button look="primary">{t('new.submit')}</Button>
          <ButtonLink look="quiet" href="/forum">{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}
