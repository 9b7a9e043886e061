import { createContext, useContext, useSyncExternalStore } from 'react'

export interface Uploaded { slug: string; url: string; name: string; width?: number | null; height?: number | null; mime: string }
/** Sends one file. `onProgress` takes 0 to 1. Rejects with an Error whose message may be shown. */
export type UploadFile = (file: File, onProgress: (part: number) => void, signal: AbortSignal) => Promise<Uploaded>

export interface Upload { file: File; progress: number; failed: string | null; abort: AbortController }
export interface Uploads {
  get: (id: string) => Upload | undefined
  subscribe: (listener: () => void) => () => void
  start: (id: string) => void
  cancel: (id: string) => void
}

export const UploadsContext = createContext<Uploads | null>(null)
const nothing = (): (() => void) => () => undefined

/** Progress and state of one file on its way. */
export function useUpload(id: string): { progress: number; failed: string | null; retry: () => void; cancel: () => void } {
  const uploads = useContext(UploadsContext)
  const upload = useSyncExternalStore(uploads?.subscribe ?? nothing, () => uploads?.get(id), () => undefined)
  return { progress: upload?.progress ?? 0, failed: upload?.failed ?? null, retry: () => { uploads?.start(id) }, cancel: () => { uploads?.cancel(id) } }
}
