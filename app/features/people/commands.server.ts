import { readFile } from 'node:fs/promises'
import type { CommandContribution } from '~/platform/command'
import { Invalid } from '~/platform/errors'
import { translator } from '~/platform/i18n/words'
import { applyPlan } from './import/apply.server'
import { columnTitle } from './import/columns'
import { outcomes } from './import/outcomes'
import { planStaffFile } from './staff-import.server'

/** `staff:import FILE [--dry-run | --apply]`. Without a flag it only shows what would happen. @returns the exit code */
async function importStaff(args: readonly string[], say: (line: string) => void): Promise<number> {
  const t = translator('id', 'people')
  const file = args.find(arg => !arg.startsWith('--'))
  const apply = args.includes('--apply')
  if (!file || (apply && args.includes('--dry-run'))) {
    say(t('command.usage'))
    return 2
  }
  try {
    const { planned, summary, known } = await planStaffFile(await readFile(file))
    for (const one of planned) for (const problem of one.problems) {
      const near = problem.near?.length ? ` ${t('import.near', { names: problem.near.join('; ') })}` : ''
      say(`${t('import.line', { row: one.row })} ${one.name} · ${problem.column ? `${columnTitle(problem.column)}: ` : ''}${t(`import.problem.${problem.code}`, { value: problem.value ?? '' })}${near}`)
    }
    for (const outcome of outcomes) say(`${t(`import.outcome.${outcome}`)}: ${summary.counts[outcome] ?? 0}`)
    if (summary.ignored.length > 0) say(t('import.ignored', { columns: summary.ignored.join(', ') }))
    if (!apply) {
      say(t('command.dryRun'))
      return 0
    }
    await applyPlan(planned, known.slugs, null, done => {
      say(t('command.progress', { done, total: planned.length }))
      return Promise.resolve()
    })
    say(t('command.applied'))
    return 0
  } catch (error) {
    if (error instanceof Invalid) say(`${t(error.fields.form?.[0] ?? 'errors.sheet.csv')} ${(error.fields.columns ?? []).join(', ')}`)
    else if ((error as { code?: string }).code === 'ENOENT') say(t('command.noFile', { file }))
    else throw error
    return 1
  }
}

export const peopleCommands: readonly CommandContribution[] = [{ name: 'staff:import', run: importStaff }]
