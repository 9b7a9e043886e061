import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { sql } from '~/platform/db/db.server'
import { mayRead } from '~/platform/viewer'
import type { Line } from './digest'
import { canAsk, subjectsOf } from './given.server'
import { isGroup } from './groups'
import { levelFor, mayLeave, type WatchLevel } from './policy'
import type { Reachable } from './rows/person.server'

export interface Waiting {
  id: string
  rule: string
  rule_group: string
  group_key: string
  about: string
  audience: string
  url: string
  params: { name?: string; title?: string }
  at: number
}

export const waitingColumns = 'id::text, rule, rule_group, group_key, about, audience, url, params, (extract(epoch from created_at) * 1000)::float8 as at'

export interface StandingLine extends Line {
  id: string
  audience: string
}

async function levelsNow(personId: number, targets: readonly string[]): Promise<Map<string, WatchLevel>> {
  if (targets.length === 0) return new Map()
  const rows = await sql<{ target: string; level: WatchLevel }>('watch-levels-now', 'select target, level::text as level from watch where person_id = $1 and target = any($2)', [personId, [...new Set(targets)]])
  return new Map(rows.map(row => [row.target, row.level]))
}

/**
 * What of these may still be told to this person by `channel`, with the words as they stand now. Asked again every time something is about to
 * leave the house: the right to read, whether the thing stands and is shown, what was muted and which channels were switched off meanwhile.
 */
export async function standingLines(person: Reachable, waiting: readonly Waiting[], channel: 'mail' | 'push' | 'any'): Promise<StandingLine[]> {
  const viewer = (await viewersOfPeopleUnscoped([person.personId])).get(person.personId)
  if (!viewer || waiting.length === 0) return []
  const subjects = await subjectsOf(waiting.map(one => one.about))
  const levels = await levelsNow(person.personId, [...subjects.values()].flatMap(subject => (subject.targets ?? []).flat()))
  const lines: StandingLine[] = []
  for (const one of waiting) {
    const group = isGroup(one.rule_group) ? one.rule_group : 'direct'
    const chosen = person.channels[group]
    const subject = subjects.get(one.about)
    const now = subject
      ? { reads: mayRead(viewer, subject.audience), blocked: subject.authorId !== undefined && viewer.blocks.includes(subject.authorId), level: levelFor(subject.targets ?? [], levels) }
      : canAsk(one.about) ? 'gone' as const : null
    const wanted = channel === 'mail' ? chosen.mail !== 'OFF' : channel === 'any' || chosen.push
    if (!mayLeave({ wanted, reads: mayRead(viewer, one.audience), subject: now })) continue
    lines.push({
      // what is told to one person is theirs alone, whoever may read the thing
      id: one.id, rule: one.rule, group, groupKey: one.group_key, audience: one.audience.startsWith('user:') ? one.audience : (subject?.audience ?? one.audience), title: subject?.title ?? one.params.title ?? '', url: subject?.url ?? one.url,
      name: one.params.name ?? subject?.name ?? '', text: typeof subject?.text === 'function' ? subject.text(person) : (subject?.text ?? ''), at: one.at,
    })
  }
  return lines
}
