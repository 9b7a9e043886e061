import type { UnitVoice } from '~/features/people/voices.server'
import { useT } from '~/platform/i18n/i18n'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { PART_MAX } from '../kinds'

export const kindFieldNames = ['situation', 'outcome', 'repeat', 'asked', 'answerers', 'people', 'unitId', 'closesOn', 'promisedDays', 'pollQuestion', 'pollOptions', 'pollMax', 'pollClosesOn', 'pollAnonymous', 'pollAfterVote'] as const
export type KindFieldName = (typeof kindFieldNames)[number]
/** what stands in these fields, as it was typed */
export type KindFieldValues = Partial<Record<KindFieldName, string>>
export type KindFieldErrors = Partial<Record<KindFieldName, string[]>>

interface Props {
  values: KindFieldValues
  errors: KindFieldErrors
}

function useSaid(errors: KindFieldErrors) {
  const t = useT('kinds')
  return (field: KindFieldName) => errors[field]?.map(key => t(key))
}

function Part({ name, rows = 4, optional, values, errors }: Props & { name: 'situation' | 'outcome' | 'repeat' | 'asked'; rows?: number; optional?: boolean }) {
  const t = useT('kinds')
  const said = useSaid(errors)
  return (
    <Field label={t(`part.${name}`)} hint={t(`part.${name}Hint`)} error={said(name)} name={name} {...(optional ? { optional: t('ui:form.optional') } : {})}>
      <TextArea defaultValue={values[name] ?? ''} rows={rows} maxLength={PART_MAX} grows />
    </Field>
  )
}

/** Situation, outcome and what to repeat; what was done is the text of the topic. */
export function ExperienceFields(props: Props) {
  return <div className="only EXPERIENCE"><Part name="situation" rows={3} optional {...props} /><Part name="outcome" {...props} /><Part name="repeat" optional {...props} /></div>
}

export function FeedbackFields({ fresh, ...props }: Props & { fresh: boolean }) {
  const t = useT('kinds')
  const said = useSaid(props.errors)
  const chosen = props.values.answerers || 'readers'
  return (
    <div className="only FEEDBACK">
      <Part name="asked" {...props} />
      <FieldGroup label={t('feedback.who')} hint={t(fresh ? 'feedback.whoHint' : 'feedback.whoLater')} error={said('answerers')} name="answerers">
        {(['readers', 'unit', 'people'] as const).map(value => <Choice key={value} type="radio" name="answerers" value={value} defaultChecked={chosen === value}>{t(fresh || value !== 'unit' ? `feedback.${value}` : 'feedback.unitOf')}</Choice>)}
      </FieldGroup>
      <Field label={t('feedback.names')} hint={t('feedback.namesHint')} error={said('people')} optional={t('ui:form.optional')} name="people"><TextInput defaultValue={props.values.people ?? ''} autoComplete="off" /></Field>
    </div>
  )
}

export function ConsultationFields({ units, values, errors }: Props & { units: readonly Pick<UnitVoice, 'unitId' | 'unit'>[] }) {
  const t = useT('kinds')
  const said = useSaid(errors)
  return (
    <div className="only CONSULTATION">
      <Field label={t('consultation.unit')} hint={t('consultation.unitHint')} error={said('unitId')} name="unitId">
        <Select defaultValue={values.unitId ?? ''} {...(units.length === 1 ? {} : { empty: t('consultation.chooseUnit') })} options={units.map(unit => ({ value: String(unit.unitId), label: unit.unit }))} />
      </Field>
      <Field label={t('consultation.closesOn')} hint={t('consultation.closesOnHint')} error={said('closesOn')} name="closesOn"><TextInput type="date" defaultValue={values.closesOn ?? ''} /></Field>
      <Field label={t('consultation.promised')} hint={t('consultation.promisedHint')} error={said('promisedDays')} name="promisedDays"><TextInput type="number" min={1} max={60} defaultValue={values.promisedDays || '10'} /></Field>
    </div>
  )
}

/** A poll beside the topic: question, answers, how many, until when, and what is kept of a vote. */
export function PollFields({ values, errors }: Props) {
  const t = useT('kinds')
  const said = useSaid(errors)
  return (
    <>
      <Field label={t('poll.question')} error={said('pollQuestion')} name="pollQuestion"><TextInput defaultValue={values.pollQuestion ?? ''} maxLength={200} autoComplete="off" /></Field>
      <Field label={t('poll.options')} hint={t('poll.optionsHint')} error={said('pollOptions')} name="pollOptions"><TextArea defaultValue={values.pollOptions ?? ''} rows={4} grows /></Field>
      <Field label={t('poll.max')} hint={t('poll.maxHint')} error={said('pollMax')} name="pollMax"><TextInput type="number" min={1} max={10} defaultValue={values.pollMax || '1'} /></Field>
      <Field label={t('poll.closesOn')} hint={t('poll.closesOnHint')} error={said('pollClosesOn')} optional={t('ui:form.optional')} name="pollClosesOn"><TextInput type="date" defaultValue={values.pollClosesOn ?? ''} /></Field>
      <Choice name="pollAnonymous" value="1" defaultChecked={Boolean(values.pollAnonymous)} hint={t('poll.anonymousHint')}>{t('poll.anonymous')}</Choice>
      <Choice name="pollAfterVote" value="1" defaultChecked={Boolean(values.pollAfterVote)} hint={t('poll.afterVoteHint')}>{t('poll.afterVote')}</Choice>
    </>
  )
}
