import JSZip from 'jszip'

/** A bar chart beside the table its figures stand in: labels in column A, figures in another column, from row 2 on. */
export interface SheetChart {
  /** number of the sheet in its book, from 1 */
  sheet: number
  /** its name as it stands on the tab */
  name: string
  title: string
  /** letter of the column with the figures */
  column: string
  labels: readonly string[]
  values: readonly number[]
  /** columns of the sheet: the chart begins beside the last one */
  columns: number
}

const xml = (text: string): string => text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawingMl = 'http://schemas.openxmlformats.org/drawingml/2006'
const relations = (one: string) => `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${one}</Relationships>`
const points = (values: readonly (string | number)[]) => `<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${xml(String(value))}</c:v></c:pt>`).join('')}`
const written = (size: number, bold = 0) => `<a:defRPr sz="${size}" b="${bold}"><a:solidFill><a:srgbClr val="16292C"/></a:solidFill></a:defRPr>`
const axis = (id: number, other: number) => `<c:axId val="${id}"/><c:scaling><c:orientation val="ORIENTATION"/></c:scaling><c:delete val="DELETED"/><c:axPos val="PLACE"/>REST<c:crossAx val="${other}"/><c:crosses val="autoZero"/>`
const words = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${written(1000)}</a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>`

/** Bars from zero, each with its figure at its end; the first row on top, as in the table. */
function chartXml({ name, title, column, labels, values }: SheetChart): string {
  const sheet = `'${name.replaceAll('\'', '\'\'')}'`
  const range = (letter: string) => xml(`${sheet}!$${letter}$2:$${letter}$${labels.length + 1}`)
  const category = axis(1, 2).replace('ORIENTATION', 'maxMin').replace('DELETED', '0').replace('PLACE', 'l')
    .replace('REST', `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="8A9797"/></a:solidFill></a:ln></c:spPr>${words}`)
  const value = axis(2, 1).replace('<c:orientation val="ORIENTATION"/>', '<c:orientation val="minMax"/><c:min val="0"/>').replace('DELETED', '1').replace('PLACE', 't')
    .replace('REST', '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>')
  return `${head}<c:chartSpace xmlns:c="${drawingMl}/chart" xmlns:a="${drawingMl}/main" xmlns:r="${office}"><c:roundedCorners val="0"/><c:chart>
<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${written(1200, 1)}</a:pPr><a:r><a:rPr lang="id-ID" sz="1200" b="1"/><a:t>${xml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>
<c:spPr><a:solidFill><a:srgbClr val="0F6E63"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>
<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${words}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
<c:cat><c:strRef><c:f>${range('A')}</c:f><c:strCache>${points(labels)}</c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:f>${range(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val>
</c:ser><c:gapWidth val="55"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx>${category}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx>${value}<c:crossBetween val="between"/></c:valAx></c:plotArea>
<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

const drawingXml = ({ columns, labels, title }: SheetChart) => `${head}<xdr:wsDr xmlns:xdr="${drawingMl}/spreadsheetDrawing" xmlns:a="${drawingMl}/main"><xdr:twoCellAnchor>
<xdr:from><xdr:col>${columns + 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${columns + 10}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${Math.max(12, 5 + labels.length * 3)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${xml(title).slice(0, 80)}" descr="${xml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>
<a:graphic><a:graphicData uri="${drawingMl}/chart"><c:chart xmlns:c="${drawingMl}/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`

/** The writer of spreadsheets knows no charts: their parts are put into the finished book. Sheets with a chart have no picture and no link of their own. */
export async function withCharts(book: Buffer, charts: readonly SheetChart[]): Promise<Buffer> {
  const zip = await JSZip.loadAsync(book)
  const read = async (path: string) => (await zip.file(path)?.async('string')) ?? ''
  let kinds = await read('[Content_Types].xml')
  for (const [at, chart] of charts.entries()) {
    const path = `xl/worksheets/sheet${chart.sheet}.xml`
    const sheet = await read(path)
    const place = sheet.includes('<extLst') ? sheet.lastIndexOf('<extLst', sheet.lastIndexOf('</worksheet>')) : sheet.lastIndexOf('</worksheet>')
    if (sheet === '' || place < 0 || zip.file(`xl/worksheets/_rels/sheet${chart.sheet}.xml.rels`)) throw new Error(`no place for a chart on sheet ${chart.sheet}`)
    const number = at + 1
    zip.file(path, `${sheet.slice(0, place)}<drawing xmlns:r="${office}" r:id="rId1"/>${sheet.slice(place)}`)
    zip.file(`xl/worksheets/_rels/sheet${chart.sheet}.xml.rels`, relations(`<Relationship Id="rId1" Type="${office}/drawing" Target="../drawings/drawing${number}.xml"/>`))
    zip.file(`xl/drawings/drawing${number}.xml`, drawingXml(chart))
    zip.file(`xl/drawings/_rels/drawing${number}.xml.rels`, relations(`<Relationship Id="rId1" Type="${office}/chart" Target="../charts/chart${number}.xml"/>`))
    zip.file(`xl/charts/chart${number}.xml`, chartXml(chart))
    kinds = kinds.replace('</Types>', `<Override PartName="/xl/drawings/drawing${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>`)
  }
  zip.file('[Content_Types].xml', kinds)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
