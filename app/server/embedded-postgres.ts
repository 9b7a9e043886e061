import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { choosePlace, type Place } from './postgres-place.ts'

/**
 * The PostgreSQL 18 that npm brought, run as a server of our own: detached, logging to a file, so that Ctrl-C reaches the
 * application first and a killed application does not take the data with it.
 */
export interface EmbeddedServer {
  url: (database: string) => string
  port: number
  /** process id of the server */
  pid: number
  /** true when it was running already */
  adopted: boolean
  note: string | null
  /** Stops the server, unless another process of ours still uses it. */
  stop: () => Promise<void>
  /** Asks it to stop without waiting for it: for a process that must end now. */
  hurry: () => void
}

interface Running { pid: number; port: number; ready: boolean }

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

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

/** Name of a living process's program, or null. */
function programOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    if (existsSync('/proc/self')) return null
    const asked = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
    return asked.status === 0 ? path.basename(asked.stdout.trim()) : null
  }
}

/** The server that runs on this folder, whoever started it. A pid file whose process is gone or is another program does not count. */
export function runningServer(data: string): Running | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n').map(line => line.trim())
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 1 || programOf(pid) !== 'postgres') return null
    return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' }
  } catch {
    return null
  }
}

/** When a process began, so that a number used again is not taken for the old process. */
function beginningOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function alive(pid: number, beginning: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return beginning === '' || beginningOf(pid) === beginning
}

/** The processes of ours that use the server: one small file each. The last one out stops it. */
function users(folder: string) {
  const own = path.join(folder, String(process.pid))
  return {
    enter: () => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(own, beginningOf(process.pid))
    },
    leave: () => rmSync(own, { force: true }),
    others: () => {
      let count = 0
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        const file = path.join(folder, name)
        if (file === own) continue
        if (alive(Number(name), readFileSync(file, 'utf8'))) count += 1
        else rmSync(file, { force: true })
      }
      return count
    },
  }
}

/** Only one process at a time makes or starts a server; one that died holding the lock does not block the next. */
async function alone<T>(lock: string, run: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      writeFileSync(lock, `${process.pid} ${beginningOf(process.pid)}`, { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid = '', beginning = ''] = existsSync(lock) ? readFileSync(lock, 'utf8').split(' ') : []
      if (pid !== '' && !alive(Number(pid), beginning)) rmSync(lock, { force: true })
      else if (i > 600) throw new Error(`Another start holds ${lock} for a minute. If there is none, delete that file.`, { cause: error })
      else await wait(100)
    }
  }
  try {
    return await run()
  } finally {
    rmSync(lock, { force: true })
  }
}

function diskHint(folder: string, said: string): string {
  if (/no space left|disk full|disk quota/i.test(said)) return '\nThe disk is full. Free some space ("df -h" tells where), then start again; nothing that was saved is lost.'
  if (/read-only file system/i.test(said)) return `\n${folder} lies on a read-only file system. Mount it writable, or set DATA_DIR elsewhere.`
  try {
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < 100 * 1024 * 1024) return `\nThe disk is nearly full (${Math.round((bavail * bsize) / 1048576)} MB left). Free some space, then start again.`
  } catch {
    // the folder itself may be what is wrong
  }
  return ''
}

/** Last lines written to `file` since it had `from` bytes. */
const tail = (file: string, from: number, lines: number) => (existsSync(file) ? readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n') : '(no log)')

/**
 * Starts the server on `dir` (made on first use) or adopts the one already running there.
 * @throws Error that says what is wrong and what to do: no account, folder not writable, disk full, or the end of the server's log
 */
export async function startEmbeddedPostgres(dir: string, flags: Record<string, string> = {}): Promise<EmbeddedServer> {
  const place = await choosePlace(dir)
  const base = path.resolve(dir)
  const present = users(`${base}.users`)
  return alone(`${base}.starting`, async () => {
    if (existsSync(path.join(place.data, 'PG_VERSION'))) await ensureSecret(place)
    const server = (await adopt(place)) ?? (await begin(place, `${base}.log`, flags))
    present.enter()
    let stopped = false
    return {
      url: (database: string) => `postgresql://balai:${readFileSync(secretFile(place), 'utf8').trim()}@127.0.0.1:${server.port}/${database}${throughSocket(place, server.port)}`,
      port: server.port, pid: server.pid, adopted: server.adopted, note: place.note,
      stop: async () => {
        if (stopped) return
        stopped = true
        present.leave()
        if (present.others() > 0) return
        await control(place, ['-m', 'fast', '-w', '-t', '20', 'stop'])
        await server.gone
      },
      hurry: () => {
        present.leave()
        if (present.others() === 0 && runningServer(place.data)?.pid === server.pid) process.kill(server.pid, 'SIGINT')
      },
    }
  })
}

/**
 * A socket in the data folder, which only our account enters, costs a query less than half of what the loopback network costs it. Its
 * address may not be longer than about a hundred bytes, so deep folders go without.
 */
const socketFolder = ({ data }: Place): string => (process.platform !== 'win32' && Buffer.byteLength(data) < 80 && !data.includes(',') ? data : '')

const throughSocket = (place: Place, port: number): string =>
  socketFolder(place) !== '' && existsSync(path.join(place.data, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(place.data)}` : ''

function ownOptions({ account }: Place) {
  return { ...account, cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv }
}

function control(place: Place, args: readonly string[]): Promise<void> {
  return new Promise(resolve => {
    const child = spawn(place.binaries.pg_ctl, ['-D', place.data, ...args], { ...ownOptions(place), stdio: 'ignore' })
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
}

interface Begun {
  pid: number
  port: number
  adopted: boolean
  /** once the process has ended and been taken note of, so that it does not stay as a zombie */
  gone: Promise<unknown>
}

async function adopt(place: Place): Promise<Begun | null> {
  if (!runningServer(place.data)) return null
  for (let i = 0; i < 100 && runningServer(place.data)?.ready === false; i++) await wait(100)
  const running = runningServer(place.data)
  if (running?.ready) return { pid: running.pid, port: running.port, adopted: true, gone: Promise.resolve() }
  await control(place, ['-m', 'fast', '-w', '-t', '20', 'stop'])
  return null
}

/** The server listens for the whole machine, so its password is made once and only our account may read it. */
const secretFile = (place: Place) => `${place.data}.secret`

function makeSecret(place: Place): string {
  const password = randomBytes(18).toString('base64url')
  writeFileSync(secretFile(place), `${password}\n`, { mode: 0o600 })
  chmodSync(secretFile(place), 0o600)
  return password
}

/**
 * A database without its secret (made by an older version, or the file was lost) gets a new one: whoever may write the folder owns it.
 * PostgreSQL runs by itself for that one statement, heard by nobody. A secret that is there is left alone.
 */
async function ensureSecret(place: Place): Promise<void> {
  if (existsSync(secretFile(place))) return
  if (runningServer(place.data)) await control(place, ['-m', 'fast', '-w', '-t', '20', 'stop'])
  const password = makeSecret(place)
  const input = `set password_encryption = 'scram-sha-256';\nalter role balai password '${password}';\n`
  const done = spawnSync(place.binaries.postgres, ['--single', '-D', place.data, 'postgres'], { ...ownOptions(place), input, encoding: 'utf8' })
  if (done.status !== 0 || /ERROR|FATAL/.test(done.stderr)) {
    rmSync(secretFile(place), { force: true })
    throw new Error(`${secretFile(place)} is missing and the database could not be given a new password:\n${done.stderr}\nPut the file back if there is a copy of it.`)
  }
  onlyByPassword(place)
}

/** Older versions let every account of the machine in. */
function onlyByPassword({ data }: Place): void {
  const file = path.join(data, 'pg_hba.conf')
  const rules = readFileSync(file, 'utf8')
  const closed = rules.replace(/^((?:local|host)\s.*?)\b(?:trust|password|md5)\s*$/gm, '$1scram-sha-256')
  if (closed !== rules) writeFileSync(file, closed)
}

function initialise(place: Place): void {
  const password = makeSecret(place)
  const secret = `${place.data}.pw`
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (place.account.uid !== undefined) chownSync(secret, place.account.uid, place.account.gid ?? place.account.uid)
  const settings = ['--auth=scram-sha-256', '--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=id-ID', '--data-checksums']
  const made = spawnSync(place.binaries.initdb, ['-D', place.data, '-U', 'balai', '--pwfile', secret, ...settings], { ...ownOptions(place), encoding: 'utf8' })
  rmSync(secret, { force: true })
  if (made.status === 0) return
  const said = `${made.stderr}${made.error?.message ?? ''}`
  // a folder half made would be taken for a database the next time
  for (const name of existsSync(place.data) ? readdirSync(place.data) : []) rmSync(path.join(place.data, name), { recursive: true, force: true })
  throw new Error(`The database could not be made in ${place.data}:\n${said}${diskHint(place.data, said)}`)
}

/**
 * For one small machine that the portal shares. What was acknowledged survives a crash (fsync and synchronous_commit stay on, and full
 * pages are written); the rest saves work: fewer checkpoints, a log made smaller, a disk that jumps as easily as it walks.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1', max_connections: '100', jit: 'off', fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on',
  shared_buffers: '256MB', effective_cache_size: '1GB', work_mem: '8MB', maintenance_work_mem: '128MB', random_page_cost: '1.1', effective_io_concurrency: '64',
  checkpoint_timeout: '15min', checkpoint_completion_target: '0.9', max_wal_size: '2GB', min_wal_size: '128MB', wal_compression: 'pglz', wal_buffers: '16MB',
  autovacuum_vacuum_scale_factor: '0.05', autovacuum_analyze_scale_factor: '0.05', max_parallel_workers_per_gather: '1',
}

async function begin(place: Place, logFile: string, flags: Record<string, string>, tries = 40): Promise<Begun> {
  const { data } = place
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(place)
  const port = await freePort()
  const log = openSync(logFile, 'a')
  const before = fstatSync(log).size
  const settings = { ...SETTINGS, unix_socket_directories: socketFolder(place), ...flags }
  const child = spawn(place.binaries.postgres, ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])], { ...ownOptions(place), detached: true, stdio: ['ignore', log, log] })
  let failure: Error | undefined
  child.once('error', error => { failure = error })
  const gone = Promise.race([new Promise(resolve => child.once('exit', resolve)), new Promise(resolve => child.once('error', resolve))])
  child.unref()
  closeSync(log)
  for (let i = 0; i < 640; i++) {
    await wait(i < 40 ? 15 : 100)
    const running = runningServer(data)
    if (running?.ready && running.pid === child.pid) return { pid: running.pid, port, adopted: false, gone }
    if (child.exitCode !== null || child.signalCode !== null || failure) break
  }
  const said = tail(logFile, before, 12)
  // after a server was killed its helpers hold the shared memory until they have noticed
  if (tries > 1 && /pre-existing shared memory block .* is still in use/.test(said)) return wait(250).then(() => begin(place, logFile, flags, tries - 1))
  throw new Error(`The embedded PostgreSQL did not start.${failure ? ` ${failure.message}` : ''} Its log (${logFile}) ends:\n${said}${diskHint(data, said)}`)
}
