import { existsSync } from 'node:fs'
import path from 'node:path'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express from 'express'
import { generateClient } from './build.ts'
import { openDatabase } from './database.ts'
import type { EmbeddedServer } from './embedded-postgres.ts'
import { areasOf } from './areas.ts'
import { createHttp, type House } from './main.ts'
import { listen } from './port.ts'
import { Explained, step } from './progress.ts'
import { stopOnSignals } from './shutdown.ts'

// npm run dev: pages, loaders, live rules and consumers reload as they are saved; jobs ask for the newest task each time.
process.env.NODE_ENV ??= 'development'
if (existsSync('.env')) process.loadEnvFile('.env')

const open: { database?: Promise<EmbeddedServer | null>; server?: EmbeddedServer | null; house?: House; vite?: { close: () => Promise<void> } } = {}
const endHouse = async () => {
  await open.house?.stop()
  await open.vite?.close()
}
const endDatabase = async () => (await open.database?.catch(() => null))?.stop()
const houseOf = (build: ServerBuild) => build.entry.module as unknown as House

async function start(): Promise<void> {
  const { http, use } = createHttp()
  stopOnSignals({ http, house: endHouse, database: endDatabase, hurry: () => open.server?.hurry() })
  const port = await listen(http, process.env)
  await generateClient()
  open.database = step('Starting the database', openDatabase, 'docs/operating.md lists the usual causes under "It does not start".')
  process.env.PORT = String(port)
  open.server = await open.database
  process.env.DEMO ||= open.server ? '1' : '0'
  process.env.PAGE_CACHE ||= '0'

  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server: http } } })
  open.vite = vite
  const load = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild

  let current = await load()
  const first = houseOf(current)
  const env = first.readEnv()
  open.house = first
  await step('Bringing the database up to date', () => first.migrate(process.env.DATABASE_URL ?? ''), `Delete ${path.resolve(env.DATA_DIR, 'postgres')} to begin with a new database.`)
  if (env.DEMO) await step('Loading the demonstration data', () => first.seedDemo(), 'Start again; DEMO=0 leaves it out.')
  await first.startLive(http)
  if (env.ROLE !== 'web') await first.startWorker()

  const app = express()
  app.use(vite.middlewares)
  first.configure(app, areasOf(current))
  app.use((request, response, next) => {
    const answer = async () => {
      const build = await load()
      const house = houseOf(build)
      if (build !== current) {
        current = build
        open.house = house
        await house.startLive(http) // puts new rooms, rules and consumers in place, keeping every connection
      }
      await house.serveWith(createRequestHandler(build, 'development'))({ request, response, requestId: house.requestIdOf(response) })
    }
    answer().catch((error: unknown) => {
      if (error instanceof Error) vite.ssrFixStacktrace(error)
      next(error)
    })
  })
  use(app, first.takesLarge)
  console.log(`\n  Balai (development): http://${env.HOST}:${port}\n`)
}

try {
  await start()
} catch (error) {
  console.error(error instanceof Explained ? `\n${error.message}\n` : error)
  await endHouse().catch(() => undefined)
  await endDatabase().catch(() => undefined)
  process.exit(1)
}
