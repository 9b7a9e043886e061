import type { T } from '~/platform/i18n/words'

/** What the editor asks of the house while somebody writes. */

export interface FoundPerson {
  id: number
  name: string
  slug: string
  detail: string
}

/** People who may read the thread, for a mention. Nothing rather than an error: the name can always be typed. */
export async function searchPeople(query: string, threadId: number | null): Promise<FoundPerson[]> {
  try {
    const answer = await fetch(`/orang/cari?${new URLSearchParams({ q: query, ...(threadId ? { utas: String(threadId) } : {}) })}`, { headers: { Accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as { people: FoundPerson[] }).people : []
  } catch {
    return []
  }
}

export interface UploadedFile {
  slug: string
  url: string
  name: string
  mime: string
  width?: number
  height?: number
}

/** Sends one file with progress from 0 to 1. @throws Error whose message is the sentence for the writer, '' when none is known */
export const uploadWith = (t: T) => (file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<UploadedFile> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/unggah')
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = event => { if (event.lengthComputable) onProgress(event.loaded / event.total) }
    request.onload = () => {
      const body = request.response as { files?: UploadedFile[]; fields?: Record<string, string[]> } | null
      const made = body?.files?.[0]
      const key = Object.values(body?.fields ?? {})[0]?.[0]
      if (made) resolve(made)
      else reject(new Error(key ? t(key) : request.status === 429 ? t('http:errors.tooMany') : ''))
    }
    request.onerror = () => reject(new Error(''))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('berkas', file)
    request.send(form)
  })
