import { openArchive } from './archive.ts'
import { Unreadable } from './bounds.ts'
import type { Imported, Lost } from './imported.ts'

const PICTURE = /!\[((?:[^\]\\]|\\.)*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g

/** The lines of a folded part, which the editor knows. */
const FOLDS = /^ {0,3}(<details>|<\/details>|(<details>)?\s*<summary>.*<\/summary>)\s*$/

/** Markdown: its first heading is the title, the others move to the two levels there are. Pictures are asked of `find`. */
export function readMarkdown(text: string, find: (path: string) => string | null): Imported {
  const lost: Lost = {}
  const pictures: Imported['pictures'] = []
  let title = ''
  let fence = ''
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/^---\n([\s\S]*?)\n---\n/, (_all, head: string) => {
    title = /^title:\s*["']?(.+?)["']?\s*$/m.exec(head)?.[1] ?? ''
    return ''
  })
  const lines = body.split('\n').flatMap(line => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
    if (fence !== '' || mark) return [line]
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    if (heading?.[1] && heading[2] !== undefined) {
      if (heading[1].length === 1 && title === '') {
        title = heading[2].replace(/[*_`\\]/g, '')
        return []
      }
      if (heading[1].length > 3) lost.levels = (lost.levels ?? 0) + 1
      return [`${heading[1].length <= 2 ? '##' : '###'} ${heading[2]}`]
    }
    const tags = line.match(/<\/?[a-z][^>]*>/gi)?.filter(tag => !/^<(br|https?:|mailto:)/i.test(tag) && !(FOLDS.test(line) && /^<\/?(details|summary)>$/.test(tag))).length ?? 0
    if (tags > 0) lost.html = (lost.html ?? 0) + tags
    return [line.replace(PICTURE, (all, alt: string, path: string) => {
      if (/^\/berkas\/[\w-]{22}$/.test(path)) return all
      const data = find(path)
      if (data === null) {
        lost.pictures = (lost.pictures ?? 0) + 1
        return alt
      }
      pictures.push({ path: `gambar:${pictures.length}`, data })
      return `![${alt}](gambar:${pictures.length - 1})`
    })]
  })
  return { title, doc: null, markdown: lines.join('\n').trim(), pictures, lost }
}

/** An archive with one text and its pictures. Of several texts the largest is taken, and the others are told of. @throws Unreadable */
export async function readMarkdownZip(data: Uint8Array): Promise<Imported> {
  const archive = await openArchive(data)
  const files = archive.names.filter(name => !name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(name))
  const texts: { name: string; text: string }[] = []
  for (const name of files.filter(one => /\.(md|markdown)$/i.test(one)).slice(0, 50)) texts.push({ name, text: (await archive.text(name)) ?? '' })
  const chosen = texts.sort((a, b) => Number(/readme/i.test(a.name)) - Number(/readme/i.test(b.name)) || b.text.length - a.text.length)[0]
  if (!chosen) throw new Unreadable('BROKEN')
  const bytes = new Map<string, string>()
  for (const name of files.filter(one => /\.(png|jpe?g|gif|webp|avif)$/i.test(one)).slice(0, 200)) bytes.set(name, Buffer.from((await archive.bytes(name)) ?? new Uint8Array()).toString('base64'))
  const folder = chosen.name.includes('/') ? chosen.name.slice(0, chosen.name.lastIndexOf('/') + 1) : ''
  const made = readMarkdown(chosen.text, path => {
    let wanted = path
    try { wanted = decodeURIComponent(path) } catch { /* a stray percent sign */ }
    const parts: string[] = []
    for (const part of `${folder}${wanted}`.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '.' && part !== '') parts.push(part)
    }
    return bytes.get(parts.join('/')) ?? null
  })
  const strange = files.filter(one => !/\.(md|markdown|png|jpe?g|gif|webp|avif)$/i.test(one)).length
  const others = texts.filter(one => one !== chosen && !/readme/i.test(one.name)).length + strange
  if (others > 0) made.lost.other = (made.lost.other ?? 0) + others
  return made
}
