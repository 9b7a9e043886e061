import { randomInt } from 'node:crypto'
import type { Tx } from '~/platform/db/db.server'

export function slugOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'orang'
}

/** A profile address nobody has: the name, with a number where it is taken. Chance decides the number: it says nothing of order or count. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const plain = slugOf(name)
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const slug = attempt === 0 ? plain : `${plain}-${randomInt(10, 10 ** (attempt + 2))}`
    if (!(await tx.person.findUnique({ where: { slug }, select: { id: true } }))) return slug
  }
  return `${plain}-${randomInt(1e9, 1e12)}`
}
