import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readEnv } from './env.server'

describe('nonsense is refused by name', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL'],
    [{ DATABASE_POOL: '1' }, 'DATABASE_POOL'],
    [{ ROLE: 'both' }, 'ROLE'],
    [{ APP_URL: 'balai.go.id' }, 'APP_URL'],
    [{ APP_URL: 'javascript:alert(1)' }, 'APP_URL'],
    [{ MEILI_URL: 'tcp://search' }, 'MEILI_URL'],
    [{ SMTP_URL: 'http://mail' }, 'SMTP_URL'],
    [{ S3_BUCKET: 'only' }, 'S3_BUCKET'],
    [{ S3_ENDPOINT: 'http://s3', S3_BUCKET: 'b', S3_ACCESS_KEY: 'k' }, 'S3_BUCKET'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ DEMO: 'perhaps' }, 'DEMO'],
    [{ NODE_ENV: 'production', SKIP_RATE_LIMITS: '1' }, 'SKIP_RATE_LIMITS'],
  ])('%j', (source, name) => {
    expect(() => readEnv(source)).toThrow(new RegExp(`^The environment cannot be used:[^]*  ${name}: .+`))
  })

  test('every fault at once, not one after the other', () => {
    expect(() => readEnv({ PORT: 'x', ROLE: 'y' })).toThrow(/PORT: [^]*ROLE: /)
  })
})

test('nothing set is enough, and an empty setting is none', () => {
  const nothing = readEnv({})
  expect(nothing).toMatchObject({ PORT: 3000, HOST: 'localhost', ROLE: 'all', PAGE_CACHE: true, TRUST_PROXY: 0 })
  expect(readEnv({ PORT: '', DATABASE_URL: '', S3_BUCKET: '' })).toEqual(nothing)
})

test('an address is kept without the slash at its end', () => {
  expect(readEnv({ APP_URL: 'https://balai.go.id/' }).APP_URL).toBe('https://balai.go.id')
})

test('.env.example names every setting, and no other', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(match => match[1])
  const source = readFileSync('app/platform/env/env.server.ts', 'utf8')
  const known = [...source.slice(source.indexOf('const schema'), source.indexOf('.superRefine')).matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(match => match[1])
  expect([...named].sort()).toEqual([...known].sort())
})
