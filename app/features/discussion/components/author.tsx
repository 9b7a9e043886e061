import { useT } from '~/platform/i18n/i18n'
import { Avatar, type AvatarKind } from '~/ui/person'
import type { AuthorCard } from '../views'

const kinds: Record<AuthorCard['kind'], AvatarKind> = { ASN: 'asn', CITIZEN: 'citizen', PARTNER: 'partner' }

/** Decorative: the name and kind stand beside it. */
export function AuthorAvatar({ author, small, official }: { author: Pick<AuthorCard, 'name' | 'kind' | 'photo' | 'alias'>; small?: boolean; official?: boolean }) {
  return <Avatar name={author.name} kind={author.alias ? 'pseudonym' : official ? 'official' : kinds[author.kind]} photo={author.photo} size={small ? 'small' : undefined} />
}

/** "Lurah Kota Beringin · Kec. Sibolga Kota", "Warga · Pasar Belakang", "Mitra · Politeknik Pesisir Barat" */
export function useAuthorDetail(author: AuthorCard): string {
  const t = useT('discussion')
  if (author.alias) return t('mask.detail', { kind: t(author.kind === 'ASN' ? 'kind.asn' : 'kind.citizen') })
  if (author.kind === 'CITIZEN') return [t('kind.citizen'), author.place].filter(Boolean).join(' · ')
  if (author.kind === 'PARTNER') return [t('kind.partner'), author.org].filter(Boolean).join(' · ')
  return [author.position ?? t('kind.asn'), author.unit].filter(Boolean).join(' · ')
}
