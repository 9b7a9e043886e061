import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { NoteBar } from '~/ui/marks'
import { Pager } from '~/ui/navigation'
import { fineFacets, MAX_PAGES, PAGE_SIZE } from '../bounds'
import type { CariPage } from '../cari.queries.server'
import { FacetForm } from '../components/facets'
import { Nothing, type WaysOn } from '../components/nothing'
import { Result, useKindName } from '../components/result'
import type { SearchAnswer } from '../contract.server'
import { cariPath, type CariParams } from '../cari-path'

/** One search: the field, what was understood, filters with counts, results. Works as a plain form. */
export function SearchPage({ page, ways }: { page: CariPage; ways: WaysOn }) {
  const t = useT('search')
  const { params, answer } = page
  const nothing = answer !== null && answer.hits.length === 0 && page.pinned.length === 0 && params.page === 1
  return (
    <>
      {answer === null ? <h1 className="mb-4">{t('heading')}</h1> : !nothing && <h1 className="vh">{t('results')}</h1>}
      <form role="search" action="/cari" className="max-w-[50rem]" key={params.text}>
        <label className="vh" htmlFor="q">{t('field')}</label>
        <div className="flex gap-2">
          <TextInput id="q" name="q" type="search" className="min-h-12 min-w-0 flex-1 text-[1.0625rem]" defaultValue={params.text} maxLength={300} autoComplete="off" enterKeyHint="search" />
          <Button look="primary" className="min-h-12">{t('submit')}</Button>
        </div>
      </form>
      {answer?.degraded && <NoteBar role="status" className="mt-4 max-w-[50rem]">{t('degraded')}</NoteBar>}
      {answer === null ? <Tips /> : nothing ? (
        <>
          <Understood params={params} answer={answer} />
          <Nothing page={page} ways={ways} />
          <Also answer={answer} />
          {answer.facets.kinds && Object.keys(answer.facets.kinds).length > 0 && <details className="card mt-6 max-w-[44rem]"><summary className="b">{t('filterShort')}</summary><div className="mt-4"><FacetForm page={page} /></div></details>}
        </>
      ) : (
        <>
          <Understood params={params} answer={answer} />
          <Found page={page} answer={answer} />
        </>
      )}
    </>
  )
}

function Tips() {
  const t = useT('search')
  return (
    <div className="text mt-6">
      <p className="muted">{t('lede')}</p>
      <h2 className="sm mt-7 mb-1">{t('tips.title')}</h2>
      <ul className="list">
        <li className="py-3">{t('tips.question')}</li>
        <li className="py-3">{t('tips.short')}</li>
        <li className="py-3">{t('tips.quotes')}</li>
        <li className="js py-3">{t('tips.keys')}</li>
      </ul>
    </div>
  )
}

/** "29 hasil untuk akta kelahiran hilang. Cari persis “kelahirn”" */
function Understood({ params, answer }: { params: CariParams; answer: SearchAnswer }) {
  const t = useT('search')
  const { locale } = useTongue()
  const { total, understood, corrected, suggestion, relaxed } = answer
  const count = formatNumber(total.count, locale)
  return (
    <div className="sm muted mt-3 mb-6" role="status">
      {answer.hits.length > 0 && (
        <>
          {t(total.open ? 'countOpen' : 'count', { count: total.count, total: count })}
          {understood && <> {t('for')} <b className="text-ink">{understood}</b></>}
          {'. '}
        </>
      )}
      {corrected.length > 0 && <a className="link" href={cariPath(params, { exact: true })}>{t('exactly', { word: corrected.map(one => one.from).join(' ') })}</a>}
      {params.exact && <>{t('exactNow')} <a className="link" href={cariPath(params, { exact: false })}>{t('loosely')}</a></>}
      {relaxed && <> {t('relaxed')}</>}
      {suggestion && <> {t('didYouMean')} <a className="link" href={cariPath(params, { text: suggestion, exact: false })}>{suggestion}</a>?</>}
    </div>
  )
}

function Found({ page, answer }: { page: CariPage; answer: SearchAnswer }) {
  const t = useT('search')
  const { locale } = useTongue()
  const { params } = page
  const chosen = useChosen(page)
  const first = (params.page - 1) * PAGE_SIZE + 1
  const total = `${formatNumber(answer.total.count, locale)}${answer.total.open ? '+' : ''}`
  return (
    <div className="lead">
      <details className="unfold">
        <summary className="b">{t('filterShort')}{chosen.length > 0 && <> <span className="new">{t('chosen', { count: chosen.length })}</span></>}</summary>
        <FacetForm page={page} />
      </details>
      <div>
        <div className="row sm mb-1">
          {chosen.map(one => <a key={one.href} className="tag" href={one.href} aria-label={t('drop', { word: one.label })}>{one.label} <span aria-hidden="true">✕</span></a>)}
          {chosen.length > 0 && <a className="link xs" href={cariPath(params, { kinds: [], shelves: [], authorId: undefined, fine: {}, from: undefined, to: undefined })}>{t('clear')}</a>}
          <span className="sp" />
          {params.text.trim() && <SortLinks params={params} />}
        </div>
        {page.pinned.length > 0 ? (
          <section aria-label={t('pins.chosen')}>
            <p className="sm muted"><Icon name="pin" small /> {t('pins.chosen')}</p>
            <ol className="list">{page.pinned.map(hit => <Result key={hit.id} hit={hit} />)}</ol>
          </section>
        ) : null}
        <ol className="list" start={first}>{answer.hits.map(hit => <Result key={hit.id} hit={hit} />)}</ol>
        <Also answer={answer} />
        <Pager label={t('pages')}
          newer={params.page > 1 ? { label: t('previous'), href: cariPath(params, { page: params.page - 1 }) } : null}
          older={answer.next ? { label: t('next'), href: cariPath(params, { page: params.page + 1 }) } : null}>
          {answer.hits.length > 0 && page.pinned.length === 0 ? t('shown', { from: formatNumber(first, locale), to: formatNumber(first + answer.hits.length - 1, locale), total }) : null}
          {params.page === MAX_PAGES ? ` ${t('lastPage')}` : null}
        </Pager>
      </div>
    </div>
  )
}

/** What holds only a part of the words, where a page is not full. */
function Also({ answer }: { answer: SearchAnswer }) {
  const t = useT('search')
  if (answer.also.length === 0) return null
  return (
    <section className="mt-9 max-w-[50rem]" aria-labelledby="also">
      <h2 id="also" className="sm">{t('also.title')}</h2>
      <p className="faint xs">{t('also.lede')}</p>
      <ol className="list">{answer.also.map(hit => <Result key={hit.id} hit={hit} />)}</ol>
    </section>
  )
}

function SortLinks({ params }: { params: CariParams }) {
  const t = useT('search')
  const link = (sort: CariParams['sort']) => params.sort === sort
    ? <b className="text-ink" aria-current="true">{t(sort)}</b>
    : <a className="link" href={cariPath(params, { sort })}>{t(sort)}</a>
  return <span className="muted">{t('sort')}: {link('relevance')} · {link('newest')}</span>
}

/** What was filtered by, each with the address without it. */
function useChosen({ params, shelves, authors, fine }: CariPage): { label: string; href: string }[] {
  const t = useT('search')
  const tongue = useTongue()
  const kindName = useKindName(true)
  const date = (day: string) => formatDate(`${day}T12:00:00Z`, tongue)
  return [
    ...params.kinds.map(kind => ({ label: kindName(kind), href: cariPath(params, { kinds: params.kinds.filter(one => one !== kind) }) })),
    ...params.shelves.map(shelf => ({ label: shelves.find(one => one.value === shelf)?.label ?? shelf, href: cariPath(params, { shelves: params.shelves.filter(one => one !== shelf) }) })),
    ...fineFacets.flatMap(name => (params.fine[name] ?? []).map(value => ({
      label: name === 'label' ? t(value) : ([...fine[name], ...fine.competency].find(one => one.value === value)?.label ?? value), href: cariPath(params, { fine: { ...params.fine, [name]: params.fine[name]?.filter(one => one !== value) } }),
    }))),
    ...(params.authorId === undefined ? [] : [{ label: t('by', { name: authors.find(author => author.id === params.authorId)?.name ?? '?' }), href: cariPath(params, { authorId: undefined }) }]),
    ...(params.from ? [{ label: t('since', { date: date(params.from) }), href: cariPath(params, { from: undefined }) }] : []),
    ...(params.to ? [{ label: t('until', { date: date(params.to) }), href: cariPath(params, { to: undefined }) }] : []),
  ]
}
