import { expect, test } from 'vitest'
import { takeTurn } from './turns.server'

test('each gets a turn of the event loop of its own, in the order they asked', async () => {
  let turn = 0
  let over = false
  const count = () => {
    turn += 1
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  const at: [string, number][] = []
  const take = (who: string) => takeTurn().then(() => { at.push([who, turn]) })
  await Promise.all([take('a'), take('b'), take('c').then(() => take('e')), take('d')])
  over = true
  expect(at.map(([who]) => who)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(new Set(at.map(([, when]) => when)).size).toBe(5)
})
