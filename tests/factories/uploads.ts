import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { zipSync } from './zip'

/** Real bytes of each accepted kind, and hostile ones. */
export const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif', width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 110, b: 90 } } }).toFormat(format).toBuffer()

/** A photo that says where it was taken. */
export const photoWithPlace = () =>
  sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#246' } })
    .withExif({ IFD0: { Make: 'KameraRahasia', Copyright: 'Siapa' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '1/1 44/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '98/1 46/1 0/1' } })
    .jpeg().toBuffer()

export const pdf = (size = 0) => Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'), Buffer.alloc(size, 0x20)])
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const svgWithProlog = Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg])
export const html = Buffer.from('<!doctype html><script>alert(1)</script>')
export const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])

const office = (part: string, type: string) => zipSync({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
  [part]: '<x/>',
})
export const docx = () => office('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')
export const xlsx = () => office('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')
export const macroDocument = () => office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml')
export const zip = () => zipSync({ 'a.txt': 'halo' })
export const odt = () => zipSync({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A file of a few kB that unpacks to 10,000 × 10,000 pixels. */
export function bomb(): Buffer {
  const side = 10_000
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1 // one bit a pixel, grey
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)))
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), pngChunk('IHDR', head), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))])
}
