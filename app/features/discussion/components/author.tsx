import { useT } from '~/platform/i18n/i18n'
import type { AuthorCard } from '../views'

const shape = { ASN: 'av', CITIZEN: 'av w', PARTNER: 'av m' } as const

/** First letters of the first and last word: "Roslina br. Tarigan" → RT. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const first = words[0] ?? name
  const last = words.length > 1 ? words[words.length - 1]! : ''
  return (first.charAt(0) + (last.charAt(0) || first.charAt(1))).toUpperCase()
}

/** Decorative: the name and kind stand beside it. */
export function AuthorAvatar({ author, small }: { author: Pick<AuthorCard, 'name' | 'kind' | 'photo'>; small?: boolean }) {
  const className = `${shape[author.kind]}${small ? ' sm' : ''}`
  if (author.photo) return <img className={className} src={author.photo} alt="" width={small ? 28 : 40} height={small ? 28 : 40} loading="lazy" />
  return <span className={className} aria-hidden="true">{initials(author.name)}</span>
}

/** "Lurah Kota Beringin · Kec. Sibolga Kota", "Warga · Pasar Belakang", "Mitra · Politeknik Pesisir Barat" */
export function useAuthorDetail(author: AuthorCard): string {
  const t = useT('discussion')
  if (author.kind === 'CITIZEN') return [t('kind.citizen'), author.place].filter(Boolean).join(' · ')
  if (author.kind === 'PARTNER') return [t('kind.partner'), author.org].filter(Boolean).join(' · ')
  return [author.position ?? t('kind.asn'), author.unit].filter(Boolean).join(' · ')
}
