/** Stored, sanitised HTML of what people wrote. Nothing else may go in here. */
export function Prose({ html, className }: { html: string; className?: string }) {
  return <div className={className ? `prose ${className}` : 'prose'} dangerouslySetInnerHTML={{ __html: html }} />
}

export interface DiffPart {
  text: string
  change?: 'added' | 'removed'
}

/** Words, not lines: added underlined, removed struck. Paragraphs are lists of parts. */
export function Diff({ paragraphs }: { paragraphs: readonly (readonly DiffPart[])[] }) {
  return (
    <div className="prose diff">
      {paragraphs.map((parts, index) => (
        <p key={index}>
          {parts.map((part, at) => part.change === 'added' ? <ins key={at}>{part.text}</ins> : part.change === 'removed' ? <del key={at}>{part.text}</del> : part.text)}
        </p>
      ))}
    </div>
  )
}
