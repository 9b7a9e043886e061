import { describe, expect, test } from 'vitest'
import { cleanPaste } from './plugins/clean-paste'

const cleaned = (html: string): string => cleanPaste(html).body.innerHTML.replace(/\s*\n\s*/g, '').trim()

describe('what Word puts on the clipboard', () => {
  test('headings, emphasis and paragraphs stay, everything else goes', () => {
    expect(cleaned(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p {color:red} --></style></head><body lang=IN>
      <h1 style='color:#2F5496'><span lang=IN style='font-family:Calibri'>Laporan<o:p></o:p></span></h1>
      <p class=MsoNormal align=center style='margin-left:36pt;color:red'><b style='mso-bidi-font-weight:normal'><span style='font-size:14pt;background:yellow'>Tebal</span></b> dan <i>miring</i> <u>garis</u></p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>`)).toBe('<h2>Laporan</h2><p><strong>Tebal</strong> dan <em>miring</em> garis</p>')
  })

  test('its false lists become lists, with their levels and kinds', () => {
    const item = (level: number, sign: string, words: string): string => `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>${words}</p>`
    expect(cleaned(item(1, '·', 'satu') + item(2, 'o', 'anak') + item(1, '·', 'dua') + item(1, '1.', 'nomor') + '<p>lalu</p>' + item(1, 'a)', 'huruf')))
      .toBe('<ul><li>satu<ul><li>anak</li></ul></li><li>dua</li></ul><ol><li>nomor</li></ol><p>lalu</p><ol><li>huruf</li></ol>')
  })

  test('tables keep their cells', () => {
    expect(cleaned('<table class=MsoTableGrid border=1 style="border:none"><tbody><tr><td width=200 style="background:#D9E2F3" colspan=2><p class=MsoNormal>isi</p></td></tr></tbody></table>')).toBe('<table><tbody><tr><td colspan="2"><p>isi</p></td></tr></tbody></table>')
  })
})

describe('what pages put there', () => {
  test.each<[string, string, string]>([
    ['Google Docs', '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir=ltr style="line-height:1.3"><span style="font-weight:700;color:#000">Docs</span><span style="font-style:italic"> miring</span><span style="text-decoration:line-through">coret</span></p></b>', '<p><strong>Docs</strong><em> miring</em><s>coret</s></p>'],
    ['classes, ids and handlers', '<p class="x" id="y" onclick="alert(1)" style="position:fixed" data-x="1">kata</p>', '<p>kata</p>'],
    ['scripts, frames and forms', '<p>kata</p><script>alert(1)</script><object>x</object><svg onload=alert(1)></svg><button>x</button>', '<p>kata</p>'],
    ['links', '<a href="https://a.go.id/b" target="_blank" class="x">a</a> <a href="javascript:alert(1)">b</a>', '<a href="https://a.go.id/b">a</a> b'],
    ['foreign pictures', '<p><img src="https://x.id/lacak.gif" alt="peta"></p>', '<p>peta</p>'],
    ['our own pictures', '<img src="/berkas/abcd1234" alt="peta" class="x" onerror="x">', '<img src="/berkas/abcd1234" alt="peta">'],
    ['headings of all sizes', '<h1>a</h1><h2>b</h2><h4>c</h4>', '<h2>a</h2><h2>b</h2><h3>c</h3>'],
    ['wrappers', '<section><article><font color=red>kata</font></article></section>', '<div><div>kata</div></div>'],
  ])('%s', (_, html, wanted) => {
    expect(cleaned(html)).toBe(wanted)
  })

  test('no style and no handler is ever read as one', () => {
    const page = cleanPaste(`<p style="color:red" ONCLICK='x' onmouseover=x>a</p><style>p{}</style>`)
    expect(page.documentElement.outerHTML).not.toMatch(/style|onclick|onmouseover|data-css|data-off/i)
  })
})
