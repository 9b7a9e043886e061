import { formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { isFine } from '../bounds'
import type { CariPage } from '../cari.queries.server'
import { cariPath } from '../cari-path'

/** Where else one can turn; each is a link. */
export interface WaysOn {
  /** opens the composer with the title filled in; null for those who may not write */
  ask: string | null
  signIn: string | null
  browse: string
  /** asks for an article; null for those who may not */
  request: string | null
}

/** Nothing was found: what was searched, and ways on. */
export function Nothing({ page, ways }: { page: CariPage; ways: WaysOn }) {
  const t = useT('search')
  const { locale } = useTongue()
  const { params, answer } = page
  const filtered = params.kinds.length > 0 || params.shelves.length > 0 || params.authorId !== undefined || params.from !== undefined || params.to !== undefined || isFine(params.fine)
  const hint = (text: string) => <span className="faint ml-2">{text}</span>
  return (
    <div className="mt-9 max-w-[44rem]">
      <h1 className="text-xl">{params.text.trim() ? t('none.title', { text: params.text.trim() }) : t('none.filtered')}</h1>
      <p className="muted mt-2">{t('none.searched')}</p>
      <h2 className="sm mt-7 mb-1">{t('none.acts')}</h2>
      <ul className="list">
        {filtered && params.text.trim() && <li className="py-3"><a className="link" href={cariPath({ ...params, kinds: [], shelves: [], authorId: undefined, fine: {}, from: undefined, to: undefined })}>{t('none.withoutFilters')}</a></li>}
        {answer?.wider.slice(0, 3).map(({ text, count }) => (
          <li className="py-3" key={text}>
            <a className="link" href={cariPath({ ...params, text, kinds: [], shelves: [], exact: false })}>{t('none.only', { word: text.replaceAll('"', '') })}</a>
            {hint(`(${t(count.open ? 'countOpen' : 'none.hits', { count: count.count, total: formatNumber(count.count, locale) })})`)}
          </li>
        ))}
        {ways.ask && <li className="py-3"><a className="link" href={ways.ask}>{t('none.ask')}</a>{hint(t('none.askHint'))}</li>}
        {ways.request && <li className="py-3"><a className="link" href={ways.request}>{t('also.request')}</a>{hint(t('also.requestHint'))}</li>}
        {ways.signIn && <li className="py-3"><a className="link" href={ways.signIn}>{t('none.signIn')}</a>{hint(t('none.signInHint'))}</li>}
        <li className="py-3"><a className="link" href={ways.browse}>{t('none.browse')}</a></li>
      </ul>
    </div>
  )
}
