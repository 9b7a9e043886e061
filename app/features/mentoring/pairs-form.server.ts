import { fieldErrors } from '~/platform/checked'
import { Invalid } from '~/platform/errors'
import { agreementSchema, closingSchema, leaveSchema, MOST_GOALS, type AgreementForm, type ClosingForm } from './pairs.schema'
import type { PairView } from './pairs-views'

/** Forms of pairs with rows: fields of one name, one per row, in the order of the page. */
const column = (form: FormData, name: string): string[] => form.getAll(name).map(value => (typeof value === 'string' ? value : ''))
const text = (form: FormData, name: string): string => column(form, name).at(-1) ?? ''

export interface AgreementValues {
  goals: { id: string; text: string; measure: string; dueOn: string }[]
  rhythm: string
  sessions: string
  minutes: string
  confidential: string
  endsOn: string
}

/** As typed, to be shown again. */
export function agreementValues(form: FormData): AgreementValues {
  const [ids, texts, measures, days] = ['goalId', 'goalText', 'goalMeasure', 'goalDueOn'].map(name => column(form, name)) as [string[], string[], string[], string[]]
  return {
    goals: texts.slice(0, 20).map((one, at) => ({ id: ids[at] ?? '', text: one, measure: measures[at] ?? '', dueOn: days[at] ?? '' })),
    rhythm: text(form, 'rhythm'), sessions: text(form, 'sessions'), minutes: text(form, 'minutes'), confidential: text(form, 'confidential'), endsOn: text(form, 'endsOn'),
  }
}

/** What the form begins with: the newest words, else those of the offer; with a few empty lines for goals. */
export function agreementDraft(pair: PairView): AgreementValues {
  const { goals, rhythm, sessions, minutes, confidential, endsOn } = pair.proposed ?? pair.held ?? { ...pair, goals: pair.goals }
  const lines = goals.map(goal => ({ id: String((goal as { id?: number | null }).id ?? pair.goals.find(one => one.text === goal.text)?.id ?? ''), text: goal.text, measure: goal.measure, dueOn: goal.dueOn }))
  const empty = Array.from({ length: Math.min(3, Math.max(0, MOST_GOALS - lines.length)) }, () => ({ id: '', text: '', measure: '', dueOn: '' }))
  return { goals: [...lines, ...empty], rhythm, sessions: String(sessions), minutes: String(minutes), confidential, endsOn }
}

/** @throws Invalid beside the fields */
export function readAgreement(form: FormData): AgreementForm {
  const values = agreementValues(form)
  // an empty line with only a day in it is still an empty line
  const parsed = agreementSchema.safeParse({ ...values, goals: values.goals.filter(goal => goal.text.trim() !== '') })
  if (!parsed.success) throw new Invalid(fieldErrors(parsed.error))
  return parsed.data
}

/** @throws Invalid */
export function readLeaving(form: FormData) {
  const parsed = leaveSchema.safeParse({ reason: text(form, 'reason'), change: text(form, 'change'), noteIds: column(form, 'noteId'), clientKey: text(form, 'clientKey') })
  if (!parsed.success) throw new Invalid(fieldErrors(parsed.error))
  return parsed.data
}

/** @throws Invalid on the form: each person and each goal is a row of the page */
export function readClosing(form: FormData): ClosingForm {
  const abouts = column(form, 'aboutId')
  const [words, testimonials, goalIds, evidence] = ['words', 'testimonial', 'goalId', 'evidence'].map(name => column(form, name)) as [string[], string[], string[], string[]]
  const parsed = closingSchema.safeParse({
    reviews: abouts.map((aboutId, at) => ({ aboutId, rating: text(form, `rating-${aboutId}`), words: words[at] ?? '', testimonial: testimonials[at] ?? '' })),
    results: goalIds.map((id, at) => ({ id, achieved: text(form, `achieved-${id}`), evidence: evidence[at] ?? '' })),
  })
  if (!parsed.success) throw new Invalid({ form: [...new Set(parsed.error.issues.map(issue => issue.message))] })
  return parsed.data
}
