import { Meilisearch, MeilisearchApiError, type EnqueuedTaskPromise, type Task } from 'meilisearch'
import { kept } from '~/platform/kept.server'

/** Milliseconds: one question, one request of a writer, one task of a writer. */
export const QUESTION_PATIENCE = 1_500
const WRITE_PATIENCE = 20_000
const TASK_PATIENCE = 120_000

/** Why Meilisearch could not do what was asked. */
export class MeiliFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MeiliFailure'
  }
}

export interface MeiliAccess {
  url: string
  /** a master key, an admin key, or none where the server asks for none */
  key: string | undefined
  /** name of the index; its twin while rebuilding is `<index>_new` */
  index: string
  /** milliseconds a question may take */
  patience?: number
}

export interface MeiliClients {
  /** for questions: its requests carry a time limit each */
  ask: Meilisearch
  /** for writing and settings */
  write: Meilisearch
}

/** Fixed, so that every process finds the keys the first one made. */
const SEARCH_KEY = '5b1f0d5e-6a2c-4a0e-9d57-3f6f3a0b7c11'
const WRITE_KEY = '8c7a2f4d-1e39-4b6b-8f0a-92d6f1c4e022'
const writeActions = ['search', 'documents.*', 'indexes.*', 'settings.*', 'tasks.*', 'stats.*', 'version']

/** The code of an error of Meilisearch's own, '' for others. */
export const codeOf = (error: unknown): string => (error instanceof MeilisearchApiError ? (error.cause?.code ?? String(error.response.status)) : '')

async function scopedKey(master: Meilisearch, uid: string, name: string, actions: string[], indexes: string[]): Promise<string> {
  const find = async () => {
    try {
      return await master.getKey(uid)
    } catch (error) {
      if (codeOf(error) === 'api_key_not_found') return null
      throw error
    }
  }
  const known = await find()
  if (known) return known.key
  try {
    return (await master.createKey({ uid, name, description: 'Made by Balai', actions, indexes, expiresAt: null })).key
  } catch (error) {
    if (codeOf(error) !== 'api_key_already_exists') throw error
    const made = await find()
    if (made) return made.key
    throw error
  }
}

const clientOf = (access: MeiliAccess, apiKey: string | undefined, timeout?: number) =>
  new Meilisearch({ host: access.url, ...(apiKey && { apiKey }), ...(timeout && { timeout }), clientAgents: ['Balai'] })

/**
 * With a master key: one key that may only search and one that may only write these indexes. A key that may not make keys is used as it is.
 * @throws MeiliFailure when the server does not answer or refuses the key
 */
async function connect(access: MeiliAccess): Promise<MeiliClients> {
  const given = clientOf(access, access.key, WRITE_PATIENCE)
  if (!access.key) return { ask: clientOf(access, undefined), write: given }
  const indexes = [access.index, `${access.index}_new`]
  // keys of another index (tests) must not be mixed up with these
  const tail = [...access.index].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) & 0xffff, 7).toString(16).padStart(4, '0')
  const own = (uid: string) => `${uid.slice(0, -4)}${tail}`
  try {
    const impatient = clientOf(access, access.key, 5_000)
    const searching = await scopedKey(impatient, own(SEARCH_KEY), `balai: search ${access.index}`, ['search'], indexes)
    const writing = await scopedKey(impatient, own(WRITE_KEY), `balai: write ${access.index}`, writeActions, indexes)
    return { ask: clientOf(access, searching), write: clientOf(access, writing, WRITE_PATIENCE) }
  } catch (error) {
    // the key may do its work but not make others; or the server knows no keys at all
    if (['invalid_api_key', 'missing_master_key', '403'].includes(codeOf(error))) return { ask: clientOf(access, access.key), write: given }
    throw asFailure(error)
  }
}

const clients = kept('meili-clients', () => new Map<string, Promise<MeiliClients>>())

/** Made on first use, and again after a failure. */
export function meiliClients(access: MeiliAccess): Promise<MeiliClients> {
  const name = `${access.url} ${access.index} ${access.key ?? ''}`
  const known = clients.get(name)
  if (known) return known
  const made = connect(access)
  clients.set(name, made)
  made.catch(() => clients.delete(name))
  return made
}

/** After a refused key: find the keys anew. */
export const forgetClients = (access: MeiliAccess): void => { clients.delete(`${access.url} ${access.index} ${access.key ?? ''}`) }

/** Errors of the client carry addresses and requests; what goes on is one line. */
export function asFailure(error: unknown): MeiliFailure {
  if (error instanceof MeiliFailure) return error
  const known = error as Error & { cause?: unknown }
  const code = codeOf(error)
  const deeper = known.cause instanceof Error ? (known.cause.cause instanceof Error ? known.cause.cause.message : known.cause.message) : ''
  return new MeiliFailure(code ? `${code}: ${known.message}` : deeper || known.message || 'no answer', { cause: error })
}

/** Waits until the task is through. The client resolves for failed tasks too. @throws MeiliFailure naming what Meilisearch said */
export async function done(enqueued: EnqueuedTaskPromise, patience = TASK_PATIENCE): Promise<Task> {
  let task: Task
  try {
    task = await enqueued.waitTask({ timeout: patience, interval: 25 })
  } catch (error) {
    throw asFailure(error)
  }
  if (task.status !== 'succeeded') throw new MeiliFailure(`${task.type} ${task.status}: ${task.error?.code ?? ''} ${task.error?.message ?? ''}`.trim())
  return task
}

/** As `done`, but one error code is no failure. @returns false for that code */
export async function doneUnless(enqueued: EnqueuedTaskPromise, code: string): Promise<boolean> {
  let task: Task
  try {
    task = await enqueued.waitTask({ timeout: TASK_PATIENCE, interval: 25 })
  } catch (error) {
    if (codeOf(error) === code) return false
    throw asFailure(error)
  }
  if (task.status === 'succeeded') return true
  if (task.error?.code === code) return false
  throw new MeiliFailure(`${task.type} ${task.status}: ${task.error?.code ?? ''} ${task.error?.message ?? ''}`.trim())
}
