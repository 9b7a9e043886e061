import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { refusalKey } from '~/platform/i18n/reasons'

type Tree = { [key: string]: string | Tree | (string | Tree)[] }
const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map(file => path.join('app', file))
const rooms = files.filter(file => file.endsWith(`locales${path.sep}id.json`)).map(file => path.dirname(file))

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value as Tree, `${prefix}${key}.`))
}
const read = (file: string) => new Map(leaves(JSON.parse(readFileSync(file, 'utf8')) as Tree))
/** English needs forms of number that Indonesian does not have. */
const base = (key: string) => key.replace(/_(one|other|zero)$/, '')
/** Files with words in them, each parsed once. */
const sources = new Map(files.filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map(file => [file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, /x$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS)]))
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*-?\s*(\w+)/g)].map(match => match[1]!).sort()

describe.each(rooms)('%s', room => {
  const id = read(path.join(room, 'id.json'))
  const en = read(path.join(room, 'en.json'))

  test('both languages have the same keys', () => {
    expect([...new Set([...en.keys()].map(base))].sort()).toEqual([...new Set([...id.keys()].map(base))].sort())
  })

  test('no text is empty and both languages fill in the same values', () => {
    for (const [key, text] of id) {
      expect(text.trim(), key).not.toBe('')
      const twin = en.get(key) ?? en.get(`${base(key)}_other`) ?? en.get(base(key))
      if (twin) expect(placeholders(twin), key).toEqual(placeholders(text))
    }
  })
})

test('no word of the interface stands outside locales', () => {
  const spoken = new Set(['alt', 'title', 'placeholder', 'aria-label', 'label', 'hint'])
  const found: string[] = []
  for (const [file, source] of sources) {
    if (!/\.tsx$/.test(file) || /app\/routes\/ui\.tsx$|app\/ui\/gallery/.test(file)) continue
    const visit = (node: ts.Node) => {
      if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) found.push(`${file}: ${node.text.trim()}`)
      if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer) && spoken.has(node.name.getText()) && /\p{L}{2,}/u.test(node.initializer.text))
        found.push(`${file}: ${node.getText()}`)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  // the name of the product and of its parts that are the same in every language
  const names = /^(placeholder="https:\/\/"|(Balai|Ctrl|K|Enter|Esc|Markdown|RSS|NIP|CSV|xlsx|[↵ .,:/+])+)$/
  expect(found.filter(line => !names.test(line.slice(line.indexOf(': ') + 2)))).toEqual([])
})

/** Texts written out in a call's first argument, also on both sides of a choice. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  return ts.isParenthesizedExpression(node) ? literalsOf(node.expression) : []
}

test('every word that is asked for by its whole name is there', () => {
  const texts = new Map(rooms.map(room => [path.basename(path.dirname(room)), new Set([...read(path.join(room, 'id.json')).keys()].map(base))]))
  const missing: string[] = []
  for (const [file, source] of sources) {
    const own = [...source.text.matchAll(/(?:useT\(|translator\([^()]*(?:\([^()]*\))?[^()]*,\s*)['"](\w+)['"]/g)].map(match => match[1]!)
    const visit = (node: ts.Node) => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't' && node.arguments[0]) {
        for (const asked of literalsOf(node.arguments[0])) {
          const [room, key] = asked.includes(':') ? [asked.slice(0, asked.indexOf(':')), asked.slice(asked.indexOf(':') + 1)] : [null, asked]
          const places = room === null ? own : [room]
          if (places.length > 0 && !places.some(place => texts.get(place)?.has(key))) missing.push(`${file}: ${asked}`)
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  expect(missing).toEqual([])
})

test('every reason a refusal carries has its words', () => {
  const texts = new Map(rooms.map(room => [path.basename(path.dirname(room)), new Set(read(path.join(room, 'id.json')).keys())]))
  const missing: string[] = []
  for (const [file, source] of sources) {
    const visit = (node: ts.Node) => {
      if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && ['Conflict', 'Forbidden'].includes(node.expression.text)) {
        for (const reason of node.arguments?.[0] ? literalsOf(node.arguments[0]) : ['generic']) {
          const [room, key] = refusalKey({ code: node.expression.text, reason }).split(':') as [string, string]
          if (!texts.get(room)?.has(key)) missing.push(`${file}: ${reason}`)
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  expect(missing).toEqual([])
})
