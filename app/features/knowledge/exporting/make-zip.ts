import JSZip from 'jszip'
import { fileOf, type Book, type Chapter } from './book.ts'

/** Addresses of our own: pictures that are here stand beside the text, chapters point at each other's files, all else is whole. */
function rewired(chapter: Chapter, book: Book): string {
  return chapter.markdown.replace(/(!?\[(?:[^\]\\]|\\.)*\]\()(\/[^\s)"]*)((?:\s+"[^"]*")?\))/g, (all, before: string, address: string, after: string) => {
    const slug = /^\/berkas\/([\w-]{22})$/.exec(address)?.[1]
    if (slug && book.pictures[slug]) return `${before}gambar/${slug}.jpg)`
    const id = Number(/^\/pengetahuan\/a\/(\d+)/.exec(address)?.[1] ?? 0)
    const other = book.chapters.find(one => one.id === id)
    return other ? `${before}${fileOf(other)}${after}` : `${before}${book.origin}${address}${after}`
  })
}

/** A folder of Markdown with its pictures, and a page that names them all. */
export async function makeZip(book: Book): Promise<Uint8Array> {
  const zip = new JSZip()
  const date = new Date(book.at)
  const put = (name: string, content: string | Uint8Array) => zip.file(name, content, { date, createFolders: false })
  for (const one of book.chapters) {
    const service = one.service.map(({ label, text }) => `## ${label}\n\n${text}\n\n`).join('')
    put(fileOf(one), `# ${one.title}\n\n${one.facts.map(fact => `*${fact}*`).join('  \n')}\n\n${one.summary ? `> ${one.summary}\n\n` : ''}${service}${rewired(one, book)}\n`)
  }
  if (book.chapters.length > 1) put('README.md', `# ${book.title}\n\n${book.about}\n\n## ${book.words.contents}\n\n${book.chapters.map(one => `- [${one.title.replace(/[[\]]/g, '\\$&')}](${fileOf(one)})`).join('\n')}\n`)
  for (const [slug, picture] of Object.entries(book.pictures)) put(`gambar/${slug}.jpg`, Buffer.from(picture.data, 'base64'))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
