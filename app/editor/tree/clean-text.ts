// Controls, overrides of writing direction, invisible fillers, tags and non-characters: nothing a reader could see, much a trickster could use.
const odd = new RegExp(
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F\\u00AD\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B' +
  '\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFDD0-\\uFDEF\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF\\u{E0000}-\\u{E00FF}\\u{F0000}-\\u{10FFFF}]', 'gu')
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g
const loneSurrogate = /\p{Cs}/gu
const stackedMarks = /(\p{M}{4})\p{M}+/gu
const plain = /^[\x20-\x7E\n\t]*$/

/** Text as it may be stored: well-formed, in NFC, without what cannot be seen. Line ends become "\n", ZWJ (emoji) stays. */
export function cleanText(raw: string): string {
  if (plain.test(raw)) return raw
  return raw.replace(lineEnds, '\n').replace(loneSurrogate, '\uFFFD').replace(odd, '').normalize('NFC').replace(stackedMarks, '$1')
}

/** The same on one line, trimmed and at most `max` characters: names, alternative texts. */
export const cleanLine = (raw: string, max: number): string => [...cleanText(raw).replace(/\s+/g, ' ').trim()].slice(0, max).join('')

/** Is there anything to see? Spaces, joiners and direction marks are not. */
export const isVisible = (value: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value)
