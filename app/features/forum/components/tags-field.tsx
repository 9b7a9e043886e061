import { useEffect, useRef, useState } from 'react'
import type { CompetencyTag } from '~/features/competency/catalogue.server'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Field, Select, TextInput } from '~/ui/field'
import type { TagHint } from '../tags.queries.server'

const kinds = ['TECHNICAL', 'MANAGERIAL', 'SOCIO_CULTURAL'] as const
const partsOf = (text: string) => text.split(/[,;\n]/).map(part => part.trim()).filter(Boolean)

/** Tags as text with commas; with JavaScript completed while typing. One competency is chosen from the list and becomes a tag, too. */
export function TagsField({ value, competencies, error }: { value: string; competencies: readonly CompetencyTag[]; error: string[] | undefined }) {
  const t = useT('finding')
  const { locale } = useTongue()
  const given = partsOf(value)
  const chosen = competencies.find(one => given.includes(one.slug))?.slug ?? ''
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [hints, setHints] = useState<TagHint[]>([])
  useEffect(() => {
    if (typed.length < 2) return setHints([])
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/forum/saran-tag?q=${encodeURIComponent(typed)}`, { signal: stop.signal })
        .then(answer => (answer.ok ? answer.json() as Promise<{ tags: TagHint[] }> : { tags: [] }))
        .then(({ tags }) => setHints(tags), () => undefined)
    }, 250)
    return () => { clearTimeout(timer); stop.abort() }
  }, [typed])
  const take = (slug: string) => {
    const field = input.current
    if (!field) return
    field.value = [...field.value.split(/[,;]/).slice(0, -1).map(part => part.trim()).filter(Boolean), slug].join(', ') + ', '
    field.dispatchEvent(new Event('input', { bubbles: true }))
    setTyped('')
    field.focus()
  }
  return (
    <>
      <div>
        <Field label={t('forum:new.tags')} hint={t('forum:new.tagsHint')} error={error} optional={t('ui:form.optional')} name="tags">
          <TextInput ref={input} defaultValue={given.filter(tag => tag !== chosen).join(', ')} autoComplete="off" onInput={event => setTyped(event.currentTarget.value.split(/[,;]/).at(-1)?.trim() ?? '')} />
        </Field>
        <div role="status" className="row mt-2">
          {hints.length ? <span className="sm faint">{t('tag.hints')}</span> : null}
          {hints.map(hint => <button key={hint.slug} type="button" className="tag" onClick={() => take(hint.slug)}>{hint.by ? `${hint.by.replaceAll('-', ' ')} → ${hint.slug}` : hint.slug}</button>)}
        </div>
      </div>
      <Field label={t('competency.label')} hint={t('competency.hint')} optional={t('ui:form.optional')} name="kompetensi">
        <Select defaultValue={chosen} options={[{ value: '', label: t('competency.none') }, ...kinds.flatMap(kind => competencies.filter(one => one.kind === kind)
          .map(one => ({ value: one.slug, label: `${(locale === 'en' && one.nameEn) || one.name} · ${t(`competency.${kind}`)}` })))]} />
      </Field>
    </>
  )
}
