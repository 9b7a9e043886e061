import JSZip from 'jszip'
import { BOUNDS, Unreadable } from './bounds.ts'

/** An archive whose parts unpack no further than the bounds, whatever it says about itself. */
export interface Archive {
  names: readonly string[]
  /** @returns null where there is no such part. @throws Unreadable HEAVY or BROKEN */
  bytes: (name: string) => Promise<Uint8Array | null>
  text: (name: string) => Promise<string | null>
}

const declared = (entry: JSZip.JSZipObject): number => (entry as unknown as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0

/** @throws Unreadable */
export async function openArchive(data: Uint8Array): Promise<Archive> {
  const zip = await JSZip.loadAsync(data, { createFolders: false }).catch((error: unknown) => {
    throw new Unreadable(/encrypted/i.test((error as Error).message) ? 'LOCKED' : 'BROKEN')
  })
  const names = Object.keys(zip.files)
  if (names.length > BOUNDS.entries) throw new Unreadable('HEAVY')
  let left: number = BOUNDS.parts

  const bytes = async (name: string): Promise<Uint8Array | null> => {
    const entry = zip.file(name)
    if (!entry) return null
    if (declared(entry) > Math.min(BOUNDS.part, left)) throw new Unreadable('HEAVY')
    return new Promise<Uint8Array>((resolve, reject) => {
      const chunks: Uint8Array[] = []
      let size = 0
      const stream = (entry as unknown as { internalStream: (type: 'uint8array') => JSZip.JSZipStreamHelper<Uint8Array> }).internalStream('uint8array')
      stream.on('data', chunk => {
        size += chunk.length
        if (size > BOUNDS.part || size > left) {
          stream.pause()
          chunks.length = 0
          reject(new Unreadable('HEAVY'))
        } else chunks.push(chunk)
      })
      stream.on('error', () => reject(new Unreadable('BROKEN')))
      stream.on('end', () => {
        left -= size
        resolve(Buffer.concat(chunks))
      })
      stream.resume()
    })
  }
  return { names, bytes, text: async name => bytes(name).then(found => (found ? Buffer.from(found).toString('utf8') : null)) }
}
