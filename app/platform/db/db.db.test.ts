import { expect, test } from 'vitest'
import { withRequestContext } from '../log/request-context.server'
import { db, sql, sqlTexts } from './db.server'

test('the migrated database answers through Prisma and through named SQL', async () => {
  await db.setting.create({ data: { key: 'a', value: 1 } })
  expect(await sql<{ key: string }>('test-setting', 'select key from setting')).toEqual([{ key: 'a' }])
})

test('several statements are asked in one journey, each with its own values, and come as JSON texts', async () => {
  const numbers = (name: string, from: number, to: number) => ({ name, text: 'select n as number, $3::text as word from generate_series($1::int, $2::int) n', values: [from, to, `it's "${name}" $1`] })
  const context = { requestId: 'test', statements: 0, nonce: '' }
  const texts = await withRequestContext(context, () => sqlTexts(numbers('one', 1, 2), { name: 'none', text: 'select 1 as number where $1', values: [false] }, numbers('two', 3, 3)))
  expect(context.statements).toBe(1)
  expect(texts.map(text => JSON.parse(text) as unknown)).toEqual([
    [{ number: 1, word: 'it\'s "one" $1' }, { number: 2, word: 'it\'s "one" $1' }], [], [{ number: 3, word: 'it\'s "two" $1' }],
  ])
  expect(await sqlTexts(numbers('one', 1, 2))).toEqual([texts[0]])
})
