/** Up to this width a text being written takes the whole screen. */
const PHONE = '(width <= 40rem)'

export interface FullScreen {
  /** gives the page back; done when the step in the history is gone, too */
  leave: () => Promise<void>
  /** the box goes away: the page is given back, the history stays */
  abandon: () => void
}

/** How long, in ms, the browser may take to go one step back. */
const BACK = 600

/**
 * Gives a box the whole screen while somebody writes in it: `full` on the body, `full-box` on the box, its height after what the keyboard
 * leaves. The rest of the page keeps its place but can be neither seen nor reached, so no focus needs to be held. Escape, the back button and a
 * wider screen leave it. The back button gets a step of its own in the history, and the router never hears of it.
 */
export function enterFullScreen(box: HTMLElement, opener: EventTarget | null, left: () => void): FullScreen {
  const { body } = document
  const scrolled = window.scrollY
  const wide = window.matchMedia(PHONE)
  const view = window.visualViewport
  let open = true
  let leaving: Promise<void> | undefined
  let gone = () => {}

  const fit = () => {
    if (!view || view.scale > 1.01) return
    box.style.setProperty('--vv-top', `${view.offsetTop}px`)
    box.style.setProperty('--vv-height', `${view.height}px`)
  }
  const finish = () => {
    if (!open) return
    open = false
    window.removeEventListener('popstate', back, true)
    box.removeEventListener('keydown', keys)
    wide.removeEventListener('change', resized)
    view?.removeEventListener('resize', fit)
    view?.removeEventListener('scroll', fit)
    const held = document.activeElement
    body.classList.remove('full')
    box.classList.remove('full-box')
    box.style.removeProperty('--vv-top')
    box.style.removeProperty('--vv-height')
    if (held === null || held === body || box.contains(held)) {
      const to = opener instanceof HTMLElement && opener.isConnected && !box.contains(opener) ? opener : box
      if (to === box) box.tabIndex = -1
      to.focus({ preventScroll: true })
    }
    window.scrollTo(0, scrolled)
    left()
    gone()
  }
  const back = (event: Event) => {
    event.stopImmediatePropagation()
    finish()
  }
  const leave = (): Promise<void> => {
    const onOwnStep = Boolean((window.history.state as { full?: boolean } | null)?.full)
    if (!open || !onOwnStep) {
      finish()
      return Promise.resolve()
    }
    return (leaving ??= new Promise(resolve => {
      const late = setTimeout(finish, BACK)
      gone = () => {
        clearTimeout(late)
        resolve()
      }
      window.history.back()
    }))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    void leave()
  }
  const resized = () => { if (!wide.matches) void leave() }

  body.classList.add('full')
  box.classList.add('full-box')
  fit()
  window.history.pushState({ ...(window.history.state as object | null), full: true }, '')
  window.addEventListener('popstate', back, true)
  box.addEventListener('keydown', keys)
  wide.addEventListener('change', resized)
  view?.addEventListener('resize', fit)
  view?.addEventListener('scroll', fit)
  return { leave, abandon: finish }
}
