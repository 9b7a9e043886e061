import { createHmac, timingSafeEqual } from 'node:crypto'
import { transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Line } from './digest'
import { isGroup, isPace, ruleGroups, type Pace, type RuleGroup } from './groups'
import { reachPerson, type Reachable } from './rows/person.server'
import { secretOf } from './rows/secret.server'

/** What a letter's link ends: mails of this pace; of a digest whatever comes in it, of mail at once the groups this letter told of. */
export interface Scope {
  pace: Exclude<Pace, 'OFF'>
  groups: RuleGroup[]
}

export function scopeOf(pace: Scope['pace'], person: Reachable, lines: readonly Line[]): Scope {
  const groups = pace === 'NOW' ? lines.map(line => line.group) : ruleGroups.filter(group => person.channels[group].mail === pace)
  return { pace, groups: ruleGroups.filter(group => groups.includes(group)) }
}

const sign = async (words: string) => createHmac('sha256', await secretOf('unsubscribe')).update(words).digest('base64url')

/** Works for ever and for this one thing only; nobody has to sign in for it. */
export async function unsubscribePath(personId: number, { pace, groups }: Scope): Promise<string> {
  const words = `${personId}-${pace}-${groups.join('-')}`
  return `/berhenti/${words}.${await sign(words)}`
}

async function readToken(token: string): Promise<(Scope & { personId: number }) | null> {
  const [words = '', given = ''] = token.split('.')
  const [id = '', pace = '', ...groups] = words.split('-')
  const wanted = Buffer.from(await sign(words))
  const got = Buffer.from(given)
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) return null
  if (!/^\d{1,10}$/.test(id) || !isPace(pace) || pace === 'OFF' || groups.length === 0 || !groups.every(isGroup)) return null
  return { personId: Number(id), pace, groups: groups.filter(isGroup) }
}

const reached = (person: Reachable, scope: Scope): RuleGroup[] =>
  (scope.pace === 'NOW' ? scope.groups : [...ruleGroups]).filter(group => person.channels[group].mail === scope.pace)

/** What a link would end; null for a link that is none of ours, or of an account that is closed. `stopped`: nothing is left to end. */
export async function findUnsubscribe(token: string): Promise<{ pace: Scope['pace']; groups: RuleGroup[]; stopped: boolean; locale: Reachable['locale'] } | null> {
  const scope = await readToken(token)
  const person = scope && (await reachPerson(scope.personId))
  if (!scope || !person) return null
  const left = reached(person, scope)
  return { pace: scope.pace, groups: left.length > 0 ? left : scope.groups, stopped: left.length === 0, locale: person.locale }
}

async function setMail(person: Reachable, groups: readonly RuleGroup[], mail: Pace): Promise<void> {
  await transaction(async tx => {
    for (const ruleGroup of groups) {
      const { bell, push } = person.channels[ruleGroup]
      await tx.noticeChoice.upsert({ where: { personId_ruleGroup: { personId: person.personId, ruleGroup } }, create: { personId: person.personId, ruleGroup, bell, mail, push }, update: { mail } })
    }
  })
}

async function act(token: string): Promise<{ scope: Scope; person: Reachable }> {
  const scope = await readToken(token)
  const person = scope && (await reachPerson(scope.personId))
  if (!scope || !person) throw new Forbidden()
  return { scope, person }
}

/** Ends it, also for what is already waiting. Twice is once. The token is the right: no viewer. @throws Forbidden for a link that is none of ours */
export async function unsubscribe(token: string): Promise<void> {
  const { scope, person } = await act(token)
  await setMail(person, reached(person, scope), 'OFF')
}

/** Takes it back: the groups the letter was about come again as they came. @throws Forbidden */
export async function resubscribe(token: string): Promise<void> {
  const { scope, person } = await act(token)
  await setMail(person, scope.groups.filter(group => person.channels[group].mail === 'OFF'), scope.pace)
}
