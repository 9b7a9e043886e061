import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate'

const base = process.env.DATABASE_URL ?? ''
let folder = ''
let url = ''
const query = async <Row extends object>(text: string, at = url): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
const write = (name: string, text: string) => {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), text)
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'balai-migrations-'))
  const name = `m_${Math.random().toString(36).slice(2, 10)}`
  await query(`create database ${name}`, base)
  const made = new URL(base)
  made.pathname = `/${name}`
  url = made.href
  write('20260101000000_first', 'create table a (id int primary key); insert into a values (1);')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('applies in order, once, and notes it as Prisma does', async () => {
  write('20260102000000_second', 'insert into a values (2);')
  expect(await migrate(url, folder)).toEqual(['20260101000000_first', '20260102000000_second'])
  expect(await migrate(url, folder)).toEqual([])
  expect(await query('select id from a order by id')).toEqual([{ id: 1 }, { id: 2 }])
  expect(await query("select migration_name, length(checksum) as sum, applied_steps_count as steps from _prisma_migrations where finished_at is not null order by 1 limit 1")).toEqual([{ migration_name: '20260101000000_first', sum: 64, steps: 1 }])
})

test('a file changed after it was applied is refused by name', async () => {
  await migrate(url, folder)
  write('20260101000000_first', 'create table b ();')
  await expect(migrate(url, folder)).rejects.toThrow(/20260101000000_first was changed after it was applied/)
})

test('one that fails leaves nothing behind and is tried again', async () => {
  write('20260102000000_second', 'insert into a values (2); select nonsense;')
  await expect(migrate(url, folder)).rejects.toThrow(/20260102000000_second failed: .*nonsense/)
  expect(await query('select id from a')).toEqual([{ id: 1 }])
  write('20260102000000_second', 'insert into a values (3);')
  expect(await migrate(url, folder)).toEqual(['20260102000000_second'])
})

test('several processes at once apply each once', async () => {
  const all = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  expect(all.flat()).toEqual(['20260101000000_first'])
})
