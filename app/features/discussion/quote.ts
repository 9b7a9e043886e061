const LONGEST = 600

/** A quotation as Markdown: the first line cites the post, the editor's door reads it back as a quote with its source. */
export function quoteMarkdown({ threadId, number, name, text }: { threadId: number; number: number; name: string; text: string }): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text
  const lines = short.split('\n').map(line => line.trim()).filter(Boolean)
  return [`> [${name.replace(/[[\]\\]/g, '')} di #${number}](/forum/t/${threadId}/-/${number})`, ...lines.map(line => `> ${line}`)].join('\n')
}
