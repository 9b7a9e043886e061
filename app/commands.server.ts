import type { CommandContribution, DemoAccount } from '~/platform/command'
import { commands as fromRooms } from '~/registry.server'

interface Seed {
  demoAccounts: readonly DemoAccount[]
  seedDemo: () => Promise<void>
  seedCommand: CommandContribution
}

const load = import.meta.glob<Seed>('../prisma/seed.ts')['../prisma/seed.ts']

/** Accounts of the demonstration data, one per role; empty where there is none. */
export const demoAccounts = async (): Promise<readonly DemoAccount[]> => (load ? (await load()).demoAccounts : [])

/** Loads the demonstration data once; a database that already has people is left alone. */
export const seedDemo = async (): Promise<void> => { if (load) await (await load()).seedDemo() }

/** Commands by name, for `app/server/cli.ts`. */
export const commands: Readonly<Record<string, CommandContribution['run']>> = {
  ...Object.fromEntries(fromRooms.map(command => [command.name, command.run])),
  ...(load && { seed: async (args, say) => (await load()).seedCommand.run(args, say) }),
}
