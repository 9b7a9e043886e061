import { db } from '~/platform/db/db.server'

/** Digits of a NIP or NI PPPK as people type it, with or without spaces and dots; null when it is something else. */
export function numberTyped(login: string): string | null {
  const digits = login.replace(/[\s.'-]/g, '')
  return /^\d{18}$/.test(digits) ? digits : null
}

/** The account behind a mail address, NIP or NI PPPK. Unscoped: for signing in and asking for a new password only. */
export async function findByLogin(login: string) {
  const typed = login.trim()
  const select = { id: true, kind: true, name: true, email: true, locale: true, passwordHash: true, closedAt: true, suspendedUntil: true } as const
  const number = numberTyped(typed)
  if (number) {
    const found = await db.employeeIdentifier.findFirst({
      where: { value: number, kind: { in: ['NIP', 'NI_PPPK', 'OTHER'] }, validTo: null }, select: { person: { select } },
    })
    return found?.person ?? null
  }
  return typed.includes('@') ? db.person.findUnique({ where: { email: typed }, select }) : null
}
