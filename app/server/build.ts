import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { BUILD_INPUTS, hashOf, SCHEMA_INPUTS, stamp, stamped } from './inputs.ts'
import { Explained, step } from './progress.ts'

const CLIENT_STAMP = 'app/generated/prisma/.made-from'
const BUILD_STAMP = 'build/.made-from'
const REINSTALL = 'Run "npm ci" and try again. If it still fails, the lines above say what the tool complained about.'

/** What a tool said, without the long list of files it read. */
function gist(said: string): string {
  const lines = (said.split('watchFiles:')[0] ?? '').trimEnd().split('\n')
  return lines.length <= 40 ? lines.join('\n') : [...lines.slice(0, 10), '…', ...lines.slice(-30)].join('\n')
}

/** Runs a tool of ours and gives its output only when it fails. It ends with us. */
export function run(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => said.push(piece))
    child.stderr.on('data', (piece: Buffer) => said.push(piece))
    const end = () => child.kill()
    process.once('exit', end)
    child.once('error', reject)
    child.once('close', code => {
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new Error(gist(Buffer.concat(said).toString('utf8'))))
    })
  })
}

/** Prisma's client after the schema; its engine is not needed, and naming any program keeps the CLI from fetching one. */
export async function generateClient(): Promise<boolean> {
  const hash = hashOf([...SCHEMA_INPUTS, 'node_modules/@prisma/client/package.json'])
  if (stamped(CLIENT_STAMP, hash) && existsSync('app/generated/prisma/client.ts')) return false
  await step('Writing the database client', () => run('node_modules/prisma/build/index.js', ['generate', '--config', 'prisma/prisma.config.ts'], { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' }), REINSTALL)
  stamp(CLIENT_STAMP, hash)
  return true
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** A `.br` and a `.gz` beside each file of the browser's that gains by it. */
export async function compressAssets(folder = 'build/client'): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|txt|xml|webmanifest|html)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const body = readFileSync(file)
    if (body.length < 512) continue
    const [br, gz] = await Promise.all([brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }), gzipped(body, { level: 9 })])
    if (br.length < body.length) writeFileSync(`${file}.br`, br)
    if (gz.length < body.length) writeFileSync(`${file}.gz`, gz)
  }
}

/** Builds what changed. Where the build tools are not installed (an image), the build that is there is used. */
export async function prepareBuild(): Promise<boolean> {
  if (!existsSync('node_modules/express')) throw new Explained('The packages are not installed. Run "npm ci" first.')
  if (!existsSync('node_modules/@remix-run/dev')) {
    if (existsSync('build/server/index.js')) return false
    throw new Explained('There is no build, and the tools that make one are not installed. Run "npm ci" (without --omit=dev), or copy build/ here.')
  }
  await generateClient()
  const hash = hashOf(BUILD_INPUTS)
  if (stamped(BUILD_STAMP, hash)) return false
  rmSync(BUILD_STAMP, { force: true })
  await step('Building the pages', () => run('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'], { NODE_ENV: 'production' }), 'This is a fault in the source (the lines above name the file), or a full disk.')
  await step('Compressing the files for the browser', () => compressAssets(), 'Is the disk full? "df -h ." tells.')
  stamp(BUILD_STAMP, hash)
  return true
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  try {
    const made = process.argv.includes('--generate-only') ? await generateClient() : await prepareBuild()
    console.log(made ? 'Done.' : 'Nothing changed.')
  } catch (error) {
    console.error(error instanceof Explained ? error.message : error)
    process.exitCode = 1
  }
}
