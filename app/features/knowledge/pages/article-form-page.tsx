import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import { Writing } from '~/features/discussion/components/writing'
import { formatDateTime, formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, FieldGroup, Choice, Select, TextArea, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import { DiffBlocks } from '../components/diff-blocks'
import { DraftingLine, useAnew, useDrafting } from '../components/drafting'
import type { DiffView } from '../diff.server'
import type { SharedForm } from '../drafting-facts'
import type { ArticleHead } from '../history.queries.server'
import { articleKinds, serviceFields, type ArticleKindName } from '../kinds'
import { articleActPath, articlePath } from '../paths'

export interface ArticleFormProps {
  /** null: a new article */
  article: ArticleHead | null
  collections: readonly { slug: string; name: string; nameEn: string; depth: number; kinds: readonly ArticleKindName[] }[]
  /** "slug:KIND" to what stands in it */
  templates: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  doc: unknown
  markdown: string
  draftAt: number | null
  base: number
  clientKey: string
  errors: Record<string, string[]>
  /** what somebody else saved meanwhile */
  newer?: { revision: number; name: string; at: number; diff: DiffView; markdown: string } | null
  /** an article that is edited is written together with whoever else edits it */
  shared?: SharedForm | null
  source?: { id: number; title: string; url: string; names: readonly string[] } | null
}

const extra = ['collection', 'kind', 'summary', 'tags', 'why', 'base', 'shared', ...serviceFields] as const

function ServiceFields({ values, fresh }: { values: ArticleFormProps['values']; fresh: boolean }) {
  const t = useT('knowledge')
  return (
    <fieldset className={fresh ? 'only SERVICE' : undefined}>
      <legend className="lab">{t('service.title')}</legend>
      <p className="hint">{t('service.hint')}</p>
      <div className="form mt-2">
        {serviceFields.map(name => <Field key={name} label={t(`service.${name}`)} optional={t('ui:form.optional')} name={name}><TextArea rows={name === 'requirements' || name === 'procedure' ? 4 : 2} grows maxLength={4000} defaultValue={values[name]} /></Field>)}
      </div>
    </fieldset>
  )
}

/** Both texts, and the words between them: nothing is written over. */
function Newer({ newer }: { newer: NonNullable<ArticleFormProps['newer']> }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  return (
    <section className="card mt-4" aria-labelledby="bentrok">
      <h2 id="bentrok">{t('conflict.title', { name: newer.name, number: newer.revision })}</h2>
      <p className="muted mt-1">{t('conflict.text', { time: formatDateTime(newer.at, tongue) })}</p>
      <details className="mt-3" open><summary className="b">{t('conflict.diff')}</summary><div className="mt-3"><DiffBlocks diff={newer.diff} /></div></details>
      <details className="mt-3"><summary className="b">{t('conflict.theirs')}</summary><textarea className="in mt-2" rows={12} readOnly aria-label={t('conflict.theirs')} defaultValue={newer.markdown} /></details>
    </section>
  )
}

/** Writing a new article or its next revision. Everything typed is kept as a draft of the house. */
export function ArticleFormPage({ article, collections, templates, values, doc, markdown, draftAt, base, clientKey, errors, newer, source, shared }: ArticleFormProps) {
  const t = useT('knowledge', 'http', 'editor', 'uploads')
  const tongue = useTongue()
  const form = useRef<HTMLFormElement>(null)
  // where two texts stand side by side, one decides for oneself
  const { anew, follow } = useAnew(article?.id ?? null)
  const [from, tree] = anew ? [anew.shared, anew.shared.tree ?? anew.doc] : [newer ? null : shared, shared?.tree ?? doc]
  const together = useMemo(() => (from && tree ? { ...from, tree: tree as object | string } : null), [from, tree])
  const drafting = useDrafting(together)
  const { discarded } = drafting.view
  useEffect(() => { if (discarded) follow(discarded) }, [discarded, follow])
  const [start, setStart] = useState({ turn: 0, markdown })
  const read = useCallback((name: string) => String(form.current ? (new FormData(form.current).get(name) ?? '') : ''), [])
  const draftTitle = useCallback(() => read('title'), [read])
  const draftFields = useCallback(() => Object.fromEntries(extra.flatMap(name => (read(name) ? [[name, read(name)]] : []))), [read])
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const own = Object.values(templates)
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    if (article || doc || !['collection', 'kind'].includes((event.target as HTMLInputElement).name)) return
    const typed = new FormData(event.currentTarget)
    const words = String(typed.get('markdown') ?? '').replace(/\s+/g, '')
    if (typed.get('doc') ? draftAt !== null : words !== '' && !own.some(one => one.replace(/\s+/g, '') === words)) return
    const next = templates[`${String(typed.get('collection'))}:${String(typed.get('kind'))}`] ?? templates[`:${String(typed.get('kind'))}`] ?? ''
    setStart(now => (now.markdown === next ? now : { turn: now.turn + 1, markdown: next }))
  }
  if (!article && collections.length === 0) return <EmptyState title={t('new.title')} acts={<ButtonLink href="/pengetahuan">{t('title')}</ButtonLink>}>{t('new.none')}</EmptyState>
  const place = article ? `article:${article.id}` : source ? `new-article:${source.id}` : 'new-article'
  const back = article ? (article.approved === null ? articleActPath(article.id, 'tinjauan') : articlePath(article)) : '/pengetahuan'
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...(article ? [{ label: article.title, href: back }] : []), { label: t(article ? 'edit.crumb' : 'new.title') }]} />
      <h1>{article ? t('edit.title') : t('new.title')}</h1>
      <p className="lede mt-2">{t(article ? 'edit.lede' : 'new.lede')}{article ? null : <> <a className="link" href="/pengetahuan/impor">{t('import.title')}</a></>}</p>
      {source ? <NoteBar tone="sea" className="mt-4">{t('new.source')} <a className="link" href={source.url}>{source.title}</a>. {source.names.length > 0 ? t('new.credits', { names: source.names.join(', ') }) : ''}</NoteBar> : null}
      {draftAt ? <NoteBar tone="sea" className="mt-4">{t('new.draftFound', { time: formatTime(draftAt, tongue) })}</NoteBar> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {newer ? <Newer newer={newer} /> : null}
      <form ref={form} method="post" action={article ? articleActPath(article.id, 'ubah') : '/pengetahuan/tulis'} className="form kindform mt-5" onChange={onChange}>
        <input type="hidden" name="clientKey" value={clientKey} />
        {article ? <input type="hidden" name="base" value={drafting.view.base ?? base} /> : null}
        {drafting.view.generation === null ? null : <input type="hidden" name="shared" value={drafting.view.generation} />}
        {source ? <input type="hidden" name="source" value={source.id} /> : null}
        {values.request ? <input type="hidden" name="request" value={values.request} /> : null}
        {article ? null : (
          <>
            <Field label={t('new.collection')} error={said('collection')} name="collection">
              <Select defaultValue={values.collection ?? ''} empty={t('new.chooseCollection')} options={collections.map(one => ({ value: one.slug, label: `${'– '.repeat(one.depth)}${nameIn(tongue.locale, one)}` }))} />
            </Field>
            <FieldGroup label={t('new.kind')} error={said('kind')} name="kind">
              {articleKinds.map(kind => <Choice key={kind} type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} hint={t(`kindHint.${kind}`)}>{t(`kind.${kind}`)}</Choice>)}
            </FieldGroup>
          </>
        )}
        <Field label={t('new.titleField')} hint={t('new.titleHint')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={150} /></Field>
        <Field label={t('new.summary')} hint={t('new.summaryHint')} error={said('summary')} optional={t('ui:form.optional')} name="summary"><TextArea rows={2} grows maxLength={300} defaultValue={values.summary} /></Field>
        {!article || article.kind === 'SERVICE' ? <ServiceFields values={values} fresh={!article} /> : null}
        {anew ? <NoteBar tone="sea" role="status">{t(anew.told.own ? 'discard.toldOwn' : 'discard.told', { name: anew.told.name, number: anew.told.revision })}</NoteBar> : null}
        <Writing key={`${start.turn}-${anew?.turn ?? 0}`} boxes place={place} label={t('new.body')} hint={t('new.bodyHint')} placeholder={t('new.placeholder')} error={said('markdown')} initialDoc={anew?.doc ?? doc} initialMarkdown={anew?.markdown ?? start.markdown} threadId={null} draftAt={draftAt} draftTitle={draftTitle} draftFields={draftFields} {...(drafting.shared && together ? { shared: drafting.shared, below: <DraftingLine view={drafting.view} form={together} /> } : {})} />
        <Field label={t('new.tags')} hint={t('new.tagsHint')} error={said('tags')} optional={t('ui:form.optional')} name="tags"><TextInput defaultValue={values.tags} maxLength={200} /></Field>
        {article ? <Field label={t('edit.why')} hint={t('edit.whyHint')} error={said('why')} optional={t('ui:form.optional')} name="why"><TextInput defaultValue={values.why} maxLength={300} /></Field> : null}
        <div className="row">
          <Button look="primary" name="then" value="kirim">{t(newer ? 'conflict.save' : article?.work === 'REVIEW' ? 'edit.save' : 'edit.saveSend')}</Button>
          <Button name="then" value="simpan">{t('edit.saveDraft')}</Button>
          <ButtonLink look="quiet" href={back}>{t('ui:acts.cancel')}</ButtonLink>
        </div>
        {article ? <p className="sm"><a className="link" href={articleActPath(article.id, 'buang-perubahan')}>{t('discard.link')}</a></p> : null}
      </form>
    </div>
  )
}
