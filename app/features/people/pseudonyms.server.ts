import { randomBytes, randomInt } from 'node:crypto'
import { sql, type Tx } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { forgetPeople } from './access.server'

/**
 * Names people write under in one thread. Everything outside meets a person of their own (`alias`, closed, without unit, photo or page); who stands
 * behind one is known to the owner's own session (`viewer.aliases`), to notices on their way to the owner, and to the opening by two officers.
 */
const birds = [
  'Merpati', 'Kutilang', 'Camar', 'Elang', 'Rajawali', 'Jalak', 'Kenari', 'Punai', 'Tekukur', 'Cendrawasih', 'Bangau', 'Pelatuk', 'Perkutut', 'Murai', 'Gelatik', 'Kepodang', 'Rangkong', 'Nuri', 'Kakatua', 'Walet',
] as const

/** "Rekan Merpati 37", "Warga Camar 5": drawn by chance, so that nothing of the person is in it. */
const drawn = (kind: Member['kind']): string => `${kind === 'ASN' ? 'Rekan' : 'Warga'} ${birds[randomInt(birds.length)]} ${randomInt(1, 100)}`

async function makeShown(tx: Tx, owner: Member, taken: readonly string[]): Promise<number> {
  let name = drawn(owner.kind)
  for (let tries = 0; taken.includes(name) && tries < 50; tries++) name = drawn(owner.kind)
  const made = await tx.person.create({
    data: { kind: owner.kind, name, slug: `nama-samaran-${randomBytes(9).toString('hex')}`, alias: true, closedAt: new Date(), publicFields: [] }, select: { id: true },
  })
  return made.id
}

/** A name for a thread that is about to be opened; `bindPseudonym` follows once the thread is there. Inside the transaction that writes. */
export const newPseudonym = (tx: Tx, owner: Member): Promise<number> => makeShown(tx, owner, [])

/** Whoever reads the thread meets this name. One that waited is bound to the thread it waited for. */
export async function bindPseudonym(tx: Tx, owner: Member, personId: number, threadId: number): Promise<void> {
  await tx.pseudonym.upsert({ where: { personId }, create: { personId, ownerId: owner.personId, threadId }, update: { threadId } })
}

/** A name whose thread is not open yet: the owner's already, so that what is decided about it reaches them. */
export async function waitingPseudonym(tx: Tx, owner: Member, personId: number): Promise<void> {
  await tx.pseudonym.create({ data: { personId, ownerId: owner.personId } })
}

/** The owner's name in this thread, the same each time, made where there is none. Inside the transaction that writes. @returns id of the person everybody sees */
export async function pseudonymIn(tx: Tx, owner: Member, threadId: number): Promise<number> {
  // two tabs at once make one name
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`pseudonym:${threadId}:${owner.personId}`}))`
  const known = await tx.pseudonym.findUnique({ where: { ownerId_threadId: { ownerId: owner.personId, threadId } }, select: { personId: true } })
  if (known) return known.personId
  const others = await tx.$queryRaw<{ name: string }[]>`select x.name from pseudonym s join person x on x.id = s.person_id where s.thread_id = ${threadId}::int`
  const personId = await makeShown(tx, owner, others.map(row => row.name))
  await bindPseudonym(tx, owner, personId, threadId)
  return personId
}

/** Call once the transaction is through: the owner's session learns of the new name. */
export const pseudonymMade = (owner: Member): Promise<void> => forgetPeople([owner.personId])

/** Owners of those among the given people who are names. Unscoped: for notices on their way, never for a page. */
export async function ownersOfUnscoped(personIds: readonly number[]): Promise<Map<number, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await sql<{ id: number; owner: number }>('pseudonym-owners', 'select person_id as id, owner_id as owner from pseudonym where person_id = any($1)', [[...personIds]])
  return new Map(rows.map(row => [row.id, row.owner]))
}
