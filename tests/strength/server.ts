import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runningServer } from '../../app/server/embedded-postgres.ts'

export interface Ended { code: number | null; signal: NodeJS.Signals | null }

/** The built portal as a process that a test may treat badly. */
export interface Server {
  url: string
  port: number
  pid: number
  /** everything it wrote to its terminal so far */
  said: () => string
  ended: Promise<Ended>
  kill: (signal: NodeJS.Signals) => Promise<Ended>
}

export const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Asks until the answer is something. @throws Error naming `what` after `ms` */
export async function until<T>(what: string, ask: () => T | null | undefined | false | Promise<T | null | undefined | false>, ms = 60_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await wait(50)) {
    const found = await ask()
    if (found) return found
  }
  throw new Error(`${what}: not in ${ms / 1000} s`)
}

export const databaseOf = (dataDir: string) => runningServer(path.join(dataDir, 'postgres'))

/** Where the portal on this data keeps what people write, for a test that looks for itself. The database must be running. */
export function databaseUrl(dataDir: string, port = databaseOf(dataDir)?.port): string {
  const secret = readFileSync(path.join(dataDir, 'postgres.secret'), 'utf8').trim()
  return `postgresql://balai:${secret}@127.0.0.1:${port}/balai`
}

/** The way a power cut ends a database: no last words, a recovery at the next start. */
export async function cutDatabase(dataDir: string): Promise<void> {
  const running = databaseOf(dataDir)
  if (!running) return
  process.kill(running.pid, 'SIGQUIT')
  await until('the database is gone', () => databaseOf(dataDir) === null)
}

/** A folder for the data of a portal. The account that runs the database must be able to pass through. */
export function makeHome(): { dataDir: string; remove: () => Promise<void> } {
  const home = mkdtempSync(path.join(tmpdir(), 'balai-strength-'))
  chmodSync(home, 0o711)
  const dataDir = path.join(home, 'data')
  return {
    dataDir,
    remove: async () => {
      await cutDatabase(dataDir)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Starts the process and gives it back at once, whatever becomes of it. */
export function launch(settings: Record<string, string>, account: { uid?: number; gid?: number } = {}) {
  const { DATABASE_URL: _database, APP_URL: _address, PORT: _port, HOST: _host, DATA_DIR: _data, ...inherited } = process.env
  const child = spawn(process.execPath, ['app/server/start.ts'], {
    env: { ...inherited, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DEMO: '1', LOG_LEVEL: 'warn', DEBUG_HEADERS: '1', SKIP_RATE_LIMITS: '1', PAGE_CACHE: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'], ...account,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said += piece.toString('utf8') })
  const leave = () => void child.kill('SIGKILL')
  process.once('exit', leave)
  const ended = new Promise<Ended>(resolve => child.once('close', (code, signal) => {
    process.off('exit', leave)
    resolve({ code, signal })
  }))
  return { child, ended, said: () => said }
}

/** @throws Error with what it said when it ends, or is not ready in two minutes */
export async function startServer(settings: Record<string, string>): Promise<Server> {
  const { child, ended, said } = launch(settings)
  const url = await until('the portal is ready', () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The portal did not start:\n${said().slice(-4_000)}`)
    return /Balai: (http:\/\/\S+)/.exec(said())?.[1]
  }, 120_000)
  return {
    url, port: Number(new URL(url).port), pid: child.pid ?? 0, said, ended,
    kill: signal => {
      child.kill(signal)
      return ended
    },
  }
}

/** What a server must never have to say: an error line of its log, or a promise nobody caught. */
export const complaints = (said: string) => said.split('\n').filter(line => /"level":(50|60)/.test(line) || /unhandled|uncaught/i.test(line))
