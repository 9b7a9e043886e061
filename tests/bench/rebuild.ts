import type { Portal } from '../setup/portal.ts'
import { wait } from './machine.ts'
import type { Ground, Home } from './portal.ts'
import { ms, percentile, type Line } from './table.ts'
import { address, isFound, keystrokes, newWord, publish } from './typing.ts'

/** Topics and posts that ought to be found and are not, and documents of what is no more. */
const differenceSql = `with wanted as (
    select 'topic:' || t.id as id from topic tp join thread t on t.id = tp.id where t.removed_at is null and t.listed
    union all select 'post:' || p.id from post p join thread t on t.id = p.thread_id join topic tp on tp.id = t.id where t.removed_at is null and t.listed and p.deleted_at is null and p.number > 1
    union all select 'article:' || a.id from article a where a.approved is not null and a.obsolete_at is null and a.binned_at is null
    union all select 'file:' || m.id || coalesce(':' || x.page, '') from material m left join lateral (select null::int as page union all select page from material_page x where x.material_id = m.id and x.version = m.shown) x on true where m.shown is not null and m.binned_at is null
  ), there as (select id from search_document where generation = (select active from search_state where id = 1) and kind in ('topic', 'post', 'article', 'file'))
  select (select count(*)::int from (select id from wanted except select id from there) x) as missing, (select count(*)::int from (select id from there except select id from wanted) x) as stray, (select count(*)::int from there) as documents`

/** Builds the index anew while people search and write: once killed in the middle, then to its end. */
export async function measureRebuild(home: Home, portal: Portal, ground: Ground): Promise<Line[]> {
  const texts = keystrokes(ground)
  let busy = true
  const wall: number[] = []
  const written: string[] = []
  let failed = 0
  const searching = Array.from({ length: 4 }, async (_, at) => {
    for (let next = at * 31; busy; next += 1) {
      const began = performance.now()
      const ok = await fetch(portal.url + address(texts[next % texts.length] ?? 'ak')).then(async answer => {
        await answer.arrayBuffer()
        return answer.ok
      }, () => false)
      wall.push(performance.now() - began)
      if (!ok) failed += 1
      await wait(150)
    }
  })
  const writing = (async () => {
    for (let round = 1_000; busy; round++) {
      const word = newWord(round)
      await publish(portal, ground, word)
      written.push(word)
      await wait(300)
    }
  })()
  const active = async () => {
    const client = await home.database()
    return await client.query<{ active: number }>('select active from search_state where id = 1').then(({ rows }) => rows[0]?.active ?? 0).finally(() => client.end())
  }
  const first = await active()
  const killed = await home.command(['search:reindex'], 12_000)
  const untouched = (await active()) === first
  const began = performance.now()
  const code = await home.command(['search:reindex'])
  const seconds = (performance.now() - began) / 1_000
  busy = false
  await Promise.all([...searching, writing])
  await wait(2_000)
  const client = await home.database()
  const { rows: [index] } = await client.query<{ missing: number; stray: number; documents: number }>(differenceSql).finally(() => client.end())
  const lost = []
  for (const word of written) if (!(await isFound(portal, word))) lost.push(word)
  return [
    { what: 'A rebuild killed after twelve seconds', value: untouched ? 0 : 1, unit: 'answers lost', wanted: 'the old index goes on', met: killed === null && untouched },
    { what: 'The rebuild after it', value: seconds, unit: 's', note: `${index?.documents.toLocaleString('en')} documents beside searches and writes, with the start of the command`, wanted: 'ends', met: code === 0 && (await active()) !== first },
    { what: 'Searches meanwhile, p99', value: percentile(wall, 0.99), unit: 'ms', note: `p50 ${ms(percentile(wall, 0.5))}, ${failed} of ${wall.length} failed`, wanted: 'none fails', met: failed === 0 },
    { what: 'Topics written meanwhile and not found', value: lost.length, unit: `of ${written.length}`, wanted: '0', met: lost.length === 0 },
    { what: 'Documents missing or left over', value: (index?.missing ?? 0) + (index?.stray ?? 0), unit: '', wanted: '0', met: index?.missing === 0 && index.stray === 0, note: 'the index compared with what stands in the portal' },
  ]
}
