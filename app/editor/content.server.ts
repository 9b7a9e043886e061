import { translator } from '~/platform/i18n/words'
import { calloutKinds, calloutWords, type CalloutKind, type Doc } from './tree/doc'
import { fromMarkdown } from './tree/from-markdown'
import { sanitise } from './tree/sanitise.server'
import { toHtml } from './tree/to-html'
import { toMarkdown } from './tree/to-markdown'
import { toText, usedIn } from './tree/to-text'
import { refuse, validDoc } from './tree/validate.server'

export { MAX_DEPTH, MAX_NODES, MAX_TEXT } from './tree/doc'

/** Version of what turns a tree into HTML. Raise it when the same tree gives other HTML, and derive stored HTML anew. */
export const RENDERER = 1

/** characters of JSON that are looked at at all: a full document of 20,000 small nodes is about half of it */
const MAX_JSON = 4_000_000
type Locale = Parameters<typeof translator>[0]

export interface Content {
  /** Lexical JSON, rebuilt from known parts: the truth */
  doc: object
  /** sanitised, ready to print as it is */
  html: string
  /** the words alone, one line per block */
  text: string
  /** ids of the persons mentioned. The writer chose them: check that they exist and may read before telling them */
  mentions: number[]
  /** slugs of our own files shown or linked. Check that the writer may use them */
  uploads: string[]
  renderer: number
}

/**
 * The door of the rich editor.
 * @param json the tree, or its JSON as text; not to be trusted
 * @throws Invalid on the field `markdown` with `editor:errors.tooLong|empty|tooDeep|unknownNode|invalid`
 */
export function contentFromLexical(json: unknown): Content {
  return contentOf(validDoc(typeof json === 'string' ? parsed(json) : json))
}

/**
 * The door of the plain text area, and of anything else that writes Markdown. Raw HTML in it is plain text.
 * @throws Invalid as `contentFromLexical`
 */
export function contentFromMarkdown(markdown: string): Content {
  if (markdown.length > 2 * 64 * 1024) throw refuse('tooLong')
  return contentOf(validDoc(fromMarkdown(markdown)))
}

/** What the composer's form sends: the tree when the editor was open (`doc`), else what stands in the text area. */
export function contentFromForm(form: { doc?: string | null | undefined; markdown?: string | null | undefined }): Content {
  return form.doc ? contentFromLexical(form.doc) : contentFromMarkdown(form.markdown ?? '')
}

/** A stored tree as Markdown, to edit it without JavaScript and to quote it. Reads back as the same tree. */
export const markdownFromDoc = (doc: unknown): string => toMarkdown(validDoc(doc))

/** @throws Invalid as `contentFromLexical` */
export const docFromMarkdown = (markdown: string): object => validDoc(fromMarkdown(markdown))

/** The words over callouts in a reader's language. */
export function calloutWordsIn(locale: Locale): Record<CalloutKind, string> {
  const t = translator(locale, 'editor')
  return { note: t('callout.note'), tip: t('callout.tip'), important: t('callout.important'), warning: t('callout.warning') }
}

/** Stored HTML with the words of the house in it, which are those over callouts, in a reader's language. */
export function htmlIn(html: string, locale: Locale): string {
  if (locale === 'id' || !html.includes('<p class="kind">')) return html
  const words = calloutWordsIn(locale)
  return calloutKinds.reduce((said, kind) => said.replaceAll(`<p class="kind">${calloutWords[kind]}</p>`, `<p class="kind">${words[kind]}</p>`), html)
}

function contentOf(doc: Doc): Content {
  const html = sanitise(toHtml(doc))
  return { doc, html, text: toText(doc), ...usedIn(doc), renderer: RENDERER }
}

function parsed(json: string): unknown {
  if (json.length > MAX_JSON) throw refuse('tooLong')
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw refuse('invalid')
  }
}
