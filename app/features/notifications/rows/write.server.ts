import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import type { Notable } from '../contract'
import { defaults, type RuleGroup } from '../groups'

export interface Telling extends Notable {
  event: Pick<RecordedEvent, 'id' | 'createdAt'>
  rule: string
  group: RuleGroup
  personIds: readonly number[]
}

/** Seconds a mail at once and a push wait, so that a burst of replies becomes one of each, and what is read meanwhile none. */
const GATHER = 10

const job = (task: string) => `(graphile_worker.add_job('${task}', json_build_object('personId', m.person_id), run_at := now() + interval '${GATHER} seconds',
  job_key := '${task}:' || m.person_id, job_key_mode := 'preserve_run_at', max_attempts := 25)).id::text`

/**
 * One statement however many people and facts: rows with the channels each of them chose, and the jobs for what must not wait. A job exists exactly
 * when its notice does. Who was told of this event already is left as they are.
 */
const insert = `with f as (
    select * from jsonb_to_recordset($1::jsonb) as f(no int, event_id bigint, at timestamptz, rule text, rule_group text, group_key text, about text, audience text, url text, params jsonb, bell bool, mail text, push bool)
  ), made as (
    insert into notice (person_id, event_id, rule, rule_group, group_key, about, audience, url, params, created_at, bell, mail, push)
    select x.person_id, f.event_id, f.rule, f.rule_group, f.group_key, f.about, f.audience, f.url, f.params, f.at, coalesce(c.bell, f.bell), nullif(coalesce(c.mail, f.mail), 'OFF'),
      coalesce(c.push, f.push) and exists (select 1 from push_device d where d.person_id = x.person_id)
    from unnest($2::int[], $3::int[]) as x(person_id, no) join f using (no)
    left join notice_choice c on c.person_id = x.person_id and c.rule_group = f.rule_group order by f.event_id, f.no, x.person_id
    on conflict (person_id, event_id) do nothing returning person_id, bell, mail, push
  ), m as (
    select person_id, bool_or(bell) as bell, bool_or(coalesce(mail = 'NOW', false)) as mails, bool_or(push) as pushes from made group by person_id
  )
  select m.person_id as "personId", m.bell, case when m.mails then ${job('notice_mail')} end as mail_job, case when m.pushes then ${job('notice_push')} end as push_job from m order by m.person_id`

/** @returns whom the bell has something new for */
export async function writeNotices(tellings: readonly Telling[]): Promise<number[]> {
  const facts = tellings.map(({ event, rule, group, groupKey, about, audience, url, params }, no) => ({
    no, event_id: String(event.id), at: event.createdAt, rule, rule_group: group, group_key: groupKey, about, audience, url, params, ...defaults[group],
  }))
  const people = tellings.flatMap((telling, no) => telling.personIds.map(id => [id, no] as const))
  if (people.length === 0) return []
  const made = await sql<{ personId: number; bell: boolean }>('notices-insert', insert,
    [JSON.stringify(facts.filter((_, no) => (tellings[no]?.personIds.length ?? 0) > 0)), people.map(([id]) => id), people.map(([, no]) => no)])
  return made.filter(row => row.bell).map(row => row.personId)
}
