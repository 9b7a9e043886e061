import { expect, test } from 'vitest'
import { db, sql } from './db.server'

test('the migrated database answers through Prisma and through named SQL', async () => {
  await db.setting.create({ data: { key: 'a', value: 1 } })
  expect(await sql<{ key: string }>('test-setting', 'select key from setting')).toEqual([{ key: 'a' }])
})
