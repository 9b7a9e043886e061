import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A whole portal for a test run: built, on a port and data of its own, with the demonstration data. */
export interface Portal {
  url: string
  /** everything it said, its log included */
  log: string
  dataDir: string
  pid: number
  stop: () => Promise<void>
}

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

function killGroupOf(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // it has gone already
  }
}

/** What was left running on the data, should the portal have been killed before it could stop it. */
export function killDatabase(dataDir: string): void {
  try {
    const pid = Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres') process.kill(pid, 'SIGQUIT')
  } catch {
    // there is none
  }
}

/** As `npm start` starts it, so that what is measured here is what runs there. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' exec node ')[1]?.split(' ') ?? []
}

/**
 * @param settings environment beside the usual one, which puts rate limits off because all tests come from one address
 * @throws Error with the end of its log when it is not ready in four minutes
 */
export async function startPortal(settings: Record<string, string> = {}): Promise<Portal> {
  const home = mkdtempSync(path.join(tmpdir(), 'balai-portal-'))
  chmodSync(home, 0o711)
  const dataDir = path.join(home, 'data')
  const log = path.join(home, 'portal.log')
  const { DATABASE_URL: _database, APP_URL: _address, PORT: _port, HOST: _host, ...inherited } = process.env
  const child = spawn(process.execPath, startArguments(), {
    env: { ...inherited, NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn', DEBUG_HEADERS: '1', SKIP_RATE_LIMITS: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  })
  const file = createWriteStream(log)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      if (said.length < 100_000) said += piece.toString('utf8')
      file.write(piece)
    })
  }
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const abandon = () => {
    killGroupOf(child, 'SIGKILL')
    killDatabase(dataDir)
  }
  process.once('exit', abandon)
  const stop = async () => {
    killGroupOf(child, 'SIGTERM')
    await Promise.race([gone, wait(20_000)])
    process.off('exit', abandon)
    abandon()
    file.end()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  const until = Date.now() + 240_000
  while (child.exitCode === null && Date.now() < until) {
    const url = /Balai: (http:\/\/\S+)/.exec(said)?.[1]
    if (url) return { url, log, dataDir, pid: child.pid ?? 0, stop }
    await wait(50)
  }
  await stop()
  throw new Error(`The portal did not start:\n${said.slice(-4_000)}`)
}
