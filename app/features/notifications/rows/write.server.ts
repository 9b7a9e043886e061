import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import type { Notable } from '../contract'
import { defaults, type RuleGroup } from '../groups'

export interface Telling extends Notable {
  rule: string
  group: RuleGroup
  personIds: readonly number[]
}

/** Seconds a mail at once and a push wait, so that a burst of replies becomes one of each, and what is read meanwhile none. */
const GATHER = 10

const job = (task: string) => `(graphile_worker.add_job('${task}', json_build_object('personId', m.person_id), run_at := now() + interval '${GATHER} seconds',
  job_key := '${task}:' || m.person_id, job_key_mode := 'preserve_run_at', max_attempts := 25)).id::text`

/**
 * One statement however many people: rows with the channels each of them chose, and the jobs for what must not wait. A job exists exactly
 * when its notice does. Who was told of this event already is left as they are.
 */
const insert = `with f as (
    select * from jsonb_to_recordset($3::jsonb) as f(no int, rule text, rule_group text, group_key text, about text, audience text, url text, params jsonb, bell bool, mail text, push bool)
  ), made as (
    insert into notice (person_id, event_id, rule, rule_group, group_key, about, audience, url, params, created_at, bell, mail, push)
    select x.person_id, $1, f.rule, f.rule_group, f.group_key, f.about, f.audience, f.url, f.params, $2, coalesce(c.bell, f.bell), nullif(coalesce(c.mail, f.mail), 'OFF'),
      coalesce(c.push, f.push) and exists (select 1 from push_device d where d.person_id = x.person_id)
    from unnest($4::int[], $5::int[]) as x(person_id, no) join f using (no)
    left join notice_choice c on c.person_id = x.person_id and c.rule_group = f.rule_group
    on conflict (person_id, event_id) do nothing returning person_id, bell, mail, push
  )
  select m.person_id as "personId", m.bell, case when m.mail = 'NOW' then ${job('notice_mail')} end as mail_job, case when m.push then ${job('notice_push')} end as push_job from made m`

/** @returns whom the bell has something new for */
export async function writeNotices(event: RecordedEvent, tellings: readonly Telling[]): Promise<number[]> {
  const facts = tellings.map(({ rule, group, groupKey, about, audience, url, params }, no) => ({
    no, rule, rule_group: group, group_key: groupKey, about, audience, url, params, ...defaults[group],
  }))
  const people = tellings.flatMap((telling, no) => telling.personIds.map(id => [id, no] as const))
  if (people.length === 0) return []
  const made = await sql<{ personId: number; bell: boolean }>('notices-insert', insert,
    [event.id, event.createdAt, JSON.stringify(facts), people.map(([id]) => id), people.map(([, no]) => no)])
  return made.filter(row => row.bell).map(row => row.personId)
}
