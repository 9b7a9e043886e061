import { describe, expect, test } from 'vitest'
import { Invalid } from '~/platform/errors'
import { contentFromForm, contentFromLexical, contentFromMarkdown } from './content.server'
import type { Content } from './content.server'
import { sanitise } from './tree/sanitise.server'

type Node = Record<string, unknown>
const root = (...children: unknown[]): Node => ({ root: { type: 'root', version: 1, children } })
const p = (...children: unknown[]): Node => ({ type: 'paragraph', version: 1, children })
const t = (text: unknown, more: Node = {}): Node => ({ type: 'text', version: 1, text, format: 0, ...more })
const link = (url: unknown, type = 'link'): Node => ({ type, version: 1, url, children: [t('kata')] })
const image = (more: Node): Node => ({ type: 'image', version: 1, slug: 'abcd1234', alt: 'foto', ...more })
const mention = (more: Node): Node => ({ type: 'mention', version: 1, personId: 3, name: 'Sri', slug: 'sri', ...more })
function deep(levels: number, type = 'paragraph'): Node {
  let node: Node = t('dasar')
  for (let level = 0; level < levels; level++) node = { type, version: 1, children: [node] }
  return root(node)
}
function deepList(levels: number): Node {
  let node: Node = { type: 'listitem', version: 1, children: [t('dasar')] }
  for (let level = 0; level < levels; level++) node = { type: 'listitem', version: 1, children: [{ type: 'list', version: 1, listType: 'bullet', children: [node] }] }
  return root({ type: 'list', version: 1, children: [node] })
}

const reasonOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(Invalid)
    return (error as Invalid).fields.markdown?.[0] ?? 'no reason'
  }
  return 'taken'
}

const badLinks = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'java\u0000script:alert(1)',
  'javascript&colon;alert(1)', '&#106;avascript:alert(1)', 'javascript\u200B:alert(1)', 'vbscript:msgbox(1)', 'vb\r\nscript:x', 'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=', 'blob:https://a.id/x', 'file:///etc/passwd', '//evil.example/x', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', 'http://', 'https://bank.go.id@evil.example/',
  'https://user:pass@evil.example', 'mailto:', 'mailto:"><script>@x', 'tel:<script>', 'ftp://a.id', 'view-source:https://a.id', 'x', '', 'https:evil', '/' .repeat(3), `https://a.id/${'x'.repeat(5000)}`,
]

describe('refused trees', () => {
  const huge = 'a'.repeat(64 * 1024 + 1)
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'invalid'], ['null', null, 'invalid'], ['a number', 7, 'invalid'], ['an array', [], 'invalid'], ['text that is no JSON', '{', 'invalid'], ['empty text', '', 'invalid'],
    ['no root', {}, 'invalid'], ['root of another type', { root: p(t('x')) }, 'invalid'], ['root that is an array', { root: [] }, 'invalid'],
    ['children that are text', { root: { type: 'root', children: 'x' } }, 'invalid'], ['a child that is null', root(null), 'invalid'], ['a child that is an array', root([p()]), 'invalid'],
    ['children of numbers', root(p(1, 2)), 'invalid'], ['text that is an object', root(p(t({}))), 'invalid'], ['text that is an array', root(p(t(['x']))), 'invalid'], ['text without text', root(p(t(undefined))), 'invalid'],
    ['type that is an object', root({ type: {} }), 'unknownNode'], ['no type', root({}), 'unknownNode'],
    ...['script', 'iframe', 'svg', 'style', 'object', 'html', 'youtube', 'overflow', '__proto__', 'constructor', 'toString', 'root'].map((type): [string, unknown, string] => [`node ${type}`, root({ type, version: 1, children: [t('x')] }), 'unknownNode']),
    ['an item outside a list', root({ type: 'listitem', children: [t('x')] }), 'invalid'], ['words right in a list', root({ type: 'list', children: [t('x')] }), 'invalid'], ['a cell outside a row', root({ type: 'table', children: [{ type: 'tablecell', children: [] }] }), 'invalid'],
    ['a picture without slug', root(p(image({ slug: undefined }))), 'invalid'], ['a picture from a path', root(p(image({ slug: '../../etc/passwd' }))), 'invalid'], ['a picture from elsewhere', root(p(image({ slug: 'https://evil.example/x.png' }))), 'invalid'],
    ['a picture with a handler in its slug', root(p(image({ slug: 'x" onerror="alert(1)' }))), 'invalid'],
    ['a mention without id', root(p(mention({ personId: '3' }))), 'invalid'], ['a mention of nobody', root(p(mention({ personId: -1 }))), 'invalid'], ['a mention with a path', root(p(mention({ slug: 'a/../b' }))), 'invalid'], ['a mention without name', root(p(mention({ name: '\u202E' }))), 'invalid'],
    ['nothing written', root(p(t('  \u200B\u3164\u00AD\u2066 '))), 'empty'], ['no blocks', root(), 'empty'], ['only a rule', root({ type: 'horizontalrule' }), 'empty'],
    ['too many bytes', root(p(t(huge))), 'tooLong'], ['too many bytes in two-byte letters', root(p(t('é'.repeat(40_000)))), 'tooLong'], ['too many bytes in many parts', root(...Array.from({ length: 700 }, () => p(t('x'.repeat(100))))), 'tooLong'],
    ['too many bytes in addresses', root(...Array.from({ length: 60 }, () => p(link(`https://a.id/${'x'.repeat(2000)}`)))), 'tooLong'],
    ['100,000 nodes', root(...Array.from({ length: 100_000 }, () => p())), 'tooLong'], ['100,000 line breaks', root(p(...Array.from({ length: 100_000 }, () => ({ type: 'linebreak' })))), 'tooLong'],
    ['10,000 deep callouts', deep(10_000, 'callout'), 'tooDeep'], ['10,000 deep folded parts', deep(10_000, 'fold'), 'tooDeep'], ['10,000 deep titles', deep(10_000, 'fold-title'), 'tooDeep'], ['an empty callout', root({ type: 'callout', kind: 'tip', children: [] }), 'empty'], ['an empty folded part', root({ type: 'fold', children: [{ type: 'fold-title', children: [] }] }), 'empty'], ['a callout of text', root({ type: 'callout', kind: 'tip', children: 'x' }), 'invalid'], ['an item in a callout', root({ type: 'callout', children: [{ type: 'listitem', children: [t('x')] }] }), 'invalid'],
    ['10,000 deep', deep(10_000), 'tooDeep'], ['10,000 deep links', deep(10_000, 'link'), 'tooDeep'], ['10,000 deep lists', deepList(10_000), 'tooDeep'],
    ['100,000 deep as text', `{"root":{"type":"root","children":[${'{"type":"quote","children":['.repeat(100_000)}${']}'.repeat(100_000)}]}}`, 'tooDeep'],
    ['5 MB of JSON', ' '.repeat(5_000_000), 'tooLong'], ['a million brackets', '['.repeat(1_000_000), 'invalid'],
  ])('%s', (_, tree, reason) => {
    expect(reasonOf(() => contentFromLexical(tree))).toBe(`editor:errors.${reason}`)
  })
})

function expectHarmless({ html, text }: Content): void {
  expect(html).not.toMatch(/<(script|svg|style|iframe|object|embed|form|input|math|base|meta|link)\b/i)
  expect(html.replace(/>[^<]*/g, '>')).not.toMatch(/\son\w+\s*=|javascript:|vbscript:|data:|style=/i)
  expect(html + text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u200B\uFEFF]|[\u{E0000}-\u{E007F}]/u)
  expect(/\p{Cs}/u.test(html + text)).toBe(false)
  expect(sanitise(html)).toBe(html)
}

describe('taken and harmless', () => {
  test.each(badLinks)('link to %j keeps its words only', url => {
    for (const type of ['link', 'autolink']) {
      const content = contentFromLexical(root(p(link(url, type))))
      expect(content.html).toBe('<p>kata</p>')
    }
    const written = contentFromMarkdown(`[kata](${url}) dan [kata](<${url}>)`)
    expectHarmless(written)
    expect(written.html).not.toMatch(/href="(https?:)?\/\/evil/)
  })

  test.each(['https://balai.go.id/a?b=1&c=2#d', 'http://a.id/', 'mailto:nama@kota.go.id', 'tel:+62811234', '/pengetahuan/a', '/forum/t/1/-/2?x=%22'])('link to %s stays', url => {
    expect(contentFromLexical(root(p(link(url)))).html).toContain(`href="${url.replaceAll('&', '&amp;')}"`)
  })

  test.each<[string, Node]>([
    ['link that is an object', link({})], ['link without address', link(undefined)], ['words that are HTML', t('<script>alert(1)</script><img src=x onerror=alert(1)>')], ['words that are entities', t('&lt;script&gt;&#60;svg onload=1&#62;')],
    ['NUL and controls', t('a\u0000b\u0007c\u001Bd\u009Be')], ['overrides of direction', t('file\u202Egnp.exe \u2066x\u2069')], ['half a pair', t('x\uD800y\uDC00z')], ['tags and non-characters', t('x\u{E0041}\uFFFE\uFDD0y')],
    ['a heap of marks', t(`z${'\u0301'.repeat(500)}`)], ['style and handlers on words', t('x', { style: 'background:url(javascript:alert(1))', onclick: 'alert(1)', mode: 'token', detail: 9 })], ['formats that are not numbers', t('x', { format: '<b>' })], ['formats beyond', t('x', { format: 1e9 })],
    ['keys of the prototype', JSON.parse('{"type":"text","text":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as Node],
    ['words in a picture', image({ alt: '"><script>alert(1)</script>', width: '1"onload="x', height: 5, src: 'https://evil.example/x.png', onerror: 'alert(1)' })], ['a name with markup', mention({ name: '<img src=x onerror=alert(1)>' })],
  ])('%s', (_, node) => {
    const content = contentFromLexical(root(p(t('awal '), node)))
    expectHarmless(content)
    expect(content.html).not.toContain('evil.example/x.png"')
    expect(({} as Node).polluted).toBeUndefined()
    expect(JSON.stringify(content.doc)).not.toMatch(/onclick|onerror":|__proto__|constructor|polluted/)
  })

  test('fields of blocks are our own', () => {
    const content = contentFromLexical(root(
      { type: 'heading', tag: 'script', children: [t('judul')] }, { type: 'code', language: '"><script>', children: [t('</code></pre><script>x</script>')] },
      { type: 'list', listType: 'evil', start: '1"', tag: 'script', children: [{ type: 'listitem', value: {}, checked: 'yes', children: [t('satu')] }] },
      { type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', headerState: 99, colSpan: 1e9, rowSpan: '2', backgroundColor: 'url(x)', children: [] }] }] },
      { type: 'quote', cite: { threadId: 1, number: '2', name: 'x' }, children: [t('kutip')] }, { type: 'post-quote', cite: { threadId: 1, number: 2, name: '<b>"' }, children: [t('kutip')] },
    ))
    expectHarmless(content)
    expect(content.html).toBe('<h3>judul</h3><pre><code>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;x&lt;/script&gt;</code></pre><ul><li>satu</li></ul><div class="scroll" tabindex="0"><table><tbody><tr><td></td></tr></tbody></table></div>' +
      '<blockquote><p>kutip</p></blockquote><blockquote><cite><a href="/forum/t/1/-/2">&lt;b&gt;" di #2</a></cite><p>kutip</p></blockquote>')
  })

  test('callouts and folded parts are our own, and no deeper than two', () => {
    const callout = (kind: unknown, ...children: unknown[]): Node => ({ type: 'callout', version: 1, kind, children })
    const fold = (...children: unknown[]): Node => ({ type: 'fold', version: 1, open: true, onclick: 'alert(1)', children })
    const title = (...children: unknown[]): Node => ({ type: 'fold-title', version: 1, children })
    const html = (...nodes: unknown[]): string => {
      const content = contentFromLexical(root(...nodes))
      expectHarmless(content)
      return content.html
    }
    for (const kind of ['evil"><script>', {}, 7, 'toString', '__proto__', undefined]) expect(html(callout(kind, p(t('x'))))).toBe('<aside class="callout note" role="note"><p class="kind">Catatan</p><p>x</p></aside>')
    expect(html(fold(title(t('<script>'), link('/a'), { type: 'linebreak' }, image({}), mention({}), p(t('y'))), p(t('x'))))).toBe('<details><summary>&lt;script&gt;kata foto@Sri y</summary><p>x</p></details>')
    expect(html(fold(p(t('x')), title(t('kedua'))))).toBe('<details><summary>Rincian</summary><p>x</p><p>kedua</p></details>')
    expect(html(title(t('lepas')), fold(t('kata'), title(t('a')), title(t('b'))))).toBe('<p>lepas</p><details><summary>Rincian</summary><p>kata</p><p>a</p><p>b</p></details>')
    expect(html(callout('tip', fold(title(t('a')), callout('note', fold(title(t('b')), p(t('c')))))))).toBe('<aside class="callout tip" role="note"><p class="kind">Kiat</p><details><summary>a</summary><p>b</p><p>c</p></details></aside>')
    const boxed = callout('tip', p(t('a')), p(t('b')))
    expect(html({ type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [boxed, fold(title(t('c')), p(t('d')))] }] }] })).toBe('<div class="scroll" tabindex="0"><table><tbody><tr><td><p>a</p><p>b</p><p>c</p><p>d</p></td></tr></tbody></table></div>')
    expect(html({ type: 'list', children: [{ type: 'listitem', children: [t('x'), boxed] }] }, { type: 'quote', children: [fold(title(t('c')), p(t('d')))] })).toBe('<ul><li>x<br />a<br />b</li></ul><blockquote><p>c<br />d</p></blockquote>')
    expect(html({ type: 'code', children: [t('x'), boxed] })).toMatch(/^<pre><code>x\na\nb<\/code><\/pre>$/)
  })

  test('strays are put right', () => {
    const content = contentFromLexical(root(t('lepas'), link('/a'), p(t('x'), p(t('y'))), { type: 'list', children: [{ type: 'listitem', children: [p(t('a')), p(t('b')), { type: 'list', children: [{ type: 'listitem', children: [t('c')] }] }] }] }))
    expect(content.html).toBe('<p>lepas<a href="/a">kata</a></p><p>x<br />y</p><ul><li>a<br />b<ul><li>c</li></ul></li></ul>')
  })

  test.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<iframe src="javascript:alert(1)">', '<style>*{}</style>', '<a href="javascript:alert(1)">x</a>', '<div onclick=x>', '<!-- x --><b>x</b>', '<javascript:alert(1)>', '<data:text/html,x>',
    '![x](https://evil.example/x.png)', '![x](javascript:alert(1))', '![x](data:image/png;base64,AA)', '[x](<javascript:alert(1)>)', '[x](java\\script:alert(1))', '[a](/x "onmouseover=alert(1)")', '[![x](/berkas/abcd1234)](javascript:x)', '[@Sri](/orang/../x "3")', '[@Sri](/orang/sri "3e9")',
    '`<script>`', '```html\n<script>alert(1)</script>\n```', '| <script> | b |\n|---|---|\n| <img onerror=x> | [x](javascript:x) |', '> <script>', '# <svg onload=x>', '<details onclick=x>\n<summary>x</summary>\n\ny\n\n</details>', '<details>\n<summary onclick="x">x</summary>\n\n<script>y</script>\n\n</details>', '<details>\n<summary><img src=x onerror=alert(1)>[x](javascript:x)</summary>\n\n<svg onload=x>\n\n</details>', '<details open>', '</details>', '> [!NOTE]\n> <script>x</script>', '> [!"><script>]\n> x', '> [!constructor]\n> x', '<aside>x</aside>',
    'a\u0000b\u202Ec\uD800', '&#106;avascript:x [x](&#106;avascript:alert(1))', 'https://a.id/"onmouseover="alert(1)', '\\<script>',
  ])('Markdown %j', markdown => {
    expectHarmless(contentFromMarkdown(`kata ${markdown}`))
    expectHarmless(contentFromMarkdown(`kata\n\n${markdown}`))
  })

  test.each<[string, string]>([
    ['emphasis', '*a'.repeat(15_000)], ['strong', '**a '.repeat(15_000)], ['mixed runs', '*_~~**__'.repeat(8_000)], ['brackets', '['.repeat(60_000)], ['link openers', '[a]('.repeat(15_000)], ['pictures', '![x]('.repeat(10_000)], ['closers', ']'.repeat(60_000)],
    ['backticks', Array.from({ length: 340 }, (_, n) => '`'.repeat(n + 1)).join(' ')], ['angle brackets', '<a:'.repeat(20_000)], ['quotes', '>'.repeat(60_000)], ['lines of quotes', '>\n'.repeat(30_000)], ['addresses', 'https://'.repeat(8_000)], ['pipes', '|'.repeat(60_000)], ['dividers', `${'|-'.repeat(30_000)}\n`.repeat(2).slice(0, 65_000)],
    ['nested lists', Array.from({ length: 340 }, (_, n) => `${' '.repeat(n)}- x`).join('\n')], ['marks of rules', '- '.repeat(30_000)], ['hashes', '#'.repeat(60_000)], ['escapes', '\\'.repeat(60_000)], ['spaces', ' '.repeat(60_000) + 'x'], ['link with spaces', `[a](${' '.repeat(50_000)}`],  ['callouts', '> [!TIP]\n'.repeat(7_000)], ['callouts in callouts', Array.from({ length: 240 }, (_, n) => `${'> '.repeat(n + 1)}[!TIP]`).join('\n')], ['open parts', '<details><summary>x</summary>\n'.repeat(2_100)], ['parts in parts', `${'<details><summary>x</summary>\n'.repeat(1_400)}${'</details>\n'.repeat(1_400)}`], ['closed parts', '</details>\n'.repeat(5_800)], ['parts without titles', '<details>\n'.repeat(6_000)],
    ['open fence', '```'.repeat(20_000)], ['combining', `a${'\u0301'.repeat(30_000)}`],
  ])('a storm of %s ends', (_, markdown) => {
    const answer = reasonOf(() => contentFromMarkdown(`kata ${markdown}`))
    expect(answer).toMatch(/^(taken|editor:errors\.(tooLong|tooDeep))$/)
    expect(reasonOf(() => contentFromMarkdown(`kata\n\n${markdown}`))).toMatch(/^(taken|editor:errors\.(tooLong|tooDeep))$/)
  })
})

test('the form prefers the tree, and falls back to Markdown', () => {
  expect(contentFromForm({ doc: JSON.stringify(root(p(t('pohon')))), markdown: 'teks' }).text).toBe('pohon')
  expect(contentFromForm({ doc: '', markdown: '*teks*' }).html).toBe('<p><em>teks</em></p>')
  expect(reasonOf(() => contentFromForm({ doc: null }))).toBe('editor:errors.empty')
})
