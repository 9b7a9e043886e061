import { transaction } from '~/platform/db/db.server'
import { recordEvent, recordEvents } from '~/platform/events/events.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import './events'
import { readMaterial } from './materials-reading.server'

/** Days before the day of the check on which its owner is reminded. */
export const REMIND_DAYS = 14

/**
 * Reminds every owner once before the day of the next check and once when it is over. `reminded_for` is that day after the first, the day after it
 * after the second; a new day of check starts over. @returns how many were told of
 */
export async function remindOfChecks(): Promise<number> {
  return transaction(async tx => {
    const rows = await tx.$queryRaw<{ articleId: number; by: string; overdue: boolean }[]>`
      with due as (
        select id, check_by, check_by < current_date as overdue from article
        where approved is not null and obsolete_at is null and binned_at is null and check_by <= current_date + ${REMIND_DAYS}::int
          and (reminded_for is null or reminded_for not between check_by and check_by + 1 or (check_by < current_date and reminded_for = check_by))
        order by id limit 1000 for update skip locked
      )
      update article a set reminded_for = case when due.overdue then due.check_by + 1 else due.check_by end from due where a.id = due.id
      returning a.id as "articleId", to_char(due.check_by, 'YYYY-MM-DD') as by, due.overdue`
    await recordEvents(tx, 'knowledge.article.due', rows, null)
    return rows.length
  })
}

/**
 * Asks the head of a unit, once, who takes the pages of somebody who left or works elsewhere now; with one list for each of them.
 * The nearest unit upwards with another head is asked. @returns how many people's pages were asked about
 */
export async function askForOwners(): Promise<number> {
  return transaction(async tx => {
    const rows = await tx.$queryRaw<{ ownerId: number; unitId: number; headId: number; articleIds: number[] }[]>`
      with gone as (
        select a.id, a.owner_id, a.owner_unit_id from article a join person p on p.id = a.owner_id
        where a.binned_at is null and a.handover_asked_at is null and a.owner_unit_id is not null and (p.closed_at is not null or p.unit_id is distinct from a.owner_unit_id)
        order by a.id limit 1000 for update of a skip locked
      ), asked as (
        select g.id, g.owner_id, g.owner_unit_id, (select h.head_id from org_unit u cross join lateral unnest(u.path) with ordinality as w(id, depth) join org_unit h on h.id = w.id
          where u.id = g.owner_unit_id and h.head_id is not null and h.head_id <> g.owner_id order by w.depth desc limit 1) as head_id from gone g
      ), marked as (
        update article a set handover_asked_at = now() from asked where a.id = asked.id and asked.head_id is not null returning a.id
      )
      select asked.owner_id as "ownerId", asked.owner_unit_id as "unitId", asked.head_id as "headId", array_agg(asked.id order by asked.id) as "articleIds"
      from asked join marked on marked.id = asked.id group by asked.owner_id, asked.owner_unit_id, asked.head_id`
    for (const row of rows) await recordEvent(tx, 'knowledge.articles.orphaned', row, null)
    return rows.length
  })
}

export const knowledgeJobs: JobContribution = {
  tasks: {
    ask_for_owners: async () => { await askForOwners() },
    remind_article_checks: async () => { await remindOfChecks() },
    read_material: (job: { materialId: number; version: number }) => readMaterial(job),
  },
  cron: ['10 1 * * * remind_article_checks', '*/10 * * * * ask_for_owners ?max=1'],
}
