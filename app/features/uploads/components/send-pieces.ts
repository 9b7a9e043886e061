/** Why a file could not be sent: locale keys, or none when the line stayed broken. */
export class NotSent extends Error {
  readonly keys: readonly string[]
  constructor(keys: readonly string[]) {
    super(keys.join(' '))
    this.keys = keys
  }
}

interface Sending {
  /** bytes that have arrived; `broken` while the line is away */
  onProgress: (sent: number, broken: boolean) => void
  signal: AbortSignal
}

const TRIES = 6
const wait = (ms: number, signal: AbortSignal) => new Promise<void>(resolve => {
  const timer = setTimeout(resolve, ms)
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve() }, { once: true })
})

/** Posts a form; tries again while the line is broken or the house is busy, later each time. @throws NotSent, or the signal's reason */
async function post<Answer>(url: string, body: FormData | URLSearchParams, { signal }: Sending, broken: () => void): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    const answer = await fetch(url, { method: 'POST', body, signal }).catch(() => null)
    signal.throwIfAborted()
    if (answer?.ok) return await answer.json() as Answer
    const said = await answer?.json().catch(() => null) as { fields?: Record<string, string[]> } | null | undefined
    if (answer && answer.status < 500) throw new NotSent(answer.status === 429 ? ['http:errors.tooMany'] : Object.values(said?.fields ?? {}).flat())
    if (attempt === TRIES) throw new NotSent([])
    broken()
    await wait(500 * 2 ** attempt, signal)
  }
}

/** Sends a large file piece by piece, going on where an earlier try broke off. @returns the slug of the stored file. @throws NotSent */
export async function sendPieces(file: File, sending: Sending): Promise<string> {
  const { slug, received, piece } = await post<{ slug: string; received: number; piece: number }>('/unggah/bagian', new URLSearchParams({ name: file.name, size: String(file.size) }), sending, () => sending.onProgress(0, true))
  const all = Math.ceil(file.size / piece)
  // the last one may be there while its answer was lost: it is sent again
  for (let number = Math.min(received, all - 1); ; number += 1) {
    sending.onProgress(number * piece, false)
    const body = new FormData()
    body.append('piece', file.slice(number * piece, (number + 1) * piece), 'piece')
    const { upload } = await post<{ upload: { slug: string } | null }>(`/unggah/bagian/${slug}?ke=${number}`, body, sending, () => sending.onProgress(number * piece, true))
    if (upload) return upload.slug
    if (number >= all - 1) throw new NotSent([])
  }
}
