import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '~': path.resolve(import.meta.dirname, 'app'), '#tests': path.resolve(import.meta.dirname, 'tests') }

// *.test.ts: plain node · *.db.test.ts: real PostgreSQL, a process and a database of its own per file · *.test.tsx: happy-dom.
// Files in plain node share what they import: a quarter of their time was importing it again.
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', isolate: false, include: ['app/**/*.test.ts', 'tests/architecture/**/*.test.ts'], exclude: ['**/*.db.test.ts', '**/node_modules/**'], setupFiles: ['tests/setup/texts.ts'] } },
      { extends: true, test: { name: 'database', environment: 'node', pool: 'forks', include: ['app/**/*.db.test.ts', 'tests/**/*.db.test.ts'], globalSetup: ['tests/setup/database-server.ts'], setupFiles: ['tests/setup/database.ts', 'tests/setup/texts.ts'] } },
      { extends: true, test: { name: 'dom', environment: 'happy-dom', include: ['app/**/*.test.tsx'], setupFiles: ['tests/setup/texts.ts', 'tests/setup/dom.ts'] } },
    ],
  },
})
