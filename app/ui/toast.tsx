import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icons/names'

export interface ToastMessage {
  text: string
  icon?: IconName
  /** one act; the message then stays twelve seconds instead of six */
  act?: { label: string; href?: string; onPress?: () => void }
  /** stays until `dismiss`, for a broken line that is being mended */
  sticky?: boolean
}

interface Toasts {
  show: (message: ToastMessage) => void
  dismiss: () => void
}

const Context = createContext<Toasts>({ show: () => {}, dismiss: () => {} })

/** `show` replaces the message that stands; never for mistakes of a form, never the only trace of something. */
export const useToast = (): Toasts => useContext(Context)

/** Around the whole page, once. One message at a time; it waits while it is hovered or holds the focus, and Alt T goes to it. */
export function ToastRegion({ label, closeLabel, children }: { label: string; closeLabel: string; children: ReactNode }) {
  const [message, setMessage] = useState<ToastMessage | null>(null)
  const [held, setHeld] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const dismiss = useCallback(() => setMessage(null), [])
  const toasts = useMemo(() => ({ show: setMessage, dismiss }), [dismiss])

  useEffect(() => {
    if (!message || message.sticky || held) return
    const timer = setTimeout(dismiss, message.act ? 12_000 : 6_000)
    return () => clearTimeout(timer)
  }, [message, held, dismiss])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey && event.key.toLowerCase() === 't') box.current?.querySelector<HTMLElement>('a, button')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  const act = message?.act
  return (
    <Context.Provider value={toasts}>
      {children}
      <div
        ref={box} className="toasts" role="status" aria-label={label}
        onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}
      >
        {message && (
          <div className="toast" onKeyDown={event => { if (event.key === 'Escape') dismiss() }}>
            {message.icon && <Icon name={message.icon} />}
            <span>{message.text}</span>
            {act && (act.href ? <a href={act.href}>{act.label}</a> : <button type="button" onClick={() => { act.onPress?.(); dismiss() }}>{act.label}</button>)}
            {!message.sticky && <button type="button" className="x" aria-label={closeLabel} onClick={dismiss}><Icon name="x" small /></button>}
          </div>
        )}
      </div>
    </Context.Provider>
  )
}
