import { useEffect, useId, useRef, type ReactNode } from 'react'

/**
 * Only to decide, or to fill at most three fields. The title is the question, the text its consequence in numbers, the buttons name the act.
 * Put `autoFocus` on the safe button. Esc and a press outside mean the safe one. Opener gets the focus back (the browser does it).
 * Needs JavaScript: the act itself also has its own page or form.
 */
export function Dialog({ open, onClose, title, children, acts, alert, className = 'dlg' }: {
  open: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  /** the row of buttons, the safe one first */
  acts?: ReactNode
  /** others lose something */
  alert?: boolean
  className?: string
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      className={`pop ${className}`}
      aria-labelledby={heading}
      role={alert ? 'alertdialog' : undefined}
      onClose={onClose}
      onClick={event => { if (event.target === event.currentTarget) onClose() }}
    >
      <h2 id={heading}>{title}</h2>
      {open && children}
      {open && acts && <div className="row">{acts}</div>}
    </dialog>
  )
}
