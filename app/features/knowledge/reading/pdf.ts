import { getDocumentProxy } from 'unpdf'
import { BOUNDS, Unreadable } from './bounds.ts'

/** Words of each page, one after the other, as the page gives them. @throws Unreadable */
export async function* readPdf(data: Uint8Array): AsyncGenerator<string> {
  const pdf = await getDocumentProxy(data, { verbosity: 0, stopAtErrors: false }).catch((error: unknown) => {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'LOCKED' : 'BROKEN')
  })
  if (pdf.numPages < 1) throw new Unreadable('BROKEN')
  for (let number = 1; number <= Math.min(pdf.numPages, BOUNDS.pages); number += 1) {
    const page = await pdf.getPage(number).catch(() => null)
    const content = await page?.getTextContent().catch(() => null)
    yield (content?.items ?? []).map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    page?.cleanup()
  }
}
