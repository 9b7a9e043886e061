import { articlePath } from './paths'

/** An article another one names by its address, as the reader may see it. */
export interface NamedArticle {
  id: number
  slug: string
  title: string
  /** the reader may read it */
  reads: boolean
  /** every title it ever had */
  titles: readonly string[]
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const LINK = /<a href="(?:https?:\/\/[^"/]+)?\/pengetahuan\/a\/([1-9]\d{0,9})(?:\/[^"#?]*)?(\?[^"#]*)?(#[^"]*)?"([^>]*)>(.*?)<\/a>/gs

/**
 * Links to other articles with what those are called now. Where the link's words are the address, or a title of the other one, they become its
 * title; words of the writer's own stay. What the reader may not read shows neither its title nor the words in its address: `hidden` stands there.
 */
export function liveTitles(html: string, named: readonly NamedArticle[], hidden: string): string {
  if (named.length === 0) return html
  const known = new Map(named.map(one => [one.id, one]))
  return html.replace(LINK, (whole, digits: string, _query: string | undefined, fragment: string | undefined, rest: string, inner: string) => {
    const target = known.get(Number(digits))
    if (!target) return whole
    const words = plain(inner)
    const itsOwn = words.includes(`/pengetahuan/a/${digits}`) || target.title === words || target.titles.includes(words)
    if (!target.reads) return `<a href="/pengetahuan/a/${digits}"${rest}>${itsOwn ? escape(hidden) : inner}</a>`
    return `<a href="${escape(articlePath(target))}${fragment ?? ''}"${rest}>${itsOwn ? escape(target.title) : inner}</a>`
  })
}
