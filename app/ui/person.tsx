import type { ReactNode } from 'react'

/** ASN tinted circle · citizen ring · partner square · official voice gold square · pseudonym dashed circle */
export type AvatarKind = 'asn' | 'citizen' | 'partner' | 'official' | 'pseudonym'

const shapes: Record<AvatarKind, string> = { asn: 'av', citizen: 'av w', partner: 'av m', official: 'av o', pseudonym: 'av a' }

/** "Nurhayati Chaniago" → "NC", "Ibu Ratna Zega" → "IZ". Empty for a name without letters. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return `${[...(words[0] ?? '')][0] ?? ''}${[...(last ?? '')][0] ?? ''}`.toLocaleUpperCase('id')
}

/** Decorative: name and kind stand beside it in words. */
export function Avatar({ name, kind = 'asn', photo, size }: { name: string; kind?: AvatarKind; photo?: string | null; size?: 'small' | 'large' }) {
  const classes = `${shapes[kind]}${size === 'small' ? ' sm' : size === 'large' ? ' lg' : ''}`
  return (
    <span className={classes} aria-hidden="true">
      {kind === 'pseudonym' ? '?' : photo ? <img src={photo} alt="" loading="lazy" decoding="async" /> : initialsOf(name)}
    </span>
  )
}

/** Name, and under it position · unit (ASN), Warga · kelurahan, or Mitra · organisation. */
export function PersonLine({ name, href, detail, state }: { name: string; href?: string; detail?: ReactNode; state?: ReactNode }) {
  return (
    <div className="who">
      <b>{href ? <a href={href}>{name}</a> : name}</b>{state && <> {state}</>}
      {detail && <div className="k">{detail}</div>}
    </div>
  )
}
