import { transaction } from '~/platform/db/db.server'
import { recordEvents } from '~/platform/events/events.server'
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

export const knowledgeJobs: JobContribution = {
  tasks: {
    remind_article_checks: async () => { await remindOfChecks() },
    read_material: (job: { materialId: number; version: number }) => readMaterial(job),
  },
  cron: ['10 1 * * * remind_article_checks'],
}
