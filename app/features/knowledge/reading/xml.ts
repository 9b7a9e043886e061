/** A part of an XML text: an element's beginning or end (both for `<a/>`), or words. Names carry their prefix: "w:t". */
export type Token = { open: string; attributes: string; empty: boolean } | { close: string } | { words: string }

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const decode = (text: string): string => !text.includes('&') ? text : text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
  if (name !== undefined) return named[name] ?? all
  const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
})

/**
 * Walks an XML text once, in time proportional to its length. Nothing is fetched, declared or expanded: a document type, comments and
 * instructions are stepped over, and of entities only the five and numbers are known.
 */
export function* tokens(xml: string): Generator<Token> {
  for (let at = 0; at < xml.length;) {
    const start = xml.indexOf('<', at)
    if (start < 0 || start > at) {
      yield { words: decode(xml.slice(at, start < 0 ? xml.length : start)) }
      if (start < 0) return
    }
    if (xml.startsWith('<!--', start)) {
      at = after(xml, '-->', start + 4)
    } else if (xml.startsWith('<![CDATA[', start)) {
      at = after(xml, ']]>', start + 9)
      yield { words: xml.slice(start + 9, at - 3) }
    } else {
      at = after(xml, '>', start + 1)
      const inside = xml.slice(start + 1, at - 1)
      if (inside.startsWith('/')) yield { close: inside.slice(1).trim() }
      else if (!/^[!?]/.test(inside)) {
        const empty = inside.endsWith('/')
        const name = /^[\w:.-]+/.exec(inside)?.[0] ?? ''
        if (name) yield { open: name, attributes: inside.slice(name.length, empty ? -1 : undefined), empty }
      }
    }
  }
}

const after = (xml: string, end: string, from: number): number => {
  const at = xml.indexOf(end, from)
  return at < 0 ? xml.length : at + end.length
}

/** The value of one attribute, or null. */
export function attribute(attributes: string, name: string): string | null {
  const at = attributes.search(new RegExp(`(?:^|\\s)${name}\\s*=`))
  if (at < 0) return null
  const value = /=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at))
  return value ? decode(value[1] ?? value[2] ?? '') : null
}
