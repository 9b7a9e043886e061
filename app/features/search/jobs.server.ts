import { transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { enqueue, type JobContribution } from '~/platform/jobs/jobs.server'
import type { SearchSource } from '~/platform/search/source.server'
import { hasRole, type Member } from '~/platform/viewer'
import { mendWordIndexes } from './engines/postgres-fill.server'
import { forgetGaps } from './gaps.server'
import { checkMeili, pushPending } from './push.server'
import { reindexAll } from './sources.server'

/** Pushes to Meilisearch what it does not know yet, looks after its settings, and rebuilds when asked. */
export function searchJobs(sources: readonly SearchSource[]): JobContribution {
  return {
    tasks: {
      search_push: async () => { await pushPending() },
      search_check: async () => {
        await mendWordIndexes()
        await checkMeili()
      },
      search_forget_gaps: async () => { await forgetGaps() },
      search_reindex: async () => { await reindexAll(sources) },
    },
    cron: ['* * * * * search_push ?max=1', '*/5 * * * * search_check ?max=1', '40 2 * * * search_forget_gaps ?max=1'],
  }
}

/** Asks for new indexes; the work is done by a worker. @throws Forbidden for all but administrators */
export async function askReindex(viewer: Member): Promise<void> {
  if (!hasRole(viewer, 'ADMINISTRATOR')) throw new Forbidden('officersOnly')
  await transaction(tx => enqueue(tx, 'search_reindex', {}, { key: 'search_reindex', maxAttempts: 2 }))
}
