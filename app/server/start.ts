import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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

/** What a stop has to end, also one that comes in the middle of the start. */
const open: { database?: Promise<EmbeddedServer | null>; server?: EmbeddedServer | null; house?: House } = {}
const endHouse = async () => open.house?.stop()
const endDatabase = async () => (await open.database?.catch(() => null))?.stop()

async function start(): Promise<void> {
  const { http, use } = createHttp()
  stopOnSignals({ http, house: endHouse, database: endDatabase, hurry: () => open.server?.hurry() })
  const port = await listen(http, process.env)
  await prepareBuild()
  open.database = step('Starting the database', openDatabase, 'docs/operating.md lists the usual causes under "It does not start".')
  const database = (open.server = await open.database)
  if (database?.note) console.log(`  ${database.note}`)
  process.env.PORT = String(port)
  process.env.DEMO ||= database ? '1' : '0'
  const built = await loadBuild()
  const { house } = built
  const env = house.readEnv()
  open.house = house
  await step('Bringing the database up to date', () => house.migrate(process.env.DATABASE_URL ?? ''), database
    ? 'If a migration failed, restore the code that made this data, or start with another DATA_DIR.'
    : 'Is the server named by DATABASE_URL running (PostgreSQL 16 or newer), and may its account create extensions?')
  if (env.DEMO) await step('Loading the demonstration data', () => house.seedDemo(), 'Start again; DEMO=0 leaves it out.')
  await house.startLive(env.ROLE === 'worker' ? null : http)
  if (env.ROLE !== 'web') await house.startWorker()
  use(createApp(built, env.ROLE), house.takesLarge)
  await announce(house, port, env.HOST, env.DEMO === true)
}

async function announce(house: House, port: number, host: string, demo: boolean): Promise<void> {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  console.log(`\n  Balai: ${process.env.APP_URL || `http://${name}:${port}`}   (ready in ${((performance.now() - began) / 1000).toFixed(1)} s, Ctrl-C stops)\n`)
  const accounts = demo ? await house.demoAccounts() : []
  if (accounts.length === 0) return
  const widest = (field: 'role' | 'login' | 'password') => Math.max(...accounts.map(account => account[field].length))
  const [role, login, password] = [widest('role'), widest('login'), widest('password')]
  console.log('  Demonstration accounts (all people are made up):')
  for (const account of accounts) console.log(`    ${account.role.padEnd(role)}  ${account.login.padEnd(login)}  ${account.password.padEnd(password)}  ${account.name}`)
  console.log('')
}

/** What the start needed and nobody needs any more (sources, the seed) goes back to the machine at once, not under the first load. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

try {
  await start()
  giveBackMemory()
} catch (error) {
  console.error(`\n${error instanceof Explained ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  await endHouse().catch(() => undefined)
  await endDatabase().catch(() => undefined)
  process.exit(1)
}
