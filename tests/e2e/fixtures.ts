import { existsSync, readFileSync, statSync } from 'node:fs'
import { test as base, expect, type Browser, type Cookie, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'

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

/** Says what the policy forbade: Chromium reports it as an event on the document. */
const reportViolations = () => {
  document.addEventListener('securitypolicyviolation', event => console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
}

function serverErrorsSince(mark: number): string[] {
  const log = process.env.BALAI_LOG
  if (!log || !existsSync(log)) return []
  return readFileSync(log).subarray(mark).toString('utf8').split('\n').filter(line => /"level":(50|60)/.test(line) || /^\s*(unhandled|uncaught)/i.test(line))
}

export const test = base.extend<Fixtures>({
  watch: [async ({ context }, use) => {
    used.clear()
    const wrongs: string[] = []
    const allowed: RegExp[] = []
    const mark = process.env.BALAI_LOG && existsSync(process.env.BALAI_LOG) ? statSync(process.env.BALAI_LOG).size : 0
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
    const left = [...wrongs, ...serverErrorsSince(mark).map(line => `server: ${line}`)].filter(wrong => !allowed.some(pattern => pattern.test(wrong)))
    expect(left, 'nothing goes wrong in the browser or on the server').toEqual([])
  }, { auto: true }],
  another: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async options => {
      const context = await newContext(browser, options)
      contexts.push(context)
      await watch.watch(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ baseURL: process.env.BALAI_URL, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options })
}

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
