/** A process of its own: takes a book as JSON on its input and gives the file on its output. Making a long one takes seconds, which no page has to wait for. */
import type { Book } from './book.ts'

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const book = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Book
const made = book.format === 'pdf' ? await (await import('./make-pdf.ts')).makePdf(book) : book.format === 'docx' ? await (await import('./make-docx.ts')).makeDocx(book) : await (await import('./make-zip.ts')).makeZip(book)
process.stdout.write(made, () => process.exit(0))
