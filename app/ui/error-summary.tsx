import { useEffect, useRef } from 'react'

export interface SummaryError {
  text: string
  /** id of the control, `f-<name>` by default; left out for what belongs to no field */
  field?: string
}

/** What a form's answer said, field by field, in the reader's words; "form" is what belongs to no field. */
export const summaryOf = (errors: Readonly<Record<string, readonly string[] | undefined>>, t: (key: string) => string): SummaryError[] =>
  Object.entries(errors).flatMap(([field, keys]) => (keys ?? []).map(key => ({ text: t(key), ...(field === 'form' ? {} : { field: `f-${field}` }) })))

/**
 * On top of a form that came back: takes focus once per answer and leads to each field. Renders nothing without errors. `title` is given
 * how many of them belong to a field: 0 where nothing that was typed is wrong (too quick, somebody was faster, no database).
 */
export function ErrorSummary({ title, errors }: { title: (mistakes: number) => string; errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const fingerprint = errors.map(error => error.text).join('\n')
  useEffect(() => {
    if (fingerprint) box.current?.focus()
  }, [fingerprint])
  if (!errors.length) return null
  return (
    <div className="errsum" ref={box} tabIndex={-1} role="alert">
      <h2>{title(errors.filter(error => error.field).length)}</h2>
      <ul>
        {errors.map(({ text, field }) => (
          <li key={`${field}${text}`}>{field ? <a href={`#${field}`} onClick={event => reach(event, field)}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}

function reach(event: { preventDefault(): void }, field: string) {
  const control = document.getElementById(field)
  if (!control) return
  event.preventDefault()
  control.focus()
}
