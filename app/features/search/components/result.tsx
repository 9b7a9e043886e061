import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { iconNames, type IconName } from '~/ui/icons/names'
import { Kind, State, Time } from '~/ui/marks'
import { ResultRow } from '~/ui/rows'
import type { SearchHit } from '../contract.server'

const icons: Record<string, IconName> = { topic: 'messages-square', post: 'reply', person: 'circle-user-round', article: 'book-open', file: 'file-text', offer: 'handshake' }
const isIcon = (name: string | undefined): name is IconName => (iconNames as readonly string[]).includes(name ?? '')

export function iconOf({ kind, meta }: Pick<SearchHit, 'kind' | 'meta'>): IconName {
  return isIcon(meta.icon) ? meta.icon : (icons[kind] ?? 'file-text')
}

/** Name of a kind: of the many, for filters, or of the one. */
export function useKindName(many = false): (kind: string) => string {
  const t = useT('search')
  return kind => (kind in icons ? t(`${many ? 'kinds' : 'kind'}.${kind}`) : kind)
}

/** Text that the server escaped; `<mark>` is the only markup in it. */
export const Marked = ({ html }: { html: string }) => <span dangerouslySetInnerHTML={{ __html: html }} />

/** One find of the page. */
export function Result({ hit }: { hit: SearchHit }) {
  const t = useT('search')
  const tongue = useTongue()
  const kindName = useKindName()
  const { meta, kind } = hit
  const label = meta.label ? t(meta.label) : kindName(kind)
  const shelf = (tongue.locale === 'en' && meta.shelfNameEn) || meta.shelfName
  const facts = kind === 'person' ? [meta.position, meta.unit] : [meta.number ? t(meta.part ?? 'replyNumber', { number: meta.number }) : null, shelf, hit.authorName]
  const person = kind === 'person'
  return (
    <ResultRow
      href={hit.url}
      title={<Marked html={hit.title} />}
      meta={<><Kind icon={iconOf(hit)}>{person ? kindName(kind) : label}</Kind>{meta.answered && <State icon="circle-check" tone="leaf">{t('answered')}</State>}{person && meta.label && <span className="faint xs">{label}</span>}</>}
      summary={hit.snippet ? <Marked html={hit.snippet} /> : undefined}
      foot={(
        <>
          {facts.filter(Boolean).join(' · ')}
          {!person && <>{facts.some(Boolean) && ' · '}<Time at={new Date(hit.at).toISOString()} title={formatDateTime(hit.at, tongue)}>{formatDate(hit.at, tongue)}</Time></>}
          {hit.more > 0 && <> · {t('more', { count: hit.more })}</>}
        </>
      )}
    />
  )
}
