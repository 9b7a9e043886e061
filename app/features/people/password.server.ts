import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { kept } from '~/platform/kept.server'

/** argon2id with the library's defaults (19 MiB, 2 passes), which are OWASP's. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'))

/** A hash nobody's password has, so that an unknown account costs what a known one costs. */
const nobody = kept('nobodys-password', () => hash(randomBytes(32).toString('hex')))

/** Takes the same time whether there is a hash to compare with or not. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return stored !== null && fits
}
