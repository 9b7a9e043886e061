/** Addresses of the room. The number decides, the slug is for people. */
export const articlePath = (article: { id: number; slug: string }): string => `/pengetahuan/a/${article.id}/${article.slug}`
export const collectionPath = (slug: string): string => `/pengetahuan/k/${slug}`
/** What is done with an article: "ubah", "tinjauan", "riwayat", "kelola", … */
export const articleActPath = (id: number, act: string): string => `/artikel/${id}/${act}`

/** Forms that carry one large file. */
export const takesLargeFile = (path: string): boolean => /^\/(?:pengetahuan\/unggah|materi\/\d{1,10}\/versi)\/?$/.test(path)

/** Numbers of the articles a stored HTML links to, here on this site. */
export const articlesIn = (html: string): number[] =>
  [...new Set([...html.matchAll(/href="(?:https?:\/\/[^"/]+)?\/pengetahuan\/a\/([1-9]\d{0,9})(?=["/?#])/g)].map(match => Number(match[1])))].filter(id => id <= 2_147_483_647)
