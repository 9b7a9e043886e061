import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { meiliEngine } from '~/features/search/engines/meili.server'
import { postgresEngine } from '~/features/search/engines/postgres.server'
import type { SearchEngine } from '~/features/search/contract.server'
import { allStored } from '~/features/search/push.server'
import { pool } from '~/platform/db/db.server'
import { seedDemo } from '../../prisma/seed'
import { ask, lineOf, questionsFor, type Line, type Outcome, type Question } from './measure'
import { queryKinds } from './need'

const { MEILI_URL: url, MEILI_KEY: key, RELEVANCE_TO: file } = process.env
let questions: Question[] = []
let documents = 0
const measured: { engine: string; documents: number; lines: Line[]; weak: { kind: string; text: string; ndcg: number; found: string[] }[] }[] = []

beforeAll(async () => {
  await seedDemo()
  const { rows } = await pool.query<{ title: string }>(`select title from search_document where generation = (select active from search_state where id = 1) and kind in ('article', 'topic') and audience in ('public', 'asn')`)
  documents = rows.length
  questions = questionsFor([...new Set(rows.map(row => row.title))])
}, 120_000)

async function measure(engine: SearchEngine): Promise<Line[]> {
  const outcomes = await ask(engine, questions)
  const lines = [...queryKinds.map(kind => lineOf(kind, outcomes.filter(one => one.kind === kind))), lineOf('all', outcomes)]
  const worst: Outcome[] = [...outcomes].sort((a, b) => a.ndcg - b.ndcg).slice(0, 45)
  measured.push({ engine: engine.name, documents, lines, weak: worst.map(({ kind, text, ndcg, found }) => ({ kind, text, ndcg, found: found.slice(0, 8) })) })
  if (file) writeFileSync(file, JSON.stringify(measured))
  return lines
}

describe('relevance', () => {
  test('is measured over a base that is large enough, with queries of every kind', () => {
    expect(documents).toBeGreaterThanOrEqual(300)
    expect(questions.length).toBeGreaterThanOrEqual(120)
    expect(queryKinds.filter(kind => !questions.some(one => one.kind === kind))).toEqual([])
  })

  test('the embedded engine finds what was meant', async () => {
    const lines = await measure(postgresEngine)
    expect(lines.find(line => line.kind === 'all')?.ndcg).toBeGreaterThanOrEqual(0.85)
    expect(lines.find(line => line.kind === 'misspelt')?.ndcg).toBeGreaterThanOrEqual(0.75)
  }, 120_000)

  test.skipIf(!url)(url ? 'Meilisearch, where there is one' : 'Meilisearch not run: MEILI_URL is not set', async () => {
    const engine = meiliEngine({ url: url ?? '', key: key || undefined, index: `balai_relevance_${process.pid}`, patience: 10_000 })
    await engine.rebuild(allStored())
    expect((await measure(engine)).at(-1)?.queries).toBe(questions.length)
  }, 240_000)
})
