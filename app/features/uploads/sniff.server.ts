import { createReadStream } from 'node:fs'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'

/** What may be kept, by what the bytes are. A name or a header proves nothing. */
export interface Sniffed {
  kind: 'picture' | 'file'
  mime: string
  /** with which the name must end, without the dot */
  extension: string
}

const pictures: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'image/avif': 'avif', 'image/apng': 'png' }
const documents: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
}
const texts: Record<string, string> = { txt: 'text/plain; charset=utf-8', csv: 'text/csv; charset=utf-8', md: 'text/markdown; charset=utf-8' }

export const acceptedExtensions = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', ...Object.values(documents), ...Object.keys(texts)]

/** Text has no signature: it is text when all of it reads as UTF-8 without control characters. */
function readsAsText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[\0-\x08\x0e-\x1f\x7f]/.test(text)
  } catch {
    return false
  }
}

const textOf = (name: string): { mime: string; extension: string } | null => {
  const extension = /\.([a-z]{2,4})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const mime = texts[extension]
  return mime ? { mime, extension } : null
}

function knownOf(mime: string): Sniffed | null {
  const picture = pictures[mime]
  if (picture) return { kind: 'picture', mime: mime === 'image/apng' ? 'image/png' : mime, extension: picture }
  const document = documents[mime]
  return document ? { kind: 'file', mime, extension: document } : null
}

/** @returns null for whatever is not on the list: SVG and HTML, archives, programs, macro documents, empty files */
export async function sniff(bytes: Uint8Array, name: string): Promise<Sniffed | null> {
  if (bytes.length === 0) return null
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found) return knownOf(found.mime)
  const text = textOf(name)
  return text && readsAsText(bytes) ? { kind: 'file', ...text } : null
}

/** The same for a file on the disk, which is read piece by piece. */
export async function sniffFile(path: string, name: string): Promise<Sniffed | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found) return knownOf(found.mime)
  const text = textOf(name)
  if (!text) return null
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  try {
    for await (const chunk of createReadStream(path)) {
      size += (chunk as Buffer).length
      if (/[\0-\x08\x0e-\x1f\x7f]/.test(decoder.decode(chunk as Buffer, { stream: true }))) return null
    }
    decoder.decode()
  } catch {
    return null
  }
  return size > 0 ? { kind: 'file', ...text } : null
}

/**
 * A name that is safe in headers, on disks and on the page: no path, no control, zero-width or direction characters, at most 100 letters,
 * ending as the content says.
 */
export function cleanName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*`[\]()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const stem = plain.replace(/\.[^.\s]{1,8}$/, '').replace(/^[.\s-]+|[.\s]+$/g, '')
  return `${[...stem].slice(0, 95).join('') || 'berkas'}.${extension}`
}
