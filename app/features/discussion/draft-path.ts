/** Address where a draft is continued. */
export function draftPath(place: string): string {
  const [kind, id] = place.split(':')
  if (kind === 'thread') return `/utas/${id}/balas`
  if (kind === 'post') return `/pos/${id}/ubah`
  if (kind === 'official') return `/topik/${id}/jawaban-resmi`
  if (kind === 'minutes') return `/rapat/${id}/notulen`
  if (kind === 'article') return `/artikel/${id}/ubah`
  if (kind === 'new-article') return id ? `/pengetahuan/tulis?topik=${id}` : '/pengetahuan/tulis'
  return '/forum/tulis'
}
