import { existsSync } from 'node:fs'
import { prepareBuild } from './build.ts'
import { openDatabase } from './database.ts'
import type { EmbeddedServer } from './embedded-postgres.ts'
import { createApp, createHttp, loadBuild, type House } from './main.ts'
import { listen } from './port.ts'
import { Explained, step } from './progress.ts'
import { stopOnSignals } from './shutdown.ts'

const began = performance.now()
process.env.NODE_ENV ??= 'production'
if (existsSync('.env')) process.loadEnvFile('.env')

let database: EmbeddedServer | null = null
let house: House | null = null

async function start(): Promise<void> {
  const { http, use } = createHttp()
  stopOnSignals({ http, house: async () => house?.stop(), database: async () => database?.stop() })
  const port = await listen(http, process.env)
  await prepareBuild()
  database = await step('Starting the database', openDatabase, 'The lines above say what is wrong. docs/operating.md lists the usual causes.')
  if (database?.note) console.log(`  ${database.note}`)
  process.env.PORT = String(port)
  process.env.DEMO ||= database ? '1' : '0'
  const built = await loadBuild()
  house = built.house
  const env = house.readEnv()
  const url = process.env.DATABASE_URL ?? ''
  await step('Bringing the database up to date', () => built.house.migrate(url), database ? 'If a migration failed, restore the code that made this data, or start with another DATA_DIR.' : 'Is the server named by DATABASE_URL running (PostgreSQL 16 or newer), and may its account create extensions?')
  const demo = env.DEMO === true
  if (demo) await step('Loading the demonstration data', () => built.house.seedDemo(), 'Start again; a half-loaded set is completed. DEMO=0 leaves it out.')
  await built.house.startLive(env.ROLE === 'worker' ? null : http)
  if (env.ROLE !== 'web') await built.house.startWorker()
  use(createApp(built, env.ROLE))
  await announce(port, env.HOST, demo)
}

async function announce(port: number, host: string, demo: boolean): Promise<void> {
  const shown = process.env.APP_URL ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
  console.log(`\n  Balai: ${shown}   (ready in ${((performance.now() - began) / 1000).toFixed(1)} s, Ctrl-C stops)\n`)
  const accounts = demo && house ? await house.demoAccounts() : []
  if (accounts.length === 0) return
  const width = (pick: (account: (typeof accounts)[number]) => string) => Math.max(...accounts.map(account => pick(account).length))
  const [roles, logins, names] = [width(a => a.role), width(a => a.login), width(a => a.name)]
  console.log('  Demonstration accounts (all people are made up):')
  for (const { role, login, name, password } of accounts) console.log(`    ${role.padEnd(roles)}  ${login.padEnd(logins)}  ${password}  ${name.padEnd(names)}`.trimEnd())
  console.log('')
}

try {
  await start()
} catch (error) {
  console.error(`\n${error instanceof Explained ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  await house?.stop().catch(() => undefined)
  await database?.stop()
  process.exit(1)
}
