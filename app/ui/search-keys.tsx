import { useEffect } from 'react'

/** Other single letters are the business of `keys/shortcuts`. `/` and Ctrl K (⌘ K) bring the focus to the page's search field, or to the search page where none is shown. Rests while someone types. */
export function SearchKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const combined = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const single = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target) && !singleKeysOff()
      if (!combined && !single) {
        if (/^[jkrghfubmp?]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !isTyping(event.target) && !singleKeysOff()) void import('./keys/shortcuts').then(({ pressed }) => pressed(event.key))
        return
      }
      event.preventDefault()
      const field = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')].find(input => input.getClientRects().length > 0)
      if (field) {
        field.focus()
        field.select()
      } else document.querySelector<HTMLAnchorElement>('.qs-link')?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** People may switch single-letter keys off: `data-keys="off"` on `<html>`. */
export const singleKeysOff = () => document.documentElement.dataset.keys === 'off'
