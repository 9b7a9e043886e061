import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextArea } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { AdminFrame } from '../components/admin-frame'

export interface UnmaskingItem {
  id: number
  label: string
  postId: number
  reason: string
  askedBy: string
  askedAt: number
  expiresAt: number
  state: 'waiting' | 'late' | 'refused' | 'agreed'
  steps: { act: string; by: string; at: number; note: string }[]
  mayAgree: boolean
  mayRead: boolean
}

export interface UnmaskingPageProps {
  items: UnmaskingItem[]
  administrator: boolean
  /** the post whose writer is asked about */
  ask: { postId: number; label: string } | null
  /** what was just opened */
  opened: { id: number; name: string; unit: string } | null
  typed: string
  errors: Record<string, string[]>
}

/** Opening a name: one officer asks with a reason, another agrees; everything stays here for good. */
export function UnmaskingPage({ items, administrator, ask, opened, typed, errors }: UnmaskingPageProps) {
  const t = useT('people')
  const tongue = useTongue()
  const mistakes = summaryOf(errors, t)
  return (
    <AdminFrame current="pseudonyms" administrator={administrator} title={t('unmask.title')} lede={t('unmask.lede')}>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {ask ? (
        <form method="post" action="/admin/nama-samaran" className="form mb-6">
          <NoteBar>{t('unmask.about', { label: ask.label })} <a className="link" href={`/pos/${ask.postId}`}>{t('unmask.post')}</a></NoteBar>
          <input type="hidden" name="pos" value={ask.postId} />
          <Field label={t('unmask.reason')} hint={t('unmask.reasonHint')} error={errors.reason?.map(key => t(key))} name="reason"><TextArea defaultValue={typed} rows={4} maxLength={1000} /></Field>
          <div><Button look="danger" name="act" value="ask">{t('unmask.ask')}</Button></div>
        </form>
      ) : null}
      {items.length === 0 ? <EmptyState title={t('unmask.none')}>{t('unmask.noneText')}</EmptyState> : (
        <ul className="list">
          {items.map(item => (
            <li key={item.id} className="py-4">
              <div className="row"><b className="b">{item.label}</b><a className="link sm" href={`/pos/${item.postId}`}>{t('unmask.post')}</a><span className="sp" /><span className="xs faint">{t(`unmask.state.${item.state}`)}</span></div>
              <p className="sm mt-1">{item.reason}</p>
              <p className="xs faint mt-1">{t('unmask.askedBy', { name: item.askedBy, time: formatDateTime(item.askedAt, tongue) })}{item.state === 'waiting' ? ` · ${t('unmask.until', { time: formatDateTime(item.expiresAt, tongue) })}` : ''}</p>
              {item.steps.map((step, place) => <p key={place} className="xs faint">{t(`unmask.step.${step.act}`, { name: step.by, time: formatDateTime(step.at, tongue) })}</p>)}
              {opened?.id === item.id ? <NoteBar tone="sea" role="status" className="mt-2"><b className="b">{opened.name}</b>{opened.unit ? ` · ${opened.unit}` : ''}</NoteBar> : null}
              {item.mayAgree || item.mayRead ? (
                <form method="post" action="/admin/nama-samaran" className="row mt-2">
                  <input type="hidden" name="id" value={item.id} />
                  {item.mayAgree ? <><Button small look="danger" name="act" value="agree">{t('unmask.agree')}</Button><Button small name="act" value="refuse">{t('unmask.refuse')}</Button></> : null}
                  {item.mayRead ? <Button small name="act" value="read">{t('unmask.read')}</Button> : null}
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </AdminFrame>
  )
}
