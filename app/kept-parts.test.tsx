import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { interned } from '~/platform/interned'
import { TongueProvider, useTongue, type Tongue } from '~/platform/i18n/i18n'
import { KeeperContext, KeptPart } from '~/ui/kept-part'
import { MOST, useKeptPart } from './kept-parts.server'

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

test('of a list that changed only the changed row is drawn, and the page says the words of the others too', () => {
  const list = (rows: string[]) => {
    const spoken = tongue()
    const html = renderToString(
      <KeeperContext.Provider value={useKeptPart}><TongueProvider tongue={spoken}>
        <KeptPart as="ul" part="rows" of={rows} inside={() => rows.map(words => <KeptPart key={words} as="li" part="row" of={words} inside={() => <Words words={words} />} />)} />
      </TongueProvider></KeeperContext.Provider>)
    return { html, spoken: [...(spoken.spoken ?? [])].sort() }
  }
  list(['tujuh', 'delapan'])
  const before = drawn
  expect(list(['tujuh', 'sembilan!'])).toEqual({ html: '<ul><li><p>id<!-- -->: <!-- -->tujuh</p></li><li><p>id<!-- -->: <!-- -->sembilan!</p></li></ul>', spoken: ['ns-5', 'ns-9'] })
  expect(drawn).toBe(before + 1)
})

test('parts of interned objects are drawn once for the same data, and never shown for other data', () => {
  const list = (rows: readonly { words: string }[]) => renderToString(
    <KeeperContext.Provider value={useKeptPart}><TongueProvider tongue={tongue()}>
      <KeptPart as="ul" part="interned" of={[rows, null]} inside={() => rows.map(row => <Words key={row.words} words={row.words} />)} />
    </TongueProvider></KeeperContext.Provider>)
  expect(list([interned({ words: 'utara' }), interned({ words: 'timur' })])).toContain('timur')
  const before = drawn
  list([interned({ words: 'utara' }), interned({ words: 'timur' })])
  expect(drawn).toBe(before)
  expect(list([interned({ words: 'utara' }), interned({ words: 'barat' })])).toContain('barat')
  expect(list([interned({ words: 'timur' }), interned({ words: 'utara' })])).toMatch(/timur.*utara/)
  expect(drawn).toBe(before + 4)
})

test('what nobody asked for in a long while is forgotten', () => {
  page('enam')
  const long = '-'.repeat(MOST / 20)
  for (let at = 0; at < 21; at += 1) page(`${at}${long}`)
  const before = drawn
  page('enam')
  expect(drawn).toBe(before + 1)
})
