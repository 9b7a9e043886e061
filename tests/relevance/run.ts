import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Line } from './measure.ts'

// npm run relevance [-- --write] [--weak]: asks the demonstration what people ask and says how good the answers are. docs/search.md takes the table.

interface Measured { engine: string; documents: number; lines: Line[]; weak: { kind: string; text: string; ndcg: number; found: string[] }[] }

const DOCUMENT = 'docs/search.md'
const MARKS = ['<!-- measured: begin -->', '<!-- measured: end -->'] as const

const folder = mkdtempSync(path.join(tmpdir(), 'balai-relevance-'))
const file = path.join(folder, 'relevance.json')
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'database', 'tests/relevance'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, RELEVANCE_TO: file }, encoding: 'utf8' })
let measured: Measured[]
try {
  measured = JSON.parse(readFileSync(file, 'utf8')) as Measured[]
} catch {
  console.error(run.stdout)
  console.error('Nothing was measured; what stands above says why.')
  process.exit(1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const share = (part: number) => `${(part * 100).toFixed(1)} %`
const rows = measured.flatMap(({ engine, lines }) => lines.map(line => `| ${engine} | ${line.kind} | ${line.queries} | ${line.ndcg.toFixed(3)} | ${line.recall.toFixed(3)} | ${share(line.empty)} |`))
const table = ['| engine | kind | queries | nDCG@10 | recall@20 | found nothing |', '|---|---|---:|---:|---:|---:|', ...rows].join('\n')
console.log(`\n${measured[0]?.documents ?? 0} articles and topics\n\n${table}`)
if (!measured.some(one => one.engine === 'meilisearch')) console.log('\nMeilisearch was not measured: MEILI_URL is not set.')
if (process.argv.includes('--weak')) {
  for (const { weak } of measured) for (const { kind, text, ndcg, found } of weak) console.log(`\n${ndcg.toFixed(2)} ${kind}: ${text}\n    ${found.join('\n    ') || '(nothing)'}`)
}
if (process.argv.includes('--write')) {
  const text = readFileSync(DOCUMENT, 'utf8')
  const [begin, end] = MARKS.map(mark => text.indexOf(mark)) as [number, number]
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT} has no place for the table: ${MARKS.join(' … ')}`)
  writeFileSync(DOCUMENT, `${text.slice(0, begin + MARKS[0].length)}\n\nMeasured over ${measured[0]?.documents ?? 0} articles and topics.\n\n${table}\n\n${text.slice(end)}`)
  console.log(`\nWritten to ${DOCUMENT}.`)
}
process.exit(run.status ?? 1)
