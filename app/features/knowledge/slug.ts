/** Lower-case ASCII words for addresses, at most 60 characters; "artikel" when nothing of it is left. */
export function slugOf(title: string, otherwise = 'artikel'): string {
  const slug = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  if (slug.length <= 60) return slug || otherwise
  const cut = slug.slice(0, 61)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 30)).slice(0, 60).replace(/-+$/, '')
}
