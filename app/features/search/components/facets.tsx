import { useTongue, useT } from '~/platform/i18n/i18n'
import { formatNumber } from '~/platform/i18n/format'
import { Button } from '~/ui/button'
import { Choice, Field, FieldGroup, Select, TextInput } from '~/ui/field'
import { isFine } from '../bounds'
import { fineParams } from '../cari-path'
import type { CariPage } from '../cari.queries.server'
import { useKindName } from './result'

/** Two rooms may each have a shelf of this name: then it is said whose it is. */
const roomOfShelf: Record<string, string> = { category: 'ui:nav.forum', collection: 'ui:nav.knowledge' }

const order = ['topic', 'post', 'article', 'file', 'offer', 'person']

/** Filters as one form: ticks change nothing until Terapkan sends them. */
export function FacetForm({ page }: { page: CariPage }) {
  const t = useT('search')
  const { locale } = useTongue()
  const kindName = useKindName(true)
  const { params, answer, shelves, authors, fine } = page
  const fineSet = isFine(params.fine)
  const shelfName = ({ value, label }: (typeof shelves)[number]) => {
    const room = shelves.some(other => other.label === label && other.value !== value) ? roomOfShelf[value.split(':')[0] ?? ''] : undefined
    return room ? `${label} (${t(room)})` : label
  }
  const counts = answer?.facets.kinds ?? {}
  const kinds = [...new Set([...order, ...Object.keys(counts), ...params.kinds])].filter(kind => (counts[kind] ?? 0) > 0 || params.kinds.includes(kind))
  return (
    <form className="sm stack" action="/cari" aria-label={t('filter')}>
      {kinds.length > 0 && (
        <FieldGroup label={t('facets.kind')} id="s-kinds">
          {kinds.map(kind => (
            <Choice key={kind} name="jenis" value={kind} defaultChecked={params.kinds.includes(kind)} count={formatNumber(counts[kind] ?? 0, locale)}>{kindName(kind)}</Choice>
          ))}
        </FieldGroup>
      )}
      {shelves.length > 0 && (
        <FieldGroup label={t('facets.shelf')} id="s-shelves">
          {shelves.map(shelf => (
            <Choice key={shelf.value} name="di" value={shelf.value} defaultChecked={params.shelves.includes(shelf.value)} count={formatNumber(shelf.count, locale)}>{shelfName(shelf)}</Choice>
          ))}
        </FieldGroup>
      )}
      <details open={fineSet || undefined}>
        <summary className="b">{t('fine.title')}</summary>
        <div className="stack mt-3">
          {(['label', 'competency', 'tag', 'unit', 'year'] as const).map(name => fine[name].length > 0 && (
            <FieldGroup key={name} label={t(`fine.${name}`)} id={`s-${name}`}>
              {fine[name].map(one => (
                <Choice key={one.value} name={fineParams[name === 'competency' ? 'tag' : name]} value={one.value} defaultChecked={params.fine[name === 'competency' ? 'tag' : name]?.includes(one.value)} count={formatNumber(one.count, locale)}>
                  {name === 'label' ? t(one.label) : one.label}
                </Choice>
              ))}
            </FieldGroup>
          ))}
        </div>
      </details>
      {authors.length > 0 && (
        <Field label={t('facets.author')} name="penulis" id="s-author">
          <Select defaultValue={params.authorId === undefined ? '' : String(params.authorId)} empty={t('facets.anyAuthor')} options={authors.map(author => ({ value: String(author.id), label: author.name }))} />
        </Field>
      )}
      <fieldset className="field">
        <legend className="lab">{t('facets.date')}</legend>
        <div className="stack">
          <Field label={t('facets.from')} name="dari" id="s-from"><TextInput type="date" defaultValue={params.from ?? ''} /></Field>
          <Field label={t('facets.to')} name="sampai" id="s-to"><TextInput type="date" defaultValue={params.to ?? ''} /></Field>
        </div>
      </fieldset>
      {params.text && <input type="hidden" name="q" value={params.text} />}
      {params.sort === 'newest' && <input type="hidden" name="urut" value="terbaru" />}
      {params.exact && <input type="hidden" name="persis" value="1" />}
      <div><Button small>{t('apply')}</Button></div>
    </form>
  )
}
