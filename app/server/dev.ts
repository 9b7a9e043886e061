import { existsSync } from 'node:fs'
import path from 'node:path'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express from 'express'
import { generateClient } from './build.ts'
import { openDatabase } from './database.ts'
import type { EmbeddedServer } from './embedded-postgres.ts'
import { areasOf, createHttp, type House } from './main.ts'
import { listen } from './port.ts'
import { Explained, step } from './progress.ts'
import { stopOnSignals } from './shutdown.ts'

// npm run dev: pages, loaders, live rules and consumers reload as they are saved; jobs ask for the newest task each time.
process.env.NODE_ENV ??= 'development'
if (existsSync('.env')) process.loadEnvFile('.env')

let database: EmbeddedServer | null = null
let house: House | null = null
let endVite: (() => Promise<void>) | null = null

async function start(): Promise<void> {
  const { http, use } = createHttp()
  stopOnSignals({
    http,
    house: async () => {
      await house?.stop()
      await endVite?.()
    },
    database: async () => database?.stop(),
  })
  const port = await listen(http, process.env)
  process.env.PORT = String(port)
  await generateClient()
  database = await step('Starting the database', openDatabase, 'The lines above say what is wrong. docs/operating.md lists the usual causes.')
  process.env.DEMO ||= database ? '1' : '0'
  process.env.PAGE_CACHE ||= '0'

  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server: http } } })
  endVite = () => vite.close()
  const load = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  const houseOf = (build: ServerBuild) => build.entry.module as unknown as House

  const first = await load()
  house = houseOf(first)
  const env = house.readEnv()
  const url = process.env.DATABASE_URL ?? ''
  await step('Bringing the database up to date', () => houseOf(first).migrate(url), `Delete ${path.resolve(env.DATA_DIR)} to begin with a new database.`)
  if (env.DEMO) await step('Loading the demonstration data', () => houseOf(first).seedDemo(), 'Start again; a half-loaded set is completed.')
  await house.startLive(http)
  if (env.ROLE !== 'web') await house.startWorker()

  const app = express()
  app.use(vite.middlewares)
  house.configure(app, areasOf(first))
  let current = first
  app.use((request, response, next) => {
    const answer = async () => {
      const build = await load()
      house = houseOf(build)
      if (build !== current) {
        current = build
        await house.startLive(http) // puts new rooms, rules and consumers in place, keeping every connection
      }
      await house.serveWith(createRequestHandler(build, 'development'))({ request, response, requestId: house.requestIdOf(response) })
    }
    answer().catch((error: unknown) => {
      if (error instanceof Error) vite.ssrFixStacktrace(error)
      next(error)
    })
  })
  use(app)
  console.log(`\n  Balai (development): http://${env.HOST}:${port}\n`)
}

try {
  await start()
} catch (error) {
  console.error(error instanceof Explained ? `\n${error.message}\n` : error)
  await house?.stop().catch(() => undefined)
  await endVite?.()
  await database?.stop()
  process.exit(1)
}
