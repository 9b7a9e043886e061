import JSZip from 'jszip'

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const P = 'http://schemas.openxmlformats.org/presentationml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const plain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const rels = (list: readonly [id: string, type: string, target: string][]) =>
  `${head}<Relationships xmlns="${REL}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`).join('')}</Relationships>`
const group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
const colours = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  .map((name, index) => `<a:${name}><a:srgbClr val="${index % 2 === 1 && index < 4 ? 'FFFFFF' : index === 0 ? '1C2B26' : '14694F'}"/></a:${name}>`).join('')
const fonts = (name: string) => `<a:${name}><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`
const three = (inner: string) => inner.repeat(3)
const theme = `${head}<a:theme xmlns:a="${A}" name="Balai"><a:themeElements><a:clrScheme name="Balai">${colours}</a:clrScheme><a:fontScheme name="Balai">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme>`
  + `<a:fmtScheme name="Balai"><a:fillStyleLst>${three('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')}</a:fillStyleLst><a:lnStyleLst>${three('<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>')}</a:lnStyleLst>`
  + `<a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${three('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

function shape(id: number, name: string, lines: readonly string[], top: number, height: number, size: number): string {
  const text = lines.map(line => `<a:p><a:r><a:rPr lang="id-ID" sz="${size}"/><a:t>${plain(line)}</a:t></a:r></a:p>`).join('')
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="${top}"/><a:ext cx="7900000" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
    + `<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>${text}</p:txBody></p:sp>`
}

/** A presentation of plain slides: a title and its lines. */
export async function makePptx(slides: readonly { title: string; lines: readonly string[] }[], date: Date): Promise<Uint8Array> {
  const zip = new JSZip()
  const put = (name: string, text: string) => zip.file(name, text, { date, createFolders: false })
  const names = slides.map((_slide, index) => `slide${index + 1}`)
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`
  put('[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + override('/ppt/presentation.xml', `${TYPE}.presentation.main+xml`) + override('/ppt/slideMasters/slideMaster1.xml', `${TYPE}.slideMaster+xml`) + override('/ppt/slideLayouts/slideLayout1.xml', `${TYPE}.slideLayout+xml`)
    + override('/ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml') + names.map(name => override(`/ppt/slides/${name}.xml`, `${TYPE}.slide+xml`)).join('') + '</Types>')
  put('_rels/.rels', rels([['rId1', 'officeDocument', 'ppt/presentation.xml']]))
  put('ppt/presentation.xml', `${head}<p:presentation xmlns:a="${A}" xmlns:r="${R}" xmlns:p="${P}"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>`
    + names.map((_name, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 2}"/>`).join('') + '</p:sldIdLst><p:sldSz cx="9144000" cy="5143500"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>')
  put('ppt/_rels/presentation.xml.rels', rels([['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'], ...names.map((name, index): [string, string, string] => [`rId${index + 2}`, 'slide', `slides/${name}.xml`])]))
  const map = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
  put('ppt/slideMasters/slideMaster1.xml', `${head}<p:sldMaster xmlns:a="${A}" xmlns:r="${R}" xmlns:p="${P}"><p:cSld><p:spTree>${group}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`)
  put('ppt/slideMasters/_rels/slideMaster1.xml.rels', rels([['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'], ['rId2', 'theme', '../theme/theme1.xml']]))
  put('ppt/slideLayouts/slideLayout1.xml', `${head}<p:sldLayout xmlns:a="${A}" xmlns:r="${R}" xmlns:p="${P}" type="blank"><p:cSld name="Kosong"><p:spTree>${group}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
  put('ppt/slideLayouts/_rels/slideLayout1.xml.rels', rels([['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml']]))
  put('ppt/theme/theme1.xml', theme)
  for (const [index, { title, lines }] of slides.entries()) {
    put(`ppt/slides/slide${index + 1}.xml`, `${head}<p:sld xmlns:a="${A}" xmlns:r="${R}" xmlns:p="${P}"><p:cSld><p:spTree>${group}${shape(2, 'Judul', [title], 400000, 900000, 2800)}${shape(3, 'Isi', lines, 1400000, 3300000, 1800)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
    put(`ppt/slides/_rels/slide${index + 1}.xml.rels`, rels([['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml']]))
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
