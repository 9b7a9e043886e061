import { BOLD, CODE, ITALIC, STRIKE, lineBreak, text } from './doc'
import type { ImagePart, Inline, LinkPart, MentionPart } from './doc'
import { safeUrl, uploadOf } from './safe-url'

/** A run of `*`, `_` or `~` that may open or close; `opens`/`closes` collect what it turned out to do. */
interface Run { ch: string; length: number; left: number; canOpen: boolean; canClose: boolean; opens: number[]; closes: number[] }
interface Token { part?: Inline; words?: string; run?: Run; bracket?: boolean; image?: boolean; dead?: boolean }

const special = /[\\`*_~[\]!<\n]|https?:\/\//gi
const isWord = (ch: string | undefined): boolean => ch !== undefined && /[\p{L}\p{N}_]/u.test(ch)
const isSpace = (ch: string | undefined): boolean => ch === undefined || /\s/.test(ch)

/**
 * Markdown inside a line or a paragraph: emphasis, code, links, pictures, mentions, line breaks. Raw HTML is plain text.
 * Works in one pass with bounded looking ahead and a delimiter stack; time grows with the length, whatever is typed.
 */
export function inlineFromMarkdown(source: string): Inline[] {
  const tokens: Token[] = []
  const brackets: number[] = []
  const codeRuns = backtickRuns(source)
  let at = 0
  const plain = (words: string): void => {
    if (words !== '') tokens.push({ words })
  }
  while (at < source.length) {
    special.lastIndex = at
    const found = special.exec(source)
    if (!found) break
    plain(source.slice(at, found.index))
    at = found.index
    const ch = source[at] ?? ''
    if (ch === '\\') {
      const next = source[at + 1]
      const escaped = next !== undefined && /[!-/:-@[-`{-~]/.test(next)
      plain(escaped ? next : next === '\n' ? '' : '\\')
      at += escaped ? 2 : 1
    } else if (ch === '\n') {
      tokens.push({ part: lineBreak() })
      at++
      while (source[at] === ' ') at++
    } else if (ch === '`') at = codeAt(source, at, codeRuns, tokens)
    else if (ch === '*' || ch === '_' || ch === '~') at = runAt(source, at, tokens)
    else if (ch === '[' || (ch === '!' && source[at + 1] === '[')) {
      brackets.push(tokens.length)
      tokens.push({ bracket: true, image: ch === '!', words: ch === '!' ? '![' : '[' })
      at += ch === '!' ? 2 : 1
    } else if (ch === ']') at = bracketAt(source, at, tokens, brackets)
    else if (ch === '<') at = angleAt(source, at, tokens)
    else if (/^h/i.test(ch)) at = bareUrlAt(source, at, tokens)
    else {
      plain(ch)
      at++
    }
  }
  plain(source.slice(at))
  return parts(tokens)
}

/** Where each length of backtick run occurs, so that an opener without a closer is known at once. */
function backtickRuns(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const match of source.matchAll(/`+/g)) {
    const places = runs.get(match[0].length)
    if (places) places.push(match.index)
    else runs.set(match[0].length, [match.index])
  }
  return runs
}

function codeAt(source: string, at: number, runs: Map<number, number[]>, tokens: Token[]): number {
  let end = at
  while (source[end] === '`') end++
  const length = end - at
  const places = runs.get(length) ?? []
  while (places.length > 0 && (places[0] ?? 0) <= at) places.shift()
  const close = places[0]
  if (close === undefined) {
    tokens.push({ words: source.slice(at, end) })
    return end
  }
  let code = source.slice(end, close).replaceAll('\n', ' ')
  if (code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '') code = code.slice(1, -1)
  tokens.push({ part: text(code, CODE) })
  return close + length
}

function runAt(source: string, at: number, tokens: Token[]): number {
  const ch = source[at] ?? ''
  let end = at
  while (source[end] === ch) end++
  const length = end - at
  const before = source[at - 1]
  const after = source[end]
  const inWord = ch === '_' && isWord(before) && isWord(after)
  if (inWord || (ch === '~' && length !== 2)) tokens.push({ words: source.slice(at, end) })
  else tokens.push({ run: { ch, length, left: length, canOpen: !isSpace(after) && !(ch === '_' && isWord(before)), canClose: !isSpace(before) && !(ch === '_' && isWord(after)), opens: [], closes: [] } })
  return end
}

function bareUrlAt(source: string, at: number, tokens: Token[]): number {
  const match = isWord(source[at - 1]) ? null : /^[^\s<>\\`]{8,2000}/.exec(source.slice(at, at + 2048))
  const address = match?.[0].replace(/[.,;:!?'"*_~\]]+$/, '') ?? ''
  const trimmed = address.endsWith(')') && !address.includes('(') ? address.slice(0, -1) : address
  const url = safeUrl(trimmed)
  if (!url) {
    tokens.push({ words: source.slice(at, at + 4) })
    return at + 4
  }
  tokens.push({ part: { type: 'link', version: 1, url, children: [text(trimmed)] } })
  return at + trimmed.length
}

function angleAt(source: string, at: number, tokens: Token[]): number {
  const rest = source.slice(at, at + 2060)
  const line = /^<br ?\/?>/i.exec(rest)
  if (line) tokens.push({ part: lineBreak() })
  const apart = line ?? /^<!-- -->/.exec(rest)
  if (apart) return at + apart[0].length
  const address = /^<([a-z]+:[^\s<>]{1,2048})>/i.exec(rest)?.[1]
  const url = address ? safeUrl(address) : null
  if (!address || !url) {
    tokens.push({ words: '<' })
    return at + 1
  }
  tokens.push({ part: { type: 'link', version: 1, url, children: [text(address)] } })
  return at + address.length + 2
}

const target = /^\(\s*(?:<([^<>\n]{0,2048})>|((?:[^\s()\\]|\\.|\([^\s()]{0,200}\)){0,2048}))(?:\s+"((?:[^"\\\n]|\\.){0,300})")?\s*\)/

/** `]`: with an address after it, everything since the last `[` becomes a link, a picture or a mention. */
function bracketAt(source: string, at: number, tokens: Token[], brackets: number[]): number {
  const open = brackets.pop()
  const opener = open === undefined ? undefined : tokens[open]
  const match = opener && !opener.dead && source[at + 1] === '(' ? target.exec(source.slice(at + 1, at + 4700)) : null
  if (open === undefined || !opener || !match) {
    tokens.push({ words: ']' })
    return at + 1
  }
  const address = (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1')
  const inner = parts(tokens.splice(open).slice(1))
  const made = opener.image ? pictureOf(address, inner, match[3]) : mentionOf(address, inner, match[3]) ?? linkOf(address, inner)
  for (const part of made) tokens.push({ part })
  // no link inside a link
  if (!opener.image && made[0]?.type === 'link') for (const other of brackets) if (tokens[other] && !tokens[other].image) tokens[other].dead = true
  if (!opener.image && made[0]?.type === 'link') brackets.length = 0
  return at + 1 + match[0].length
}

const bare = (inner: Inline[]): string => inner.map(part => (part.type === 'text' ? part.text : part.type === 'link' ? bare(part.children) : ' ')).join('').trim()

function pictureOf(address: string, inner: Inline[], title: string | undefined): Inline[] {
  const slug = uploadOf(address)
  const alt = bare(inner)
  if (!slug) return linkOf(address, [text(alt || address)])
  const size = /^(\d{1,5})[x×](\d{1,5})$/.exec(title ?? '')
  const picture: ImagePart = { type: 'image', version: 1, slug, alt, width: size ? Number(size[1]) : null, height: size ? Number(size[2]) : null }
  return [picture]
}

/** `[@Name](/orang/slug "12")`: the number is the person's. Without it the line is an ordinary link. */
function mentionOf(address: string, inner: Inline[], title: string | undefined): MentionPart[] | null {
  const slug = /^\/orang\/([a-z0-9-]{1,100})$/.exec(address)?.[1]
  const name = /^@(.+)$/.exec(bare(inner))?.[1]
  const personId = /^\d{1,10}$/.test(title ?? '') ? Number(title) : 0
  return slug && name && personId > 0 ? [{ type: 'mention', version: 1, personId, name, slug }] : null
}

/** A link that may not be one leaves its words behind. */
function linkOf(address: string, inner: Inline[]): Inline[] {
  const url = safeUrl(address)
  if (!url) return inner
  const label = inner.flatMap(part => (part.type === 'link' ? part.children : part.type === 'mention' ? [text(`@${part.name}`)] : [part]))
  const link: LinkPart = { type: 'link', version: 1, url, children: label.length > 0 ? label : [text(url)] }
  return [link]
}

/** Settles which runs pair up, then writes the formats onto the words between them in one sweep. */
function parts(tokens: Token[]): Inline[] {
  pair(tokens.flatMap(token => (token.run ? [token.run] : [])))
  const depth = new Map<number, number>([[BOLD, 0], [ITALIC, 0], [STRIKE, 0]])
  const shift = (bits: number[], by: number): void => bits.forEach(bit => depth.set(bit, (depth.get(bit) ?? 0) + by))
  const done: Inline[] = []
  const push = (words: string, base: number): void => {
    let format = base
    for (const [bit, count] of depth) if (count > 0) format |= bit
    const last = done.at(-1)
    if (last?.type === 'text' && last.format === format) last.text += words
    else if (words !== '') done.push(text(words, format))
  }
  for (const { part, words, run } of tokens) {
    if (run) {
      shift(run.closes, -1)
      if (run.left > 0) push(run.ch.repeat(run.left), 0)
      shift(run.opens, 1)
    } else if (part?.type === 'text') push(part.text, part.format)
    else if (part) done.push(part.type === 'link' ? { ...part, children: part.children.map(child => (child.type === 'text' ? { ...child, format: child.format | active(depth) } : child)) } : part)
    else if (words) push(words, 0)
  }
  return done
}

const active = (depth: Map<number, number>): number => [...depth].reduce((bits, [bit, count]) => (count > 0 ? bits | bit : bits), 0)

function pair(runs: Run[]): void {
  const openers: Run[] = []
  // below this height nothing opens for such a closer: keeps the looking back linear
  const floor = new Map<string, number>()
  for (const run of runs) {
    if (run.canClose) {
      const kind = `${run.ch}${run.length % 3}${run.canOpen ? 'o' : ''}`
      let height = openers.length - 1
      while (run.left > 0 && height >= Math.min(floor.get(kind) ?? 0, openers.length)) {
        const opener = openers[height]
        const clash = opener && (opener.canClose || run.canOpen) && (opener.length + run.length) % 3 === 0 && !(opener.length % 3 === 0 && run.length % 3 === 0)
        if (!opener || opener.ch !== run.ch || clash) {
          height--
          continue
        }
        const size = run.ch === '~' ? 2 : opener.left >= 2 && run.left >= 2 ? 2 : 1
        const bit = run.ch === '~' ? STRIKE : size === 2 ? BOLD : ITALIC
        opener.opens.push(bit)
        run.closes.push(bit)
        opener.left -= size
        run.left -= size
        openers.length = opener.left > 0 ? height + 1 : height
        height = openers.length - 1
      }
      if (run.left > 0) floor.set(kind, openers.length)
      for (const [key, value] of floor) if (value > openers.length) floor.set(key, openers.length)
    }
    if (run.canOpen && run.left > 0) openers.push(run)
  }
}
