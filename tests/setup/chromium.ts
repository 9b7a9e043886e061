import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

// the shell without a window first: it is what Playwright brings too, and takes a third less time than a whole Chromium
const KNOWN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** A Chromium that is here already, or null. CHROMIUM_PATH decides where it is set. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  const own = chromium.executablePath()
  return [...KNOWN, own].find(file => file && existsSync(file)) ?? null
}

const quietly = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'pipe', encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })

/**
 * Brings a Chromium where there is none: Debian's package as root (or where sudo asks nothing), Playwright's own elsewhere.
 * @throws Error that says how to bring one by hand
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there.`)
  const tried: string[] = []
  const apt = existsSync('/usr/bin/apt-get')
  const asRoot = process.getuid?.() === 0 ? [] : quietly('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null
  if (apt && asRoot) {
    say('Fetching Chromium from Debian …')
    const run = (...args: string[]) => {
      const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args]
      return quietly(command, rest)
    }
    run('update', '-q')
    // the shell is younger than some Debians
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const installed = run('install', '-y', '-q', '--no-install-recommends', name)
      const now = findChromium()
      if (now) return now
      tried.push(`apt-get install ${name}: ${installed.stderr.trim().split('\n').at(-1) ?? 'failed'}`)
    }
  }
  say('Fetching the Chromium of Playwright …')
  const own = quietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const now = findChromium()
  if (now) return now
  tried.push(`playwright install chromium: ${own.stderr.trim().split('\n').at(-1) ?? 'failed'}`)
  throw new Error(`There is no Chromium for the tests in the browser, and none could be fetched:\n  ${tried.join('\n  ')}\nInstall one ("apt-get install chromium" as root) or name it in CHROMIUM_PATH. "npm run check" tests everything else.`)
}
