import type { CalloutKind } from '../tree/doc'
import { calloutNamed } from '../tree/from-markdown'
import { safeUrl, uploadOf } from '../tree/safe-url'

const dropped = 'style,script,meta,link,title,head,xml,iframe,object,embed,svg,math,button,select,textarea,template,noscript,canvas,video,audio,input:not([type="checkbox"])'
const kept = new Set(['P', 'DIV', 'H2', 'H3', 'STRONG', 'EM', 'S', 'CODE', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'A', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'IMG', 'HR', 'BR', 'BODY', 'HTML', 'INPUT', 'ASIDE', 'DETAILS', 'SUMMARY'])
const renamed: Record<string, string> = { B: 'strong', I: 'em', DEL: 's', STRIKE: 's', H1: 'h2', H4: 'h3', H5: 'h3', H6: 'h3', TT: 'code', KBD: 'code', SAMP: 'code', ARTICLE: 'div', SECTION: 'div', HEADER: 'div', FOOTER: 'div', MAIN: 'div', NAV: 'div', ADDRESS: 'div', CENTER: 'div', FIGURE: 'div', FIGCAPTION: 'p', CAPTION: 'p', DT: 'p', DD: 'p', DL: 'div', FORM: 'div', FIELDSET: 'div' }
const attributes: Record<string, string[]> = { A: ['href'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan'], OL: ['start'], IMG: ['src', 'alt', 'width', 'height'], INPUT: ['type', 'checked'], ASIDE: ['class'] }

/**
 * What Word, Google Docs and web pages put on the clipboard, reduced to structure: headings, lists (Word's false ones too), tables, links,
 * bold, italic and strike. Classes, colours, sizes, scripts and foreign pictures go.
 */
export function cleanPaste(html: string): Document {
  const page = new DOMParser().parseFromString(quiet(html), 'text/html')
  const { body } = page
  for (const element of body.querySelectorAll(dropped)) element.remove()
  wordLists(body)
  for (const element of body.querySelectorAll<HTMLElement>('aside,[class*="markdown-alert"],[class*="admonition"]')) if (!/-title\b/.test(element.className)) callout(element)
  for (const element of body.querySelectorAll('details')) fold(element)
  for (const element of [...body.querySelectorAll('*')].reverse()) reduce(element)
  for (const element of body.querySelectorAll('p')) if (blank(element)) element.remove()
  return page
}

/** Even a page that is never shown reports inline styles and handlers to the Content-Security-Policy: they are renamed before it is read. */
const quiet = (html: string): string => html
  .replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]>]*\]>/g, '').replace(/<\/?o:p[^>]*>/gi, '').replace(/<style[\s\S]*?<\/style[^>]*>/gi, '')
  .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/([\s"'/])style\s*=/gi, '$1data-css=').replace(/([\s"'/])on[a-z]+\s*=/gi, '$1data-off='))

const blank = (element: Element): boolean => !element.querySelector('img,br,input') && (element.textContent ?? '').replace(/[\s\u00A0]/g, '') === ''
const styleOf = (element: Element): string => (element.getAttribute('data-css') ?? '').toLowerCase()

function reduce(element: Element): void {
  const style = styleOf(element)
  const tag = element.tagName.toUpperCase()
  if (tag === 'IMG') return picture(element)
  if (tag === 'A') {
    const url = safeUrl(element.getAttribute('href'))
    if (!url) return unwrap(element)
    element.setAttribute('href', url)
  }
  // Google Docs wraps everything in <b style="font-weight:normal">
  const notBold = (tag === 'B' || tag === 'STRONG') && /(?:^|[;\s])font-weight:\s*(normal|[1-4]00)/.test(style)
  if ((tag === 'SPAN' || tag === 'FONT' || tag === 'U') && style) return restyle(element, style)
  const name = renamed[tag]
  if (notBold || (!kept.has(tag) && !name)) return unwrap(element)
  const target = name ? rename(element, name) : element
  const allowed = attributes[target.tagName.toUpperCase()] ?? []
  for (const { name: attribute } of [...target.attributes]) if (!allowed.includes(attribute)) target.removeAttribute(attribute)
}

/** What pages call their callouts: ours, GitHub's and those of manuals. A bare `<aside>` is a note. */
function kindOf(words: string): CalloutKind | undefined {
  for (const word of words.toLowerCase().split(/[^a-z]+/)) {
    const kind = calloutNamed(/^(danger|error|attention)$/.test(word) ? 'warning' : word === 'hint' ? 'tip' : word)
    if (kind) return kind
  }
  return undefined
}

const noBox = 'li,td,th,p,blockquote,pre,a,summary'
const blocks = 'p,div,h1,h2,h3,h4,h5,h6,ul,ol,blockquote,pre,table,hr,aside,details,section,article'

function callout(element: HTMLElement): void {
  const kind = kindOf(element.className) ?? 'note'
  // the word over it stands there by itself
  const title = element.querySelector(':scope > .kind, :scope > .markdown-alert-title, :scope > .admonition-title')
  if (title && kindOf(title.textContent ?? '')) title.remove()
  if (element.parentElement?.closest(noBox)) return unwrap(element)
  const box = rename(element, 'aside')
  box.className = `callout ${kind}`
  gather(box)
}

/** The title first and once, with words alone; everything else in paragraphs and blocks. Where no part may stand, what is in it stays. */
function fold(element: Element): void {
  const titles = [...element.children].filter(child => child.tagName === 'SUMMARY')
  const within = Boolean(element.parentElement?.closest(noBox))
  for (const title of titles.slice(within ? 0 : 1)) rename(title, 'p')
  if (within) return unwrap(element)
  const title = titles[0] ?? element.ownerDocument.createElement('summary')
  for (const block of title.querySelectorAll(blocks)) block.replaceWith(...block.childNodes)
  element.prepend(title)
  gather(element)
}

/** Words that stand between blocks, as paragraphs. */
function gather(box: Element): void {
  let line: Element | null = null
  for (const child of [...box.childNodes]) {
    if (child instanceof Element && (child.matches(blocks) || child.tagName === 'SUMMARY' || child.querySelector(blocks))) line = null
    else if (line) line.append(child)
    else if ((child.textContent ?? '').trim() !== '' || child instanceof Element) {
      line = box.ownerDocument.createElement('p')
      child.before(line)
      line.append(child)
    }
  }
}

function picture(element: Element): void {
  if (uploadOf(element.getAttribute('src') ?? '')) {
    for (const { name } of [...element.attributes]) if (!attributes.IMG?.includes(name)) element.removeAttribute(name)
  } else element.replaceWith(element.getAttribute('alt') ?? '')
}

function restyle(element: Element, style: string): void {
  const wanted = [/(?:^|[;\s])font-weight:\s*(bold|bolder|[6-9]00)/.test(style) && 'strong', /(?:^|[;\s])font-style:\s*(italic|oblique)/.test(style) && 'em', /text-decoration[^;]*line-through/.test(style) && 's'].filter(name => name !== false)
  let inner: Node[] = [...element.childNodes]
  if ((element.textContent ?? '').trim() !== '') for (const name of wanted) {
    const wrapper = element.ownerDocument.createElement(name)
    wrapper.append(...inner)
    inner = [wrapper]
  }
  element.replaceWith(...inner)
}

function rename(element: Element, name: string): Element {
  const target = element.ownerDocument.createElement(name)
  target.append(...element.childNodes)
  element.replaceWith(target)
  return target
}

const unwrap = (element: Element): void => { element.replaceWith(...element.childNodes) }

/** Word writes lists as paragraphs with a sign of their own and `mso-list:l0 level2 lfo1` in their style. */
function wordLists(body: HTMLElement): void {
  let open: { level: number; list: Element }[] = []
  let last: Element | null = null
  for (const item of body.querySelectorAll<HTMLElement>('p')) {
    const level = Number(/mso-list:[^;]*level(\d)/.exec(styleOf(item))?.[1] ?? 0)
    if (!level) continue
    const sign = [...item.querySelectorAll('span')].find(span => /mso-list:\s*ignore/.test(styleOf(span)))
    const numbered = /^\(?([0-9]{1,3}|[a-z]|[ivxl]+)[.)]/i.test((sign?.textContent ?? '').trim())
    sign?.remove()
    if (!last || item.previousElementSibling !== last) open = []
    open = open.filter(one => one.level <= level)
    if (open.at(-1)?.level === level && open.at(-1)?.list.tagName !== (numbered ? 'OL' : 'UL')) open.pop()
    let top = open.at(-1)
    if (!top || top.level < level) {
      const list = body.ownerDocument.createElement(numbered ? 'ol' : 'ul')
      const parent = top?.list.lastElementChild
      if (parent) parent.append(list)
      else item.before(list)
      open.push(top = { level, list })
    }
    const entry = body.ownerDocument.createElement('li')
    entry.append(...item.childNodes)
    top.list.append(entry)
    item.remove()
    last = open[0]?.list ?? null
  }
}
