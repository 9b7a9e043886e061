import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, describe, expect, test } from 'vitest'
import { cruiseOptions } from './fences'

async function breachesOf(baseDir: string): Promise<string[]> {
  const tsConfig = extractTSConfig(path.resolve('tsconfig.json'))
  const result = await cruise(['app'], { ...cruiseOptions, baseDir, tsConfig: { fileName: path.resolve('tsconfig.json') } }, undefined, { tsConfig })
  return (result.output as ICruiseResult).summary.violations.map(violation => `${violation.rule.name}: ${violation.from} → ${violation.to}`)
}

test('nobody in the house crosses a fence', async () => {
  expect(await breachesOf(process.cwd())).toEqual([])
}, 120_000)

describe('a planted breach is seen by each fence', () => {
  const trees: string[] = []
  afterAll(() => trees.forEach(tree => rmSync(tree, { recursive: true, force: true })))

  const planted: [fence: string, from: string, to: string][] = [
    ['platform-knows-no-room', 'app/platform/a.ts', 'app/features/people/b.ts'],
    ['ui-knows-nothing', 'app/ui/a.ts', 'app/platform/b.ts'],
    ['editor-knows-no-room', 'app/editor/a.ts', 'app/platform/db/b.ts'],
    ['people-is-the-floor', 'app/features/people/a.ts', 'app/features/discussion/b.ts'],
    ['foundation-knows-no-product', 'app/features/search/a.ts', 'app/features/forum/b.ts'],
    ['products-do-not-meet', 'app/features/forum/a.ts', 'app/features/knowledge/b.ts'],
    ['only-doors', 'app/features/forum/a.ts', 'app/features/discussion/pages/b.ts'],
    ['pages-without-schemas', 'app/features/forum/pages/a.ts', 'app/features/forum/b.schema.ts'],
    ['rooms-know-no-route', 'app/features/forum/a.ts', 'app/routes/b.ts'],
    ['routes-know-no-database', 'app/routes/a.ts', 'app/platform/db/b.ts'],
    ['server-is-dumb', 'app/server/a.ts', 'app/features/forum/b.ts'],
    ['registry-takes-doors', 'app/registry.server.ts', 'app/features/forum/pages/b.ts'],
  ]

  test.each(planted)('%s', async (fence, from, to) => {
    const tree = mkdtempSync(path.join(tmpdir(), 'balai-breach-'))
    trees.push(tree)
    for (const file of [from, to]) mkdirSync(path.join(tree, path.dirname(file)), { recursive: true })
    const target = path.relative(path.dirname(from), to).replace(/\.ts$/, '')
    writeFileSync(path.join(tree, from), `import { b } from '${target.startsWith('.') ? target : `./${target}`}'\nexport const a = b\n`)
    writeFileSync(path.join(tree, to), 'export const b = 1\n')
    expect(await breachesOf(tree)).toEqual(expect.arrayContaining([expect.stringContaining(`${fence}: ${from}`)]))
  })

  test('no-cycles', async () => {
    const tree = mkdtempSync(path.join(tmpdir(), 'balai-breach-'))
    trees.push(tree)
    mkdirSync(path.join(tree, 'app/ui'), { recursive: true })
    writeFileSync(path.join(tree, 'app/ui/a.ts'), "import { b } from './b'\nexport const a = () => b\n")
    writeFileSync(path.join(tree, 'app/ui/b.ts'), "import { a } from './a'\nexport const b = () => a\n")
    expect((await breachesOf(tree)).some(breach => breach.startsWith('no-cycles'))).toBe(true)
  })
})
