import { beforeAll, describe, expect, test } from 'vitest'
import type { SearchEngine, SearchQuery } from '~/features/search/contract.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { audiences, city, document, guarded, secretWords, viewers } from './search-documents'

async function* inBatches(docs: readonly SearchDocument[]): AsyncGenerator<readonly SearchDocument[]> {
  for (let at = 0; at < docs.length; at += 10) yield docs.slice(at, at + 10)
}

/** What both engines promise. `makeEngine` gives one whose index may be thrown away. */
export function engineContract(name: string, makeEngine: () => SearchEngine): void {
  describe(`${name} keeps the contract of search`, () => {
    let engine: SearchEngine
    const ask = (text: string, more: Partial<SearchQuery> = {}) => engine.query({ text, audiences: ['public'], ...more })
    const ids = async (text: string, more: Partial<SearchQuery> = {}) => (await ask(text, more)).hits.map(hit => hit.id)

    beforeAll(async () => {
      engine = makeEngine()
      await engine.rebuild(inBatches([...city, ...guarded]))
    }, 120_000)

    test('finds by words, whatever their order, and marks them', async () => {
      const { hits, total } = await ask('hilang kelahiran akta')
      expect(hits[0]).toMatchObject({ id: 'topic:1', kind: 'topic', url: '/topic/1', shelf: 'category:1', authorName: 'Nurhayati Chaniago', meta: { answered: true } })
      expect(hits[0]!.title).toContain('<mark>')
      expect(total).toEqual({ count: 1, open: false })
    })

    test('a question in plain Indonesian finds what it is about', async () => {
      const answer = await ask('bagaimana cara mengurus akta kelahiran yang hilang')
      expect(answer.hits[0]?.id).toBe('topic:1')
      expect(answer.understood).toBe('akta kelahiran hilang')
    })

    test('other forms of a word are found', async () => {
      expect(await ids('melayani')).toEqual(expect.arrayContaining(['post:12']))
      expect(await ids('dilayani lansia')).toEqual(['topic:3'])
      expect(await ids('diterbitkannya kutipan')).toContain('topic:1')
    })

    test('an unfinished last word is enough while typing, and on the page when there is nothing else', async () => {
      expect((await engine.suggest('akta kelah', ['public'])).hits[0]).toMatchObject({ id: 'topic:1' })
      expect((await engine.suggest('retri', ['public'])).hits.map(hit => hit.id)).toContain('topic:5')
      expect(await ids('pengangku')).toContain('topic:4')
    })

    test('a mistyped word is mended and the mending is told', async () => {
      const answer = await ask('akta kelahirn')
      expect(answer.hits.map(hit => hit.id)).toContain('topic:1')
      expect(answer.corrected).toEqual([{ from: 'kelahirn', to: 'kelahiran' }])
      expect(await ids('retirbusi')).toContain('topic:5')
      expect((await ask('kelahirn', { exact: true })).hits).toEqual([])
    })

    test('short forms and long names mean the same', async () => {
      expect(await ids('kartu tanda penduduk')).toContain('topic:2')
      expect(await ids('lanjut usia puskesmas')).toContain('topic:3')
      expect(await ids('kk')).toContain('topic:1')
    })

    test('quoted words must stand side by side', async () => {
      expect((await ids('"loket tiga"')).every(id => ['post:11', 'post:12'].includes(id))).toBe(true)
      expect(await ids('"loket tiga"')).toHaveLength(1)
      expect(await ids('"tiga loket"')).toEqual([])
    })

    test('posts of one topic are shown once, and counted once', async () => {
      const answer = await ask('loket tiga')
      expect(answer.hits.filter(hit => hit.kind === 'post')).toHaveLength(1)
      expect(answer.total.count).toBe(1)
      expect(answer.facets.kinds).toEqual({ post: 1 })
    })

    test('text is escaped, marks are the only markup', async () => {
      const [hit] = (await ask('retribusi')).hits
      expect(hit!.snippet).not.toMatch(/<(?!\/?mark>)/)
      expect(hit!.snippet).toContain('&#60;b&#62;Penting')
    })

    test('filters by kind, shelf, author and date; the counts of a filter are not narrowed by itself', async () => {
      expect(await ids('akta', { kinds: ['person'] })).toEqual(['person:5'])
      expect(await ids('', { shelves: ['category:3'] })).toEqual(expect.arrayContaining(['topic:4', 'topic:5']))
      expect(await ids('loket', { authorId: 2 })).toEqual(expect.arrayContaining(['post:11', 'topic:3']))
      const [first] = (await ask('sampah')).hits
      expect(await ids('sampah', { from: new Date(first!.at), to: new Date(first!.at + 1) })).toEqual(['topic:4'])
      expect(await ids('sampah', { to: new Date(first!.at) })).toEqual([])
      const { facets } = await ask('loket', { kinds: ['topic'], shelves: ['category:2'] })
      expect(facets.kinds).toEqual({ topic: 1 })
      expect(facets.shelves).toEqual({ 'category:2': 1 })
      expect((await ask('loket', { kinds: ['topic'] })).facets.kinds).toEqual({ topic: 1, post: 1 })
    })

    test('finer filters narrow by tag, unit, year and form; counts are not narrowed by their own filter', async () => {
      expect(await ids('', { fine: { tag: ['akta'] }, kinds: ['topic'] })).toEqual(['topic:1'])
      expect(await ids('loket', { fine: { year: ['2026'] } })).toEqual(expect.arrayContaining(['topic:3']))
      expect(await ids('loket', { fine: { year: ['2019'] } })).toEqual([])
      expect(await ids('akta', { fine: { label: ['forum:kind.QUESTION'] } })).toEqual(['topic:1'])
      expect(await ids('loket', { fine: { unit: ['999'] } })).toEqual([])
      const { facets } = await ask('akta', { kinds: ['topic'], fine: name === 'PostgreSQL' ? { year: ['2019'] } : {} })
      expect(facets.fine.year).toEqual({ 2026: 1 })
    })

    test('newest first when asked, and pages do not overlap', async () => {
      await engine.index(Array.from({ length: 45 }, (_, at) => document({ id: `topic:${500 + at}`, title: `Musyawarah kelurahan ke ${at}`, body: 'musyawarah' })))
      const pages = await Promise.all([1, 2, 3].map(page => ask('musyawarah', { sort: 'newest', page })))
      expect(pages.map(page => page.hits.length)).toEqual([20, 20, 5])
      expect(pages.map(page => page.next)).toEqual([true, true, false])
      const all = pages.flatMap(page => page.hits)
      expect(new Set(all.map(hit => hit.id)).size).toBe(45)
      expect(all.map(hit => hit.at)).toEqual([...all.map(hit => hit.at)].sort((a, b) => b - a))
      expect((await ask('musyawarah', { page: 900 })).hits).toEqual([])
      await engine.remove(Array.from({ length: 45 }, (_, at) => `topic:${500 + at}`))
      expect((await ask('musyawarah')).total.count).toBe(0)
    })

    test('what is written is found at once, changed at once, and gone at once', async () => {
      await engine.index([document({ id: 'topic:70', title: 'Lomba perahu naga', body: 'Pendaftaran dibuka.' })])
      expect(await ids('perahu')).toEqual(['topic:70'])
      await engine.index([document({ id: 'topic:70', title: 'Lomba jukung', body: 'Pendaftaran dibuka.', audience: 'asn' })])
      expect(await ids('perahu')).toEqual([])
      expect(await ids('jukung')).toEqual([])
      expect(await ids('jukung', { audiences: ['asn'] })).toEqual(['topic:70'])
      await engine.remove(['topic:70', 'topic:71'])
      expect(await ids('jukung', { audiences: ['asn'] })).toEqual([])
    })

    test('a page that is not full goes on with what holds a part of the words, beside the totals', async () => {
      const answer = await ask('retribusi loket')
      expect(answer).toMatchObject({ hits: [], total: { count: 0 } })
      expect(answer.also.map(hit => hit.id)).toEqual(expect.arrayContaining(['topic:5', 'topic:3']))
      expect((await ask('retribusi loket', { exact: true })).also).toEqual([])
    })

    test('nothing found: words that would find something', async () => {
      const answer = await ask('sampah qwxyzzy')
      expect(answer.hits).toEqual([])
      expect(answer.wider).toEqual([{ text: 'sampah', count: { count: 1, open: false } }])
    })

    test('takes any text', async () => {
      for (const text of ['', '   ', '"', '""', '&|!()<>:*', "'; drop table post; --", '\\', '\u0000', 'a'.repeat(5_000), '😀', '(((', 'a & | b', '"a', '%_%', '\ud800', '{[audience = "asn"]}'])
        await expect(ask(text)).resolves.toMatchObject({ degraded: false })
      await expect(engine.suggest('\ud800" OR audience = "asn', ['public'])).resolves.toBeDefined()
      await expect(engine.query({ text: 'akta', audiences: ['x" OR audience = "public'] })).resolves.toMatchObject({ hits: [], total: { count: 0 } })
    })

    describe.each(viewers)('$name', ({ holds }) => {
      const readable = guarded.filter(doc => holds.includes(doc.audience))
      const hidden = audiences.filter(audience => !holds.includes(audience))
      const look = (text: string, more: Partial<SearchQuery> = {}) => engine.query({ text, audiences: holds, ...more })

      test('sees, counts and is offered exactly what they may read', async () => {
        const folds = new Set(readable.map(doc => `${doc.kind} ${doc.fold}`))
        const answer = await look('anggaran')
        expect(answer.total).toEqual({ count: folds.size, open: false })
        expect(answer.hits.every(hit => readable.some(doc => doc.id === hit.id))).toBe(true)
        expect(answer.facets.shelves).toEqual(Object.fromEntries([...new Set(readable.map(doc => doc.shelf))].map(shelf => [shelf, 3])))
        const kinds = { topic: new Set(readable.filter(doc => doc.kind === 'topic').map(doc => doc.fold)).size, post: new Set(readable.filter(doc => doc.kind === 'post').map(doc => doc.fold)).size }
        expect(answer.facets.kinds).toEqual(Object.fromEntries(Object.entries(kinds).filter(([, count]) => count > 0)))
      })

      test('meets none of the words that only others may read', async () => {
        const forbidden = hidden.map(audience => secretWords[audience])
        const half = (word: string) => word.slice(0, 7)
        const mistyped = (word: string) => word.slice(0, 3) + word.slice(4)
        const answers = await Promise.all(hidden.flatMap((audience, at) => [
          look(secretWords[audience]), look(half(secretWords[audience])), look(mistyped(secretWords[audience])), look(`anggaran ${secretWords[audience]}`), look('', { authorId: 50 + audiences.indexOf(audience) }),
          look('anggaran', { shelves: [`category:${100 + audiences.indexOf(audience)}`] }), look(`"anggaran ${secretWords[audience]}"`), look(`penulis ${secretWords[audiences[at]!]}`, { sort: 'newest' }),
        ]))
        const suggested = await Promise.all(hidden.flatMap(audience => [engine.suggest(half(secretWords[audience]), holds), engine.suggest(mistyped(secretWords[audience]), holds)]))
        for (const answer of answers) {
          expect(answer.also.every(hit => readable.some(doc => doc.id === hit.id) || city.some(doc => doc.id === hit.id && holds.includes(doc.audience)))).toBe(true)
          const { understood: _typed, ...told } = answer
          expect(answer.hits.every(hit => readable.some(doc => doc.id === hit.id) || city.some(doc => doc.id === hit.id && holds.includes(doc.audience)))).toBe(true)
          expect(answer.corrected.map(one => one.to).filter(word => forbidden.includes(word))).toEqual([])
          for (const word of forbidden) expect(JSON.stringify(told.hits) + String(told.suggestion) + JSON.stringify(told.wider)).not.toContain(word)
        }
        for (const suggestion of suggested) for (const word of forbidden) expect(JSON.stringify(suggestion.hits)).not.toContain(word)
        const [shelf] = hidden
        if (shelf) expect((await look('anggaran', { shelves: [`category:${100 + audiences.indexOf(shelf)}`] })).total.count).toBe(0)
      })

      test('is helped with the spelling of words they may read', async () => {
        for (const audience of holds.filter((one): one is (typeof audiences)[number] => one in secretWords)) {
          const word = secretWords[audience]
          const answer = await look(word.slice(0, 4) + word.slice(5))
          expect(answer.hits.map(hit => hit.id)).toContain(readable.find(doc => doc.audience === audience)!.id)
        }
      })
    })

    test('a rebuild swaps in a new index; what changes meanwhile is in it', async () => {
      await engine.index([document({ id: 'topic:80', title: 'Tertinggal di indeks lama' }), document({ id: 'topic:81', title: 'Rahasia kuncup' })])
      async function* slow(): AsyncGenerator<readonly SearchDocument[]> {
        yield city.slice(0, 4)
        // read before it was hidden, written after
        const stale = [document({ id: 'topic:81', title: 'Rahasia kuncup' }), document({ id: 'topic:2', title: 'Antrean lama', body: 'usang' })]
        await engine.remove(['topic:81'])
        await engine.index([document({ id: 'topic:82', title: 'Ditulis sementara itu' }), document({ id: 'topic:2', title: 'Antrean baru', body: 'segar' })])
        expect((await ask('sementara')).hits).toHaveLength(1)
        yield stale
        yield city.slice(4)
      }
      const told: number[] = []
      await engine.rebuild(slow(), done => told.push(done))
      expect(told.at(-1)).toBe(10)
      expect(await ids('tertinggal')).toEqual([])
      expect(await ids('kuncup')).toEqual([])
      expect(await ids('sementara')).toEqual(['topic:82'])
      expect(await ids('antrean segar')).toEqual(['topic:2'])
      expect(await ids('usang')).toEqual([])
      expect(await ids('retribusi')).toEqual(['topic:5'])
      const health = await engine.health()
      expect(health).toMatchObject({ ok: true, documents: 9 })
      expect(await engine.settingsDrift()).toEqual([])
    }, 120_000)

    test('a rebuild that fails leaves the index that answers alone', async () => {
      async function* broken(): AsyncGenerator<readonly SearchDocument[]> {
        yield [document({ id: 'topic:90', title: 'Setengah jalan' })]
        throw new Error('the source ran dry')
      }
      await expect(engine.rebuild(broken())).rejects.toThrow()
      expect(await ids('retribusi')).toEqual(['topic:5'])
      expect(await ids('setengah')).toEqual([])
      await engine.index([document({ id: 'topic:91', title: 'Sesudahnya' })])
      expect(await ids('sesudahnya')).toEqual(['topic:91'])
    }, 120_000)
  })
}
