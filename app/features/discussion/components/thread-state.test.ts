import { expect, test } from 'vitest'
import { threadReducer, type ThreadState } from './thread-state'

const author = { id: 1, name: 'Junaidi Sikumbang', slug: 'junaidi', kind: 'ASN' as const }
const post = (number: number) => ({ id: number + 100, number, authorId: 1, at: number, html: `<p>${number}</p>` })
const start: ThreadState = { posts: [post(1), post(2)], authors: { 1: author }, fresh: new Set(), lastNumber: 2, accepted: null }

test('posts stand once and in order, whatever order they arrive in', () => {
  const state = [4, 3, 4, 2].reduce((now, number) => threadReducer(now, { type: 'arrived', post: post(number), author }), start)
  expect(state.posts.map(one => one.number)).toEqual([1, 2, 3, 4])
  expect([...state.fresh]).toEqual([4, 3])
  expect(state.lastNumber).toBe(4)
})

test('pressing a reaction twice counts it once, and taking it back never goes below nothing', () => {
  const on = threadReducer(start, { type: 'reacted', number: 2, kind: 'AGREE', on: true })
  expect(threadReducer(on, { type: 'reacted', number: 2, kind: 'AGREE', on: true }).posts[1]).toMatchObject({ agree: 1, mine: ['AGREE'] })
  const off = threadReducer(on, { type: 'reacted', number: 2, kind: 'AGREE', on: false })
  expect(off.posts[1]).toMatchObject({ agree: 0, mine: [] })
})

test('a pushed change keeps what the viewer pressed', () => {
  const on = threadReducer(start, { type: 'reacted', number: 2, kind: 'THANKS', on: true })
  const saved = threadReducer(on, { type: 'saved', number: 2, on: true })
  const changed = threadReducer(saved, { type: 'changed', post: { ...post(2), html: '<p>baru</p>' }, author })
  expect(changed.posts[1]).toMatchObject({ html: '<p>baru</p>', mine: ['THANKS'], saved: true })
  expect(threadReducer(changed, { type: 'saved', number: 2, on: false }).posts[1]?.saved).toBe(false)
})
