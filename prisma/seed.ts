import type { CommandContribution } from '~/platform/command'
import { bulkSeed, readBulkArgs } from './seed/bulk/bulk'

export { demoAccounts } from './seed/accounts'
export { seedDemo } from './seed/demo'

/** `npm run seed -- --topics 2000 --posts 40000 --people 500 --seed 7 --long 10000` */
export const seedCommand: CommandContribution = {
  name: 'seed',
  run: async (args, say) => {
    const wanted = readBulkArgs(args)
    if (typeof wanted === 'string') {
      say(wanted)
      return 1
    }
    await bulkSeed(wanted, say)
    return 0
  },
}
