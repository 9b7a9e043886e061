import { expect, test } from 'vitest'
import { interned } from '../interned'
import { pack, unpack, type Packed } from './packed'

const words = { html: '<p class="a">R&amp;D \\ "kutip" \'satu\' | ~ ^ ` é \u2028</p>', 'odd "key" <': [1, null, true], none: undefined }

test('what is packed is unpacked as it was, by whoever has only the text', () => {
  const value = { list: [interned({ id: 1, ...words }), interned({ id: 2, ...words })], own: words, title: '\'"<>&', count: 3, next: null }
  const packed = pack(value)
  expect(unpack(packed)).toBe(value)
  // another process, or a browser, has the text alone
  for (let at = 0; at < 65; at += 1) pack({ at })
  expect(unpack(packed)).toEqual(JSON.parse(JSON.stringify(value)))
  expect(() => unpack('{' as Packed<unknown>)).toThrow(SyntaxError)
})

test('the text holds nothing a page would write longer', () => {
  expect(pack({ posts: [interned({ html: '<p class="lead">Antrean &amp; nomor</p>' })], own: '<b>"satu"</b>' })).not.toMatch(/["<>&\\]/)
})
