const MAX_URL = 2048
const invisible = /[\u0000-\u001F\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g
const here = 'https://here.invalid'

/**
 * The address as it may stand in a link: http, https, mailto, tel or a path on this site, in ASCII; else null.
 * Refuses accounts in the address (https://bank@evil) and addresses that only look like paths (//evil, /\evil).
 */
export function safeUrl(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > MAX_URL) return null
  const value = raw.replace(invisible, '').trim()
  try {
    if (value.startsWith('/')) {
      const url = new URL(value, here)
      return url.origin === here && !url.pathname.startsWith('//') ? bounded(url.pathname + url.search + url.hash) : null
    }
    if (/^https?:\/\//i.test(value)) {
      const url = new URL(value)
      return url.username || url.password || !url.hostname ? null : bounded(url.href)
    }
    if (/^mailto:[^\s@<>"'\\]+@[^\s@<>"'\\]+$/i.test(value)) return bounded(new URL(value).href)
    if (/^tel:\+?[\d().-]{3,32}$/i.test(value)) return value.toLowerCase()
  } catch {
    return null
  }
  return null
}

const bounded = (value: string): string | null => (value.length <= MAX_URL ? value : null)

/** What a person types into the link field: "kota.go.id/berita" and "nama@kota.go.id" are meant well. */
export function typedUrl(raw: string): string | null {
  const value = raw.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(value)) return safeUrl(`mailto:${value}`)
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]\S*)?$/u.test(value)) return safeUrl(`https://${value}`)
  return safeUrl(value)
}

export const isUploadSlug = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z0-9_-]{4,64}$/.test(value)
export const isPersonSlug = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value)
export const uploadAddress = (slug: string): string => `/berkas/${slug}`
export const personAddress = (slug: string): string => `/orang/${slug}`

/** The slug of one of our own files, when the address is one. */
export function uploadOf(url: string): string | null {
  const slug = /^\/berkas\/([A-Za-z0-9_-]+)(?:[/?#]|$)/.exec(url)?.[1]
  return isUploadSlug(slug) ? slug : null
}
