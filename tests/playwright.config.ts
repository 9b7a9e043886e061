import { defineConfig } from '@playwright/test'
import { findChromium } from './setup/chromium'

// Two workers, each with a portal of its own (e2e/fixtures.ts): tests in one portal would end each other's sessions and move each other's lists.
export default defineConfig({
  // e2e: in the browser, against the worker's portal · strength: portals of their own, killed and mistreated
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'strength/**/*.spec.ts'],
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // how long a machine that does other work too may stand still; nothing waits that long where all is well
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // a trace of every test costs a quarter of the time; `--trace retain-on-failure` records one for who looks for a fault
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
})
