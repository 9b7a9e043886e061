import type { CommandContribution, DemoAccount } from '~/platform/command'
import { pool } from '~/platform/db/db.server'
import { commands as fromRooms } from '~/registry.server'
import { demoAccounts as accounts } from '../prisma/seed/accounts'

/** Accounts of the demonstration data, one per role. */
export const demoAccounts = (): Promise<readonly DemoAccount[]> => Promise.resolve(accounts)

/** Loads the demonstration data once; a database that already has people is left alone. The seed itself is only read when it is needed. */
export async function seedDemo(): Promise<void> {
  const { rowCount } = await pool.query(`select 1 from setting where key = 'demo' and value->>'indexed' = 'true'`)
  if (rowCount) return
  const seed = await import('../prisma/seed')
  await seed.seedDemo()
}

const seed: CommandContribution['run'] = async (args, say) => (await import('../prisma/seed')).seedCommand.run(args, say)

/** Commands by name, for `app/server/cli.ts`. */
export const commands: Readonly<Record<string, CommandContribution['run']>> = { seed, ...Object.fromEntries(fromRooms.map(command => [command.name, command.run])) }
