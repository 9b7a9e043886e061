import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { storeUpload, type StoredUpload } from '~/features/uploads/uploads.server'
import { FILES_PER_POST } from '~/features/uploads/limits'
import { Forbidden, Invalid } from '~/platform/errors'
import { log } from '~/platform/log/log.server'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { createArticle } from './articles.server'
import { startChild, type Limits } from './children/start.server'
import type { ArticleKindName } from './kinds'
import { canWriteIn } from './policy'
import { importFormats, losses, type Imported, type ImportFormat, type Lost } from './reading/imported'
import { asMember, reachCollection } from './rows/reach.server'

export type { Lost } from './reading/imported'

const USUAL: Limits = { time: 40_000, heap: 384, whole: 900 }
/** what the child may tell, in bytes: text and pictures */
const MOST = 60 * 1024 * 1024

/** The format by the name; the content is judged where it is read. */
export const importFormatOf = (name: string): ImportFormat | null => {
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  return extension === 'htm' ? 'html' : extension === 'markdown' ? 'md' : (importFormats.find(one => one === extension) ?? null)
}

/** Reads a file in a process of its own. @throws Invalid beside `file` */
export async function convertFile(format: ImportFormat, data: Uint8Array, limits = USUAL): Promise<Imported> {
  const { process: child, end, gone } = startChild('reading/convert.ts', [format], limits)
  const chunks: Buffer[] = []
  let size = 0
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MOST) end('size')
    else chunks.push(chunk)
  })
  await pipeline(Readable.from([data]), child.stdin).catch(() => undefined)
  const { code, why, said } = await gone
  if (code !== 0) log.warn({ format, code, why, said }, 'a file could not be imported')
  const told = code === 0 ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Imported | { outcome: string }) : { outcome: 'HEAVY' }
  if ('outcome' in told) throw new Invalid({ file: [told.outcome === 'HEAVY' ? 'knowledge:import.errors.heavy' : told.outcome === 'LOCKED' ? 'knowledge:import.errors.locked' : 'knowledge:import.errors.broken'] })
  return told
}

export interface ImportArticle {
  /** slug of the collection */
  collection: string
  kind: ArticleKindName
  file: { name: string; data: Uint8Array }
  clientKey: string
}

/**
 * A draft article out of a Word, Markdown or HTML file, with its pictures. @returns also what could not be kept
 * @throws NotFound, Forbidden, TooMany, Invalid beside collection, kind or file
 */
export async function importArticle(viewer: Viewer, { collection: slug, kind, file, clientKey }: ImportArticle): Promise<{ id: number; slug: string; lost: Lost }> {
  const member = asMember(viewer)
  const collection = await reachCollection(member, slug)
  if (!canWriteIn(member, collection)) throw new Forbidden(!member.verified ? 'unverified' : isSilenced(member) ? 'silenced' : 'generic')
  const format = importFormatOf(file.name)
  if (!format) throw new Invalid({ file: ['knowledge:import.errors.format'] })
  const made = await convertFile(format, file.data)
  const { uploads, lost } = await storePictures(member, made)
  const written = made.doc ? { doc: withPictures(made.doc, uploads) } : { markdown: made.markdown.replace(/!\[((?:[^\]\\]|\\.)*)\]\(gambar:(\d+)\)/g, (_all, alt: string, at: string) => { const found = uploads[Number(at)]; return found ? `![${alt}](${found.url} "${found.width}x${found.height}")` : alt }) }
  const title = titleOf(made.title, file.name)
  try {
    const article = await createArticle(member, { collection: slug, kind, title, summary: '', tags: [], service: null, why: '', clientKey, written })
    return { ...article, lost }
  } catch (error) {
    // the form has no field for the text: what is wrong with it is wrong with the file
    if (error instanceof Invalid && error.fields.markdown) throw new Invalid({ file: error.fields.markdown.map(key => (key === 'editor:errors.tooLong' ? 'knowledge:import.errors.long' : key === 'editor:errors.empty' ? 'knowledge:import.errors.empty' : 'knowledge:import.errors.broken')) })
    throw error
  }
}

function titleOf(found: string, fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '').replace(/[_-]+/g, ' ').trim()
  const title = [found, name].map(one => one.replace(/[\p{C}\s]+/gu, ' ').trim()).find(one => one.length >= 6 && /\p{L}/u.test(one)) ?? `${name || found} (impor)`.padEnd(6, '.')
  return [...title].slice(0, 150).join('')
}

/** The first ten that can be drawn; the others are told of. */
async function storePictures(member: Member, { pictures, lost }: Imported): Promise<{ uploads: (StoredUpload | null)[]; lost: Lost }> {
  const counted: Lost = { ...lost }
  const uploads: (StoredUpload | null)[] = []
  for (const picture of pictures) {
    if (uploads.filter(Boolean).length >= FILES_PER_POST) {
      counted.picturesOver = (counted.picturesOver ?? 0) + 1
      uploads.push(null)
      continue
    }
    const stored = await storeUpload(member, { name: 'gambar', data: Buffer.from(picture.data, 'base64') }).catch((error: unknown) => { if (error instanceof Invalid) return null; throw error })
    if (!stored?.width) counted.pictures = (counted.pictures ?? 0) + 1
    uploads.push(stored?.width ? stored : null)
  }
  return { uploads, lost: counted }
}

/** Pictures of the tree by their place in the list; one that could not be taken leaves its alternative words. */
function withPictures(doc: object, uploads: readonly (StoredUpload | null)[]): unknown {
  return JSON.parse(JSON.stringify(doc), (_key, value: unknown) => {
    const node = value as { type?: string; picture?: number; alt?: string } | null
    if (typeof node !== 'object' || node?.type !== 'image' || typeof node.picture !== 'number') return value
    const found = uploads[node.picture]
    return found ? { type: 'image', version: 1, slug: found.slug, alt: node.alt ?? '', width: found.width, height: found.height } : { type: 'text', version: 1, text: node.alt ?? '', format: 0 }
  }) as unknown
}

/** The report as it travels in an address: "pictures.2~levels.1". */
export const lostWord = (lost: Lost): string => losses.flatMap(name => (lost[name] ? [`${name}.${Math.min(lost[name], 9_999)}`] : [])).join('~')

export const lostOf = (word: string): Lost => Object.fromEntries(word.slice(0, 400).split('~').flatMap(part => {
  const [name, count] = part.split('.')
  const found = losses.find(one => one === name)
  return found && /^\d{1,4}$/.test(count ?? '') ? [[found, Number(count)]] : []
}))
