import sanitizeHtml from 'sanitize-html'
import { calloutKinds } from './doc'

const options: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'h2', 'h3', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'cite', 'ul', 'ol', 'li', 'span', 'a', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'img', 'hr', 'br', 'aside', 'details', 'summary'],
  allowedAttributes: {
    a: ['class', 'href', 'rel'], img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'], ol: ['start'],
    th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'], div: ['class', 'tabindex'], ul: ['class'], li: ['class'], span: ['class'], aside: ['class', 'role'], p: ['class'],
  },
  allowedClasses: { a: ['at'], div: ['scroll'], ul: ['checklist'], li: ['done'], span: ['tick'], aside: ['callout', ...calloutKinds], p: ['kind'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // a picture from elsewhere would tell its owner who reads
  exclusiveFilter: frame => frame.tag === 'img' && !/^\/berkas\/[A-Za-z0-9_-]+$/.test(frame.attribs.src ?? ''),
  disallowedTagsMode: 'discard',
}

/** The second lock: whatever the serialiser writes passes the editor's own allow-list before it is stored. */
export const sanitise = (html: string): string => sanitizeHtml(html, options)
