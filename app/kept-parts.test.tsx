import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TongueProvider, useTongue, type Tongue } from '~/platform/i18n/i18n'
import { KeeperContext, KeptPart } from '~/ui/kept-part'
import { useKeptPart } from './kept-parts.server'

let drawn = 0
function Words({ words }: { words: string }) {
  drawn += 1
  const tongue = useTongue()
  tongue.spoken?.add(`ns-${words.length}`)
  return <p>{tongue.locale}: {words}</p>
}
const tongue = (locale: 'id' | 'en' = 'id'): Tongue => ({ locale, timeZone: 'Asia/Jakarta', now: 0, spoken: new Set() })
const page = (words: string, { spoken = tongue(), kept = true } = {}) => {
  const inside = <TongueProvider tongue={spoken}><KeptPart as="li" className="a" part="test" of={[words]} inside={() => <Words words={words} />} /></TongueProvider>
  return renderToString(kept ? <KeeperContext.Provider value={useKeptPart}>{inside}</KeeperContext.Provider> : inside)
}

test('a kept part is the same HTML as one drawn in its place, hydration marks included', () => {
  expect(page('satu & "dua"')).toBe(page('satu & "dua"', { kept: false }))
})

test('it is drawn once, and again for other content and another language', () => {
  page('tiga')
  const before = drawn
  expect(page('tiga')).toContain('id<!-- -->: <!-- -->tiga')
  expect(drawn).toBe(before)
  expect(page('empat')).toContain('empat')
  expect(page('tiga', { spoken: tongue('en') })).toContain('en<!-- -->: <!-- -->tiga')
  expect(drawn).toBe(before + 2)
})

test('a page says the namespaces of its parts, also of those it did not draw', () => {
  const [first, second] = [tongue(), tongue()]
  page('lima', { spoken: first })
  page('lima', { spoken: second })
  expect([[...(first.spoken ?? [])], [...(second.spoken ?? [])]]).toEqual([['ns-4'], ['ns-4']])
})

test('what nobody asked for in a long while is forgotten', () => {
  page('enam')
  for (let at = 0; at < 4_001; at += 1) page(`lain ${at}`)
  const before = drawn
  page('enam')
  expect(drawn).toBe(before + 1)
})
