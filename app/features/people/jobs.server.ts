import { sql } from '~/platform/db/db.server'
import { removeFile } from '~/platform/files/files.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import { writeLetter } from './letters.server'
import { checkStaffImport, runStaffImport } from './staff-import.server'

/** Removes what has no use any more: old links and sessions, forgotten devices, spent counters, files of imports nobody applied. */
export async function sweepAccounts(): Promise<void> {
  await sql('sweep-tokens', "delete from account_token where expires_at < now() - interval '30 days'")
  await sql('sweep-sessions', "delete from session where coalesce(revoked_at, expires_at) < now() - interval '90 days'")
  await sql('sweep-devices', "delete from known_device where seen_at < now() - interval '400 days'")
  await sql('sweep-limits', 'delete from rate_limit where expire < extract(epoch from now()) * 1000')
  const stale = await sql<{ storage_key: string }>('sweep-imports', `update staff_import i set storage_key = '', state = 'FAILED', error = '{"key":"people:errors.sheet.old","columns":[]}'
    from staff_import before where before.id = i.id and i.storage_key <> '' and i.state <> 'APPLYING' and i.created_at < now() - interval '30 days' returning before.storage_key`)
  for (const { storage_key } of stale) await removeFile(storage_key).catch(() => undefined)
}

export const peopleJobs: JobContribution = {
  tasks: { people_letter: writeLetter, staff_import_check: checkStaffImport, staff_import_apply: runStaffImport, people_sweep: sweepAccounts },
  cron: ['20 19 * * * people_sweep'],
}
