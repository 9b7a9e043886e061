import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { env } from '~/platform/env/env.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { hasRole, type Viewer } from '~/platform/viewer'
import { mailFolder } from './deliver.server'

export interface KeptMail {
  id: string
  to: string
  subject: string
  /** the plain-text twin */
  text: string
  at: Date
}

const nameOf = /^[0-9a-f-]{36}$/

async function read(id: string): Promise<KeptMail> {
  const kept = JSON.parse(await readFile(path.join(mailFolder(), `${id}.json`), 'utf8')) as Omit<KeptMail, 'id' | 'at'> & { at: string }
  return { ...kept, id, at: new Date(kept.at) }
}

/** False where mail really leaves: then there is nothing to read here. */
export const keepsMail = (): boolean => !env().SMTP_URL

/** The newest mails that landed in the folder, newest first. @throws Forbidden for all but administrators */
export async function listKeptMail(viewer: Viewer, most = 100): Promise<KeptMail[]> {
  if (!hasRole(viewer, 'ADMINISTRATOR')) throw new Forbidden('officersOnly')
  const names = (await readdir(mailFolder()).catch(() => [])).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5)).filter(id => nameOf.test(id))
  const aged = await Promise.all(names.map(async id => ({ id, at: (await stat(path.join(mailFolder(), `${id}.json`))).mtimeMs })))
  return Promise.all(aged.sort((a, b) => b.at - a.at).slice(0, most).map(({ id }) => read(id)))
}

/** @throws Forbidden, NotFound */
export async function getKeptMail(viewer: Viewer, id: string): Promise<KeptMail> {
  if (!hasRole(viewer, 'ADMINISTRATOR')) throw new Forbidden('officersOnly')
  if (!nameOf.test(id)) throw new NotFound('mail')
  return read(id).catch(() => { throw new NotFound('mail') })
}
