import { readFileSync, writeFileSync } from 'node:fs'

/**
 * npm leaves platform builds out of the lock that the registry of the moment does not serve, and `npm ci` then refuses the lock.
 * This names them all. Run after every `npm install`.
 */
interface Entry {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
  resolved?: string
}

const SYSTEMS: [RegExp, string][] = [[/darwin|macos/, 'darwin'], [/win32|windows/, 'win32'], [/android/, 'android'], [/freebsd/, 'freebsd'], [/openbsd/, 'openbsd'], [/netbsd/, 'netbsd'], [/sunos/, 'sunos'], [/aix/, 'aix'], [/openharmony/, 'openharmony'], [/linux/, 'linux']]
const PROCESSORS: [RegExp, string][] = [[/arm64|aarch64/, 'arm64'], [/riscv64/, 'riscv64'], [/mips64el/, 'mips64el'], [/ppc64le|ppc64/, 'ppc64'], [/loong64|loongarch64/, 'loong64'], [/s390x/, 's390x'], [/wasm32/, 'wasm32'], [/ia32|i686/, 'ia32'], [/armv7|[-.]arm([-.]|$)/, 'arm'], [/x64|x86_64/, 'x64']]

/** Where Node would find `name` from the package at `from`; undefined when the lock has it nowhere. */
function resolve(packages: Record<string, Entry>, from: string, name: string): string | undefined {
  for (let base = from; ; base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : '') {
    const key = `${base === '' ? '' : `${base}/`}node_modules/${name}`
    if (packages[key]) return key
    if (base === '') return undefined
  }
}

export function complete(packages: Record<string, Entry>): string[] {
  const added: string[] = []
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolve(packages, from, name)) continue
      const system = SYSTEMS.find(([pattern]) => pattern.test(name))?.[1]
      const processor = PROCESSORS.find(([pattern]) => pattern.test(name))?.[1]
      packages[`node_modules/${name}`] = {
        version: range.replace(/^[\^~]/, ''),
        optional: true,
        ...(entry.dev && { dev: true }),
        ...(system && { os: [system] }),
        ...(processor && { cpu: [processor] }),
        ...(system === 'linux' && /gnu|musl/.test(name) && { libc: [name.includes('musl') ? 'musl' : 'glibc'] }),
      }
      added.push(name)
    }
  }
  return added
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }
  const added = complete(lock.packages)
  for (const entry of Object.values(lock.packages)) delete entry.resolved
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length === 0 ? 'The lock was complete.' : `Added to the lock: ${added.join(', ')}`)
}
