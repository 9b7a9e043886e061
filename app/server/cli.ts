import { existsSync } from 'node:fs'
import { prepareBuild } from './build.ts'
import { openDatabase } from './database.ts'
import { loadBuild } from './main.ts'
import { Explained, step } from './progress.ts'

// npm run seed, staff:import, search:reindex: `node app/server/cli.ts <command> [arguments]`, beside a running portal or alone.
process.env.NODE_ENV ??= 'production'
process.env.LOG_LEVEL ??= 'warn'
if (existsSync('.env')) process.loadEnvFile('.env')

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2)
  await prepareBuild()
  const database = await step('Starting the database', openDatabase, 'The lines above say what is wrong. docs/operating.md lists the usual causes.')
  try {
    const { house } = await loadBuild()
    try {
      house.readEnv()
      const command = house.commands[name]
      if (!command) throw new Explained(`There is no command "${name}". There are: ${Object.keys(house.commands).sort().join(', ')}.`)
      await step('Bringing the database up to date', () => house.migrate(process.env.DATABASE_URL ?? ''), 'Is the code the one that made this data?')
      return (await command(args, line => console.log(line))) ?? 0
    } finally {
      await house.stop()
    }
  } finally {
    await database?.stop()
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
try {
  process.exit(await main())
} catch (error) {
  console.error(error instanceof Explained ? `\n${error.message}\n` : error)
  process.exit(1)
}
