import { expect, test } from 'vitest'
import { withRequestContext } from '../log/request-context.server'
import { runAside, sql } from './db.server'
import { readRows, readText } from './together.server'

const ask = (name: string, number: number) => readRows<{ number: number; word: string }>(name, 'select $1::int as number, $2::text as word', [number, name])

async function counted<T>(run: () => Promise<T>): Promise<[T, number]> {
  const context = { requestId: 'test', statements: 0, nonce: '' }
  return [await withRequestContext(context, run), context.statements]
}

test('what a request asks for before it waits travels in one journey, each with its own values', async () => {
  const later = async (turns: number, number: number) => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    return ask('later', number)
  }
  const [answers, statements] = await counted(() => Promise.all([ask('b', 1), ask('a', 2), later(50, 3), ask('a', 4)]))
  expect(answers).toEqual([[{ number: 1, word: 'b' }], [{ number: 2, word: 'a' }], [{ number: 3, word: 'later' }], [{ number: 4, word: 'a' }]])
  expect(statements).toBe(1)
})

test('what is asked for after an answer is a journey of its own', async () => {
  const [, statements] = await counted(async () => {
    await ask('a', 1)
    await Promise.all([ask('a', 2), ask('b', 3)])
  })
  expect(statements).toBe(2)
})

test('requests do not travel together, nor does what stands outside of one or follows a commit', async () => {
  const two = await Promise.all([counted(() => ask('a', 1)), counted(() => ask('b', 2))])
  expect(two.map(([, statements]) => statements)).toEqual([1, 1])
  expect(await Promise.all([ask('a', 1), ask('b', 2)])).toHaveLength(2)
  const [, statements] = await counted(() => runAside(() => Promise.all([ask('a', 1), ask('b', 2)])))
  expect(statements).toBe(2)
})

test('one that fails fails alone', async () => {
  const [answers] = await counted(() => Promise.allSettled([ask('a', 1), readText({ name: 'broken', text: 'select 1 / $1::int as number', values: [0] }), ask('b', 2)]))
  expect(answers.map(answer => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('names longer than PostgreSQL keeps stay apart', async () => {
  const long = (end: string) => `${'a-name-as-long-as-many-together-would-be-'.repeat(2)}${end}`
  expect(await ask(long('one'), 1)).toEqual([{ number: 1, word: long('one') }])
  expect(await readRows(long('two'), 'select $1::text as other', ['x'])).toEqual([{ other: 'x' }])
  expect((await sql<{ name: string }>('names', 'select name from pg_prepared_statements')).every(({ name }) => name.length < 64)).toBe(true)
})
