/** A process of its own, as `read.ts`: takes a file that is to become an article and tells its text and pictures, or why it cannot, as JSON. */
import { Unreadable } from './bounds.ts'
import type { Imported } from './imported.ts'

async function convert(format: string, data: Uint8Array): Promise<Imported> {
  if (format === 'docx') return (await import('./docx.ts')).readDocxText(data)
  if (format === 'html') return (await import('./html.ts')).readHtml(new TextDecoder().decode(data))
  const markdown = await import('./markdown.ts')
  return format === 'zip' ? markdown.readMarkdownZip(data) : markdown.readMarkdown(new TextDecoder().decode(data), () => null)
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const all = Buffer.concat(chunks)
const told = await convert(process.argv[2] ?? '', new Uint8Array(all.buffer, all.byteOffset, all.byteLength)).catch((error: unknown) => ({ outcome: error instanceof Unreadable ? error.outcome : 'BROKEN' }))
process.stdout.write(JSON.stringify(told), () => process.exit(0))
