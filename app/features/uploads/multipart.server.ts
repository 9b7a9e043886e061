import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { AppError, Invalid } from '~/platform/errors'
import { FILE_LIMIT, FILES_PER_POST } from './limits'

const TEXT_LIMIT = 1024 * 1024

/** Reads to the end of a part that is over its limit without keeping it, so that the browser hears the answer instead of a broken line. */
async function readPart(data: AsyncIterable<Uint8Array>, limit: number, tooLarge: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
    if (size > limit * 3) break
  }
  if (size > limit) throw new Invalid(tooLarge)
  return Buffer.concat(chunks)
}

export interface FormWithFiles {
  /** the text fields alone */
  form: FormData
  files: { name: string; data: Buffer }[]
}

/**
 * Reads a form that may carry files, bounded while it arrives: 1 MB of text, 10 files, 20 MB a file, 60 MB in all.
 * A form without files (or not multipart) is read just as well. NUL bytes never reach the database.
 * @throws Invalid "uploads:errors.…" or "http:invalid.body"
 */
export async function readFormWithFiles(request: Request): Promise<FormWithFiles> {
  const type = request.headers.get('Content-Type') ?? ''
  const files: FormWithFiles['files'] = []
  let form: FormData
  if (Number(request.headers.get('Content-Length') ?? 0) > 3 * FILE_LIMIT + TEXT_LIMIT) throw new Invalid('uploads:errors.allTooLarge')
  try {
    if (!type.startsWith('multipart/form-data')) form = await request.formData()
    else {
      let textLeft = TEXT_LIMIT
      let fileLeft = 3 * FILE_LIMIT
      form = await parseMultipart(request, async part => {
        if (part.filename === undefined) {
          const bytes = await readPart(part.data, textLeft, 'http:invalid.tooLong')
          textLeft -= bytes.length
          return bytes.toString('utf8')
        }
        const bytes = await readPart(part.data, Math.min(FILE_LIMIT, fileLeft), fileLeft < FILE_LIMIT ? 'uploads:errors.allTooLarge' : 'uploads:errors.fileTooLarge')
        fileLeft -= bytes.length
        if (bytes.length === 0 && part.filename === '') return null
        if (files.length >= FILES_PER_POST) throw new Invalid('uploads:errors.tooMany')
        files.push({ name: part.filename, data: bytes })
        return null
      })
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new Invalid('http:invalid.body')
  }
  for (const [key, value] of [...form.entries()]) if (typeof value === 'string' && value.includes('\0')) form.set(key, value.replaceAll('\0', ''))
  return { form, files }
}
