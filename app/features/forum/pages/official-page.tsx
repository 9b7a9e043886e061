import { Writing } from '~/features/discussion/components/writing'
import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { PollFields, type KindFieldErrors, type KindFieldValues } from '../components/kind-fields'
import type { OfficialStateName, VerdictView } from '../kind-views'

interface Frame {
  topic: { id: number; title: string }
  url: string
}

type Errors = Partial<Record<string, string[]>>

function useMistakes(errors: Errors) {
  const t = useT('kinds')
  return {
    said: (field: string) => errors[field]?.map(key => t(key)),
    summary: summaryOf(errors, t),
  }
}

function Head({ topic, url, title, errors }: Frame & { title: string; errors: Errors }) {
  const t = useT('kinds')
  const { summary } = useMistakes(errors)
  return (
    <>
      <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: topic.title, href: url }]} />
      <h1>{title}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summary} />
    </>
  )
}

export interface OfficialPageProps extends Frame {
  unit: string
  from: OfficialStateName | null
  choices: readonly OfficialStateName[]
  values: { state: string; markdown: string; doc: string; number: string; verdict: string; note: string }
  verdicts: readonly VerdictView[]
  draftAt: number | null
  clientKey: string
  errors: Errors
}

/** What the responsible unit answers, and what becomes of single proposals. */
export function OfficialPage({ unit, from, choices, values, verdicts, draftAt, clientKey, errors, ...frame }: OfficialPageProps) {
  const t = useT('kinds')
  const { said } = useMistakes(errors)
  const { topic, url } = frame
  return (
    <div className="text">
      <Head {...frame} title={t('official.writeFor', { unit })} errors={errors} />
      <p className="lede mt-2">{t('official.lede')}</p>
      <form method="post" action={`/topik/${topic.id}/jawaban-resmi`} className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <input type="hidden" name="from" value={from ?? ''} />
        <FieldGroup label={t('official.stateLabel')} hint={from ? t('official.now', { state: t(`forum:official.state.${from}`) }) : undefined} error={said('state')} name="state">
          {choices.map(state => <Choice key={state} type="radio" name="state" value={state} defaultChecked={values.state === state} hint={t(`official.stateHint.${state}`)}>{t(`forum:official.state.${state}`)}</Choice>)}
        </FieldGroup>
        <Writing place={`official:${topic.id}`} label={t('official.text')} hint={t('official.textHint')} placeholder="" error={said('markdown')} initialDoc={values.doc || null} initialMarkdown={values.markdown} threadId={topic.id} draftAt={draftAt} />
        <div className="row"><Button look="primary">{t('official.send')}</Button><ButtonLink look="quiet" href={url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
      <section className="sec" aria-labelledby="usul">
        <h2 id="usul">{t('verdict.judge')}</h2>
        <p className="muted sm">{t('verdict.lede')}</p>
        {verdicts.length ? <ul className="plain sm mt-2">{verdicts.map(one => <li key={one.number}>#{one.number} {one.author}: {t(`forum:official.state.${one.state}`)}</li>)}</ul> : null}
        <form method="post" action={`/topik/${topic.id}/usul`} className="form mt-3">
          <Field label={t('verdict.number')} hint={t('verdict.numberHint')} error={said('number')} name="number"><TextInput inputMode="numeric" defaultValue={values.number} maxLength={7} /></Field>
          <Field label={t('verdict.result')} error={said('verdict')} name="verdict">
            <Select defaultValue={values.verdict} options={[...(['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED', 'DONE'] as const).map(state => ({ value: state as string, label: t(`forum:official.state.${state}`) })), { value: '', label: t('verdict.none') }]} />
          </Field>
          <Field label={t('verdict.note')} hint={t('verdict.noteHint')} optional={t('ui:form.optional')} error={said('note')} name="note"><TextArea defaultValue={values.note} rows={2} maxLength={500} /></Field>
          <div className="row"><Button>{t('verdict.save')}</Button></div>
        </form>
      </section>
    </div>
  )
}

export interface KeepConsultationProps extends Frame {
  values: { summary: string; closesOn: string; promisedDays: string }
  closed: boolean
  errors: Errors
}

/** Summary, last day and promise of a consultation. */
export function KeepConsultationPage({ values, closed, errors, ...frame }: KeepConsultationProps) {
  const t = useT('kinds')
  const { said } = useMistakes(errors)
  return (
    <div className="text">
      <Head {...frame} title={t('consultation.keep')} errors={errors} />
      <form method="post" action={`/topik/${frame.topic.id}/konsultasi`} className="form mt-5">
        <Field label={t('consultation.summary')} hint={t('consultation.summaryHint')} optional={t('ui:form.optional')} error={said('summary')} name="summary"><TextArea defaultValue={values.summary} rows={8} maxLength={8000} grows /></Field>
        <Field label={t(closed ? 'consultation.reopen' : 'consultation.closesOn')} hint={t(closed ? 'consultation.reopenHint' : 'consultation.closesOnHint')} optional={t('ui:form.optional')} error={said('closesOn')} name="closesOn"><TextInput type="date" defaultValue={values.closesOn} /></Field>
        <Field label={t('consultation.promised')} hint={t('consultation.promisedHint')} error={said('promisedDays')} name="promisedDays"><TextInput type="number" min={1} max={60} defaultValue={values.promisedDays} /></Field>
        <div className="row"><Button look="primary">{t('forum:edit.save')}</Button><ButtonLink look="quiet" href={frame.url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}

/** A poll for a topic that has none yet. */
export function NewPollPage({ values, errors, ...frame }: Frame & { values: KindFieldValues; errors: KindFieldErrors & Errors }) {
  const t = useT('kinds')
  return (
    <div className="text">
      <Head {...frame} title={t('forum:poll.add')} errors={errors} />
      <form method="post" action={`/topik/${frame.topic.id}/jajak`} className="form mt-5">
        <PollFields values={values} errors={errors} />
        <div className="row"><Button look="primary">{t('poll.create')}</Button><ButtonLink look="quiet" href={frame.url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
