import { defineConfig } from '@playwright/test'
import { findChromium } from './setup/chromium'

// Two workers, a file each: the tests share one portal, so what they write has names of their own and they count nothing that others move.
export default defineConfig({
  // e2e: in the browser, against one shared portal · strength: portals of their own, killed and mistreated
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'strength/**/*.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './setup/e2e-portal.ts',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.BALAI_URL,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
})
