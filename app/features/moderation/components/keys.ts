import { useEffect } from 'react'

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !(target instanceof HTMLInputElement && target.type === 'radio')

/** j and k walk through what carries `data-row`; where there is none, they press what carries `data-key` of that name. */
function walk(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  if (rows.length === 0) return false
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  return true
}

/**
 * One letter for each thing that carries it in `data-key`: links and buttons are pressed, a choice is made and the focus goes on to what it
 * still needs, or, where it needs nothing (`data-now`), its form is sent. Letters rest while somebody types.
 */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.documentElement.dataset.keys === 'off') return
      const key = event.key.toLowerCase()
      if ((key === 'j' || key === 'k') && walk(key === 'j' ? 1 : -1)) return event.preventDefault()
      const wanted = /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[data-key="${key}"]`) : null
      if (!wanted) return
      event.preventDefault()
      wanted.click()
      if (!(wanted instanceof HTMLInputElement)) return
      if (wanted.dataset.now !== undefined) wanted.form?.requestSubmit()
      else wanted.form?.querySelector<HTMLElement>(wanted.value === 'EDIT' ? '[name=markdown]' : '[name=template]')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
