import { slugOf } from './slug'

export interface Heading {
  id: string
  text: string
  level: 2 | 3
}

const plain = (html: string): string =>
  html.replace(/<br \/>/g, ' ').replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Stored HTML whose headings can be linked to, and the list of them. Ids are made of the words, each once. */
export function withHeadings(html: string): { html: string; toc: Heading[] } {
  const toc: Heading[] = []
  const taken = new Map<string, number>()
  const linked = html.replace(/<(h[23])>(.*?)<\/\1>/gs, (_all, tag: string, inner: string) => {
    const text = plain(inner)
    const base = `b-${slugOf(text, 'bagian')}`
    const count = (taken.get(base) ?? 0) + 1
    taken.set(base, count)
    const id = count === 1 ? base : `${base}-${count}`
    toc.push({ id, text, level: tag === 'h2' ? 2 : 3 })
    return `<${tag} id="${id}">${inner}<a class="hlink" href="#${id}" aria-label="# ${attribute(text)}">#</a></${tag}>`
  })
  return { html: linked, toc }
}

/** Minutes it takes to read, at 200 words a minute. */
export const readingMinutes = (text: string): number => Math.max(1, Math.round(text.split(/\s+/).length / 200))
