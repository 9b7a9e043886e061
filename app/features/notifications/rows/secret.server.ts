import { randomBytes } from 'node:crypto'
import { sql } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'

const known = kept('notice-secrets', () => new Map<string, Promise<unknown>>())

/** A setting made once, by whichever process needs it first, and the same in all of them. */
export function madeOnce<T>(key: string, make: () => T): Promise<T> {
  const found = known.get(key) as Promise<T> | undefined
  if (found) return found
  const value = (async () => {
    await sql('secret-make', 'insert into setting (key, value) values ($1, $2::jsonb) on conflict (key) do nothing', [key, JSON.stringify(make())])
    const [row] = await sql<{ value: T }>('secret-read', 'select value from setting where key = $1', [key])
    return (row as { value: T }).value
  })()
  known.set(key, value)
  value.catch(() => known.delete(key))
  return value
}

/** A key of 32 bytes for signing. */
export async function secretOf(name: string): Promise<Buffer> {
  return Buffer.from((await madeOnce(`secret:${name}`, () => ({ key: randomBytes(32).toString('base64url') }))).key, 'base64url')
}
