import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { ModerationFrame } from '../components/moderation-frame'
import { shelfName } from '../components/shelf-name'
import type { ModeratorRow } from '../moderators.server'
import type { RuleRow, ShelfRow } from '../rules.server'
import type { Template } from '../templates.server'
import { ruleKinds } from '../words'

export interface RulesPageProps {
  rules: RuleRow[]
  shelves: ShelfRow[]
  templates: Template[]
  moderators: ModeratorRow[]
  saved: boolean
  /** which form was refused, and what stood in it */
  part: string
  values: Record<string, string>
  errors: Record<string, string[]>
}

/** What administrators settle: who moderates where, whose first posts wait, words that hold a post, and ready-made reasons. */
export function RulesPage({ rules, shelves, templates, moderators, saved, part, values, errors }: RulesPageProps) {
  const t = useT('moderation', 'http')
  const { locale } = useTongue()
  const said = (form: string, field: string) => (form === part ? errors[field]?.map(key => t(key)) : undefined)
  const typed = (form: string, field: string) => (form === part ? (values[field] ?? '') : '')
  return (
    <ModerationFrame current="rules" title={t('rules.title')} lede={t('rules.lede')} administrator>
      {saved ? <NoteBar tone="leaf" role="status">{t('rules.saved')}</NoteBar> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={(errors.form ?? []).map(key => ({ text: t(key) }))} />
      <div className="text">
        <section className="sec" aria-labelledby="moderator">
          <h2 id="moderator">{t('rules.moderators')}</h2>
          <p className="sm muted">{t('rules.moderatorsText')}</p>
          <ul className="plain">
            {moderators.map(row => (
              <li key={`${row.personId} ${row.scope}`}>
                <form method="post" action="/moderasi/aturan/moderator" className="row"><span><a className="b" href={`/orang/${row.slug}`}>{row.name}</a> · {shelfName({ name: row.shelfName, nameEn: row.shelfNameEn }, locale)}</span><span className="sp" />
                  <input type="hidden" name="orang" value={row.personId} /><input type="hidden" name="daftar" value={row.scope} /><Button small look="quiet" name="hapus" value="1">{t('rules.remove')}</Button></form>
              </li>
            ))}
          </ul>
          <form method="post" action="/moderasi/aturan/moderator" className="form mt-3">
            <Field label={t('rules.person')} hint={t('rules.personHint')} error={said('moderator', 'person')} name="person"><TextInput defaultValue={typed('moderator', 'person')} autoCapitalize="none" maxLength={200} /></Field>
            <Field label={t('case.shelf')} error={said('moderator', 'shelf')} name="shelf"><Select defaultValue={typed('moderator', 'shelf')} empty={t('ui:form.choose')} options={shelves.map(one => ({ value: one.key, label: shelfName(one, locale) }))} /></Field>
            <Button>{t('rules.appoint')}</Button>
          </form>
        </section>
        <section className="sec" aria-labelledby="pertama">
          <h2 id="pertama">{t('rules.first')}</h2>
          <form method="post" action="/moderasi/aturan/daftar" className="form mt-2">
            <FieldGroup label={t('rules.firstLabel')} hint={t('rules.firstText')} name="daftar">
              {shelves.map(one => <Choice key={one.key} name="daftar" value={one.key} defaultChecked={one.holds}>{shelfName(one, locale)}</Choice>)}
            </FieldGroup>
            <Button>{t('rules.save')}</Button>
          </form>
        </section>
        <section className="sec" aria-labelledby="kata">
          <h2 id="kata">{t('rules.words')}</h2>
          <p className="sm muted">{t('rules.wordsText')}</p>
          <ul className="plain">
            {rules.map(rule => (
              <li key={rule.id}><form method="post" action="/moderasi/aturan/kata" className="row"><span><b className="b">{rule.value}</b> <span className="sm muted">{t(`rules.kind.${rule.kind}`)}{rule.note ? ` · ${rule.note}` : ''}</span></span><span className="sp" /><Button small look="quiet" name="hapus" value={rule.id}>{t('rules.remove')}</Button></form></li>
            ))}
          </ul>
          <form method="post" action="/moderasi/aturan/kata" className="form mt-3">
            <Field label={t('rules.value')} error={said('kata', 'value')} name="value"><TextInput defaultValue={typed('kata', 'value')} maxLength={100} autoCapitalize="none" /></Field>
            <Field label={t('rules.kindLabel')} error={said('kata', 'kind')} name="kind"><Select defaultValue={typed('kata', 'kind') || 'WORD'} options={ruleKinds.map(kind => ({ value: kind, label: t(`rules.kind.${kind}`) }))} /></Field>
            <Field label={t('rules.note')} optional={t('ui:form.optional')} id="f-rule-note" name="note"><TextInput defaultValue={typed('kata', 'note')} maxLength={200} /></Field>
            <Button>{t('rules.add')}</Button>
          </form>
        </section>
        <section className="sec" aria-labelledby="alasan">
          <h2 id="alasan">{t('rules.templates')}</h2>
          <ul className="plain">
            {[...templates, null].map(one => (
              <li key={one?.id ?? 'baru'}>
                <details open={part === 'alasan' && values.id === String(one?.id ?? '') ? true : undefined}>
                  <summary className={one ? 'b' : 'link'}>{one?.title ?? t('rules.templateNew')}</summary>
                  <form method="post" action="/moderasi/aturan/alasan" className="form mt-2">
                    {one ? <input type="hidden" name="id" value={one.id} /> : null}
                    <Field label={t('rules.templateTitle')} error={values.id === String(one?.id ?? '') ? said('alasan', 'title') : undefined} id={`f-title-${one?.id ?? 0}`} name="title"><TextInput defaultValue={one?.title ?? typed('alasan', 'title')} maxLength={80} /></Field>
                    <Field label={t('case.reason')} error={values.id === String(one?.id ?? '') ? said('alasan', 'text') : undefined} id={`f-text-${one?.id ?? 0}`} name="text"><TextArea defaultValue={one?.text ?? typed('alasan', 'text')} maxLength={1000} rows={3} /></Field>
                    <div className="row"><Button>{t('rules.save')}</Button>{one ? <Button look="quiet" name="hapus" value="1">{t('rules.remove')}</Button> : null}</div>
                  </form>
                </details>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </ModerationFrame>
  )
}
