import { existsSync, readFileSync, statSync } from 'node:fs'
import { test as base, expect, type Cookie, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { startPortal } from '../setup/portal'

export { expect } from '@playwright/test'
export type { Page } from '@playwright/test'

/** What a page did wrong while a test ran. A test that provokes something on purpose says so with `allow`. */
export interface Watch {
  /** Wrongs that match are expected from here on. */
  allow: (pattern: RegExp) => void
  watch: (context: BrowserContext) => Promise<void>
}

interface Fixtures {
  watch: Watch
  /** A second browser with its own cookies, closed at the end. */
  another: (options?: BrowserContextOptions) => Promise<Page>
}

/** Where the tests of one worker live: a portal of its own, so that no test meets the people of one that runs beside it; or the one BALAI_URL names. */
interface House { url: string; log?: string }

/** Says what the policy forbade: Chromium reports it as an event on the document. */
const reportViolations = () => {
  document.addEventListener('securitypolicyviolation', event => console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
}

const sizeOf = (log?: string): number => (log && existsSync(log) ? statSync(log).size : 0)

function serverErrorsSince(mark: number, log?: string): string[] {
  if (!log || !existsSync(log)) return []
  return readFileSync(log).subarray(mark).toString('utf8').split('\n').filter(line => /"level":(50|60)/.test(line) || /^\s*(unhandled|uncaught)/i.test(line))
}

export const test = base.extend<Fixtures, { house: House }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  house: [async ({}, use) => {
    if (process.env.BALAI_URL) return use({ url: process.env.BALAI_URL })
    const portal = await startPortal()
    await use(portal)
    await portal.stop()
  }, { scope: 'worker', timeout: 270_000 }],
  baseURL: ({ house }, use) => use(house.url),
  watch: [async ({ context, house }, use) => {
    used.clear()
    const wrongs: string[] = []
    const allowed: RegExp[] = []
    const mark = sizeOf(house.log)
    const follow = (page: Page) => {
      page.on('console', message => { if (message.type() === 'error') wrongs.push(`console: ${message.text()} (${message.location().url})`) })
      page.on('pageerror', error => wrongs.push(`error: ${error.stack ?? error.message}`))
      page.on('response', response => { if (response.status() >= 500) wrongs.push(`${response.status()}: ${response.request().method()} ${response.url()}`) })
    }
    const watch = async (one: BrowserContext) => {
      await one.addInitScript(reportViolations)
      one.pages().forEach(follow)
      one.on('page', follow)
    }
    await watch(context)
    await use({ allow: pattern => { allowed.push(pattern) }, watch })
    const left = [...wrongs, ...serverErrorsSince(mark, house.log).map(line => `server: ${line}`)].filter(wrong => !allowed.some(pattern => pattern.test(wrong)))
    expect(left, 'nothing goes wrong in the browser or on the server').toEqual([])
  }, { auto: true }],
  another: async ({ browser, watch, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async options => {
      const context = await browser.newContext({ baseURL, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options })
      contexts.push(context)
      await watch.watch(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export interface Account { login: string; password: string }

/** Sessions made so far by account, and how many of them the running test uses: each browser of a test gets one of its own. */
const sessions = new Map<string, Cookie>()
const used = new Map<string, number>()

/** Signs in: with a session of an earlier test while it lives, else through the form, and waits until the portal knows the person. */
export async function signIn(page: Page, { login, password }: Account, to = '/'): Promise<void> {
  const turn = used.get(login) ?? 0
  used.set(login, turn + 1)
  const kept = sessions.get(`${login} ${turn}`)
  if (kept) {
    await page.context().addCookies([kept])
    if ((await page.request.get('/akun', { maxRedirects: 0 })).status() === 200) return void await page.goto(to)
    await page.context().clearCookies()
  }
  await page.goto(`/masuk?ke=${encodeURIComponent(to)}`)
  const form = page.locator('main form').filter({ has: page.locator('input[type=password]') })
  await form.locator('input[autocomplete=username]').fill(login)
  await form.locator('input[type=password]').fill(password)
  await form.locator('button[type=submit], button:not([type])').first().click()
  await page.waitForURL(url => url.pathname !== '/masuk')
  const made = (await page.context().cookies()).find(cookie => cookie.name === 'balai')
  if (made) sessions.set(`${login} ${turn}`, made)
}
