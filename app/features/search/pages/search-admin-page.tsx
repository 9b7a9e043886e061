import { AdminFrame } from '~/features/people/components/admin-frame'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { NoteBar, State } from '~/ui/marks'
import { useKindName } from '../components/result'
import type { SearchState } from '../search.server'
import type { SynonymGroup } from '../synonyms.server'

export interface SearchAdminProps {
  state: SearchState
  synonyms: SynonymGroup[]
  note: 'asked' | 'saved' | null
  /** what could not be saved: the line (null is the new one), what was typed, and why */
  refused: { id: number | null; words: string; errors: string[] } | null
}

/** How search stands, and the words that mean the same. Plain forms. */
export function SearchAdminPage({ state, synonyms, note, refused }: SearchAdminProps) {
  const t = useT('search')
  const { locale } = useTongue()
  return (
    <AdminFrame current="search" administrator title={t('admin.title')} lede={t('admin.lede')}>
      <div className="text">
        {note && <NoteBar tone="leaf" role="status" className="mb-4">{t(`admin.${note}`)}</NoteBar>}
        {state.building && <NoteBar tone="sea" role="status" className="mb-4">{t('admin.building')}</NoteBar>}
        <Engines state={state} />
        <form method="post" action="/admin/pencarian/susun" className="row mt-4 mb-9">
          <Button icon="refresh-cw">{t('admin.reindex')}</Button><span className="sm muted">{t('admin.reindexHint')}</span>
        </form>
        <p className="mb-6"><a className="link" href="/admin/pencarian/dahulukan">{t('pins.title')}</a></p>
        <h2>{t('admin.synonyms')}</h2>
        <p className="muted mb-4">{t('admin.synonymsLede')} {t('admin.lines', { count: synonyms.length, total: formatNumber(synonyms.length, locale) })}</p>
        <Line key={refused?.id === null ? refused.words : 'new'} id={null} words={refused?.id === null ? refused.words : ''} errors={refused?.id === null ? refused.errors : []} />
        <ul className="list mt-6">
          {synonyms.map(group => (
            <li key={group.id} className="py-3">
              <Line id={group.id} words={refused?.id === group.id ? refused.words : group.words.join(', ')} errors={refused?.id === group.id ? refused.errors : []} />
            </li>
          ))}
        </ul>
      </div>
    </AdminFrame>
  )
}

function Line({ id, words, errors }: { id: number | null; words: string; errors: string[] }) {
  const t = useT('search')
  const name = id === null ? 'f-words' : `f-words-${id}`
  return (
    <div className="flex flex-wrap items-end gap-2">
      <form method="post" className="flex min-w-0 flex-1 flex-wrap items-end gap-2">
        {id !== null && <input type="hidden" name="id" value={id} />}
        <Field className="min-w-60 flex-1" label={id === null ? t('admin.words') : <span className="vh">{t('admin.words')}</span>} hint={id === null ? t('admin.wordsHint') : undefined} name="words" id={name} error={errors.map(key => t(key))}>
          <TextInput required maxLength={2000} defaultValue={words} autoComplete="off" />
        </Field>
        <Button look={id === null ? 'primary' : 'plain'}>{t(id === null ? 'admin.add' : 'admin.save')}</Button>
      </form>
      {id !== null && (
        <form method="post" action={`/admin/pencarian/kata/${id}/hapus`}>
          <Button look="quiet" aria-label={t('admin.removeOf', { words })}>{t('admin.remove')}</Button>
        </form>
      )}
    </div>
  )
}

function Engines({ state }: { state: SearchState }) {
  const t = useT('search')
  const tongue = useTongue()
  const kindName = useKindName(true)
  const { meilisearch, postgres, pending } = state
  const number = (value: number) => formatNumber(value, tongue.locale)
  const well = <State icon="circle-check" tone="leaf">{t('admin.well')}</State>
  return (
    <dl className="dl">
      <dt>{t('admin.postgres')}</dt>
      <dd>{t(meilisearch ? 'admin.reserve' : 'admin.alone')} · {well}</dd>
      <dt>{t('admin.documents')}</dt>
      <dd>{number(postgres.documents)}{Object.entries(state.kinds).length > 0 && ` (${Object.entries(state.kinds).map(([kind, count]) => `${kindName(kind)} ${number(count)}`).join(' · ')})`}</dd>
      <dt>{t('admin.built')}</dt>
      <dd>{state.builtAt === null ? t('admin.never') : formatDateTime(state.builtAt, tongue)}</dd>
      {meilisearch && (
        <>
          <dt>{t('admin.meilisearch')}</dt>
          <dd>
            {t('admin.answers')} · {!meilisearch.ok
              ? <State icon="circle-alert" tone="red">{t('admin.down', { reason: meilisearch.detail })}</State>
              : meilisearch.failing
                ? <State icon="circle-alert" tone="red">{t('admin.failing', { time: formatDateTime(meilisearch.since, tongue), reason: meilisearch.failing })}</State>
                : well} · {t('admin.documents')}: {number(meilisearch.documents)}
          </dd>
          <dt>{t('admin.pending')}</dt>
          <dd>
            {pending.count === 0 ? t('admin.pendingNone') : t('admin.pendingOldest', { count: pending.count, minutes: number(Math.round(pending.oldest / 60)) })}
            {pending.refused > 0 && <><br /><State icon="circle-alert" tone="red">{t('admin.refused', { count: pending.refused, reason: pending.lastError ?? '' })}</State></>}
          </dd>
          <dt>{t('admin.drift')}</dt>
          <dd>{meilisearch.drift.length === 0 ? t('admin.driftNone') : meilisearch.drift.join(', ')}</dd>
        </>
      )}
    </dl>
  )
}
