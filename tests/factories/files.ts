import JSZip from 'jszip'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { picture } from './uploads'

/** Real files with words in them, and files that mean harm. */
export async function pdfWith(...pages: string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const text of pages) {
    const page = pdf.addPage()
    if (text) page.drawText(text, { x: 40, y: 700, size: 12, font })
  }
  return pdf.save()
}

/** A PDF of pictures alone. */
export async function scan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const image = await pdf.embedPng(await picture('png'))
  pdf.addPage().drawImage(image, { x: 0, y: 0, width: 300, height: 400 })
  return pdf.save()
}

/** Says it needs a password: the smallest encryption dictionary a reader takes seriously. */
export const lockedPdf = (): Uint8Array => Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -60/O<${'28'.repeat(32)}>/U<${'41'.repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>
%%EOF
`)

export const brokenPdf = (): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4_000, 0x41)])

const types = (part: string, type: string) => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export async function docxOf(document: string, more: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file('[Content_Types].xml', types('word/document.xml', DOCX))
  zip.file('word/document.xml', document)
  for (const [name, content] of Object.entries(more)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

export const docxWith = (...paragraphs: string[]): Promise<Uint8Array> =>
  docxOf(`<w:document xmlns:w="w"><w:body>${paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`)

/** Some kB that unpack to 100 MB; `liar` says of itself that it holds 1,000 bytes. */
export async function zipBomb(liar = false): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file('[Content_Types].xml', types('word/document.xml', DOCX))
  zip.file('word/document.xml', new Uint8Array(100 * 1024 * 1024))
  const bytes = Buffer.from(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 }, streamFiles: false }))
  if (liar) {
    for (let at = 0; (at = bytes.indexOf('word/document.xml', at)) >= 0; at += 1) {
      const central = bytes.subarray(at - 46, at - 42).toString('latin1') === 'PK\x01\x02'
      bytes.writeUInt32LE(1_000, central ? at - 22 : at - 8)
    }
  }
  return bytes
}
