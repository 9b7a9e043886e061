import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import type { MaterialActRow } from '../materials-record.queries.server'
import { nameIn } from './article-row'

/** One line: who, what, when, and where it helps what was there before. */
function Line({ act }: { act: MaterialActRow }) {
  const t = useT('record', 'knowledge')
  const tongue = useTongue()
  const readers = (audience: string | null, unit: string | null) =>
    unit ? t('readers.of', { unit }) : t(audience === 'public' || audience === 'asn' ? `readers.${audience}` : audience?.startsWith('unit:') ? 'readers.unit' : 'readers.group')
  const shelf = (one: MaterialActRow['collectionWas']) => (one ? nameIn(tongue.locale, one) : t('elsewhere'))
  return (
    <li>
      {t(`act.${act.act}`, { name: act.name })}{act.version ? <span className="faint"> {t('knowledge:material.version.of', { number: act.version })}</span> : null}
      <p className="faint xs">{formatDateTime(act.at, tongue)}</p>
      {act.note ? <p className="muted break-words">{act.note}</p> : null}
      {act.act === 'changed' && act.facts.length > 0 ? <p className="muted">{t('changed', { facts: act.facts.map(fact => t(`fact.${fact}`)).join(', ') })}</p> : null}
      {act.titleWas ? <p className="muted break-words">{t('titleWas', { title: act.titleWas })}</p> : null}
      {act.facts.includes('collection') ? <p className="muted">{t('collection', { was: shelf(act.collectionWas), now: shelf(act.collectionNow) })}</p> : null}
      {act.audienceWas && act.audienceNow ? <p className="muted">{t('audience', { was: readers(act.audienceWas, act.unitWas), now: readers(act.audienceNow, act.unitNow) })}</p> : null}
    </li>
  )
}

/** Who did what with a file. */
export function MaterialRecord({ acts }: { acts: readonly MaterialActRow[] }) {
  const t = useT('record')
  return (
    <section id="riwayat" className="sec" aria-labelledby="judul-riwayat">
      <h2 id="judul-riwayat" className="sech">{t('title')}</h2>
      <p className="sm muted">{t('lede')}</p>
      <ul className="plain sm mt-3">{acts.map(act => <Line key={act.id} act={act} />)}</ul>
    </section>
  )
}
