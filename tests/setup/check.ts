import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateClient, prepareBuild } from '../../app/server/build.ts'
import { Explained } from '../../app/server/progress.ts'

/**
 * Everything that is checked, in one command: `npm run check`, and with `--browser` (`npm test`) the production build and the tests in
 * the browser too. The last line is always "N passed, N failed".
 */
interface Count { passed: number; failed: number; skipped: number }

const total: Count = { passed: 0, failed: 0, skipped: 0 }
const began = performance.now()
const scratch = mkdtempSync(path.join(tmpdir(), 'balai-check-'))
const children = new Set<ReturnType<typeof spawn>>()

interface Ran { code: number; output: string }

/** Runs one of our tools. `show` lets its words through as they come. */
function run(script: string, args: readonly string[], { show = false, env = {} }: { show?: boolean; env?: Record<string, string> } = {}): Promise<Ran> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    children.add(child)
    const pieces: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        if (show) process.stdout.write(piece)
        else pieces.push(piece)
      })
    }
    const end = (code: number) => {
      children.delete(child)
      resolve({ code, output: Buffer.concat(pieces).toString('utf8') })
    }
    child.once('error', error => {
      pieces.push(Buffer.from(error.message))
      end(1)
    })
    child.once('close', code => end(code ?? 1))
  })
}

const took = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
const heading = (title: string) => console.log(`\n── ${title}`)

/** A tool that is right or wrong as a whole counts as one check. */
async function whole(title: string, work: () => Promise<Ran>): Promise<boolean> {
  const since = performance.now()
  const { code, output } = await work()
  if (code === 0) total.passed += 1
  else total.failed += 1
  console.log(`${code === 0 ? '✓' : '✗'} ${title} (${took(since)})`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

function add(count: Count, code: number): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  // a file that cannot be read, or an error outside of any test, counts as well
  if (code !== 0 && count.failed === 0) total.failed += 1
}

function readCount<Report>(file: string, count: (report: Report) => Count): Count {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as Report)
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

async function unitTests(): Promise<void> {
  heading('Unit, page, database and architecture tests')
  const file = path.join(scratch, 'vitest.json')
  const { code } = await run('node_modules/vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], { show: true })
  add(readCount<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; numFailedTestSuites: number }>(file, report => ({
    passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests,
  })), code)
}

const productionBuild = (): Promise<boolean> =>
  whole('production build', () => prepareBuild().then(() => ({ code: 0, output: '' }), (error: Error) => ({ code: 1, output: error instanceof Explained ? error.message : String(error.stack) })))

async function browserTests(): Promise<void> {
  const { ensureChromium } = await import('./chromium.ts')
  heading('Tests in the browser')
  let chromium: string
  try {
    chromium = ensureChromium(console.log)
  } catch (error) {
    console.log(`✗ ${(error as Error).message}`)
    total.failed += 1
    return
  }
  const file = path.join(scratch, 'playwright.json')
  const { code } = await run('node_modules/@playwright/test/cli.js', ['test', '-c', 'tests/playwright.config.ts', '--reporter=list,json'], { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM_PATH: chromium } })
  add(readCount<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(file, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped })), code)
}

function finish(): never {
  rmSync(scratch, { recursive: true, force: true })
  console.log(`\n${took(began)}`)
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM')
    setTimeout(() => process.exit(130), 8_000).unref()
    const wait = setInterval(() => { if (children.size === 0) { clearInterval(wait); process.exit(130) } }, 50)
  })
}

try {
  heading('Types and rules')
  await generateClient()
  const browser = process.argv.includes('--browser')
  // each of these keeps one core busy
  const [, built] = await Promise.all([
    whole('rules (eslint)', () => run('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0'])),
    whole('types (tsc)', () => run('node_modules/typescript/bin/tsc', ['--noEmit'])).then(() => !browser || productionBuild()),
  ])
  await unitTests()
  if (browser && built) await browserTests()
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  total.failed += 1
}
finish()
