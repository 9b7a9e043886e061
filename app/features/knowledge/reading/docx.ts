import mammoth from 'mammoth'
import { openArchive } from './archive.ts'
import { Unreadable } from './bounds.ts'
import { readHtml } from './html.ts'
import type { Imported } from './imported.ts'

const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Judul'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "p[style-name='Quote'] => blockquote:fresh", "p[style-name='Intense Quote'] => blockquote:fresh", "r[style-name='Code'] => code",
  ...Object.entries({ Catatan: 'note', Kiat: 'tip', Penting: 'important', Peringatan: 'warning' }).map(([name, kind]) => `p[style-name='Balai ${name}'] => aside.${kind} > p:fresh`)]

/** A Word document: headings, lists, tables and pictures. Its parts are looked at first, so that none unpacks without bound. @throws Unreadable */
export async function readDocxText(data: Uint8Array): Promise<Imported> {
  const archive = await openArchive(data)
  const xml = await archive.text('word/document.xml')
  if (xml === null) throw new Unreadable('BROKEN')
  for (const name of archive.names) if (name !== 'word/document.xml' && !name.endsWith('/')) await archive.bytes(name)
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(data) }, { styleMap: styles, includeEmbeddedStyleMap: false }).catch(() => { throw new Unreadable('BROKEN') })
  const made = readHtml(value)
  const count = (pattern: RegExp, text: string | null = xml) => text?.match(pattern)?.length ?? 0
  const notes = count(/<w:(footnote|endnote)Reference[ />]/g)
  const comments = count(/<w:comment /g, await archive.text('word/comments.xml'))
  const changes = count(/<w:(del|moveFrom) /g)
  const look = count(/<w:(u|highlight|vertAlign) /g)
  const images = messages.filter(one => /image/i.test(one.message)).length
  const parts = count(/<(w:object|c:chart|dgm:relIds|m:oMath|wps:txbx)[ >]/g)
  made.lost = {
    ...made.lost, ...(notes && { footnotes: notes }), ...(comments && { comments }), ...(changes && { changes }), ...(look && { formatting: look }), ...(images && { pictures: (made.lost.pictures ?? 0) + images }),
    ...(parts && { embedded: (made.lost.embedded ?? 0) + parts }),
  }
  return made
}
