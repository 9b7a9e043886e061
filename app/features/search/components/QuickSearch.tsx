import { lazy, Suspense, useEffect, useState } from 'react'

const Panel = lazy(() => import('./quick-panel'))

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
const ownField = (target: EventTarget | null) => target instanceof HTMLInputElement && target.dataset.search !== undefined && target.closest('header') !== null

/**
 * Quick search over any page: Ctrl K, `/`, or a press on the header's field or icon. What it shows is loaded when it is first opened.
 * Without JavaScript the header's field is a form and its icon a link. Mount it once.
 */
export function QuickSearch() {
  const [open, setOpen] = useState<{ text: string; times: number } | null>(null)
  const [shown, setShown] = useState(false)

  useEffect(() => {
    const start = (event: Event, text = '') => {
      event.preventDefault()
      setShown(true)
      setOpen(before => ({ text, times: (before?.times ?? 0) + 1 }))
    }
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return
      const combined = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k'
      const single = event.key === '/' && !event.ctrlKey && !event.metaKey && !typing(event.target) && document.documentElement.dataset.keys !== 'off'
      // another dialog is open, or someone writes: there Ctrl K makes a link
      if (document.querySelector('dialog[open]') || (combined && event.target instanceof HTMLElement && event.target.isContentEditable)) return
      if (combined || single) start(event)
    }
    const click = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return
      if (event.target.closest('header .qs-link')) start(event)
      else if (event.target.closest('header .qs')) start(event, event.target.closest('.qs')?.querySelector('input')?.value ?? '')
    }
    const input = (event: Event) => {
      if (!ownField(event.target)) return
      const field = event.target as HTMLInputElement
      const text = field.value
      field.value = ''
      start(event, text)
    }
    // before the shell's own listeners: those take the focus to the field instead
    document.addEventListener('keydown', press, true)
    document.addEventListener('click', click, true)
    document.addEventListener('input', input, true)
    return () => {
      document.removeEventListener('keydown', press, true)
      document.removeEventListener('click', click, true)
      document.removeEventListener('input', input, true)
    }
  }, [])

  if (!open) return null
  return <Suspense fallback={null}><Panel key={open.times} initial={open.text} open={shown} onClose={() => setShown(false)} /></Suspense>
}
