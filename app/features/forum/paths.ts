/** Addresses of the forum. The slug is for people; the number decides. */
export function topicPath(topic: { id: number; slug: string }, number?: number): string {
  return `/forum/t/${topic.id}/${topic.slug}${number && number > 1 ? `/${number}#p${number}` : ''}`
}

export function topicPagePath(topic: { id: number; slug: string }, page: number): string {
  return `/forum/t/${topic.id}/${topic.slug}${page > 1 ? `?halaman=${page}` : ''}`
}

export const categoryPath = (slug: string) => `/forum/k/${slug}`
export const tagPath = (tag: string) => `/forum/tag/${encodeURIComponent(tag)}`
