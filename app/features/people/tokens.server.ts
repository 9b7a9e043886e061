import type { TokenPurpose } from '~/generated/prisma/enums'
import { db, type Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { hashToken, newToken } from '~/platform/http/session-cookie.server'

/** Hours a token lives. */
export const tokenHours: Record<TokenPurpose, number> = { RESET_PASSWORD: 1, VERIFY_EMAIL: 48, CHANGE_EMAIL: 48, INVITATION: 14 * 24 }

/** Makes a one-use token; only its hash is kept. @returns the token for the link */
export async function issueToken(tx: Tx, personId: number, purpose: TokenPurpose, detail = ''): Promise<{ token: string; expiresAt: Date }> {
  const { token, hash } = newToken()
  const expiresAt = new Date(Date.now() + tokenHours[purpose] * 3_600_000)
  await tx.accountToken.create({ data: { tokenHash: hash, personId, purpose, detail, expiresAt } })
  return { token, expiresAt }
}

/** What a link is for, without using it up: mail programs open links too. Null when it is used, old or never was. */
export async function findToken(token: string, purposes: readonly TokenPurpose[]) {
  return db.accountToken.findFirst({
    where: { tokenHash: hashToken(token), purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: new Date() }, person: { closedAt: null } },
    select: { purpose: true, detail: true, person: { select: { id: true, kind: true, name: true, email: true, passwordHash: true, identifiers: { select: { value: true } } } } },
  })
}

/** Uses a token up, and with it every other of the same purpose. Of two at once one wins. @throws Invalid on the form */
export async function useToken(tx: Tx, token: string, purposes: readonly TokenPurpose[]): Promise<{ personId: number; purpose: TokenPurpose; detail: string }> {
  const used = await tx.accountToken.updateManyAndReturn({
    where: { tokenHash: hashToken(token), purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: new Date() }, person: { closedAt: null } },
    data: { usedAt: new Date() }, select: { personId: true, purpose: true, detail: true },
  })
  const [one] = used
  if (!one) throw new Invalid('people:errors.tokenGone')
  await dropTokens(tx, one.personId, [one.purpose])
  return one
}

/** Makes links sent earlier useless. */
export async function dropTokens(tx: Tx, personId: number, purposes: readonly TokenPurpose[]): Promise<void> {
  await tx.accountToken.updateMany({ where: { personId, purpose: { in: [...purposes] }, usedAt: null }, data: { usedAt: new Date() } })
}
