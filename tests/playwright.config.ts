import { defineConfig } from '@playwright/test'
import { findChromium } from './setup/chromium'

// One worker: the tests share one portal and its people. Two files at once took half the time, and once a test ended the sessions of somebody another was signed in as.
export default defineConfig({
  // e2e: in the browser, against one shared portal · strength: portals of their own, killed and mistreated
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'strength/**/*.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './setup/e2e-portal.ts',
  workers: 1,
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
