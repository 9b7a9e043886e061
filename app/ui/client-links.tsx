import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Plain `<a>` everywhere keeps rows small and server rendering cheap; this one listener lets the router follow them without a new document,
 * links inside stored prose too. Left to the browser: other origins, new tabs, downloads, files (`/berkas/…` or a dot in the last part),
 * jumps inside the page, and anything within `data-reload`.
 */
export function ClientLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const path = routedPath(event)
      if (path === null) return
      event.preventDefault()
      navigate(path)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
  return null
}

const answersWithFile = /^\/berkas\/|\.[a-z\d]+$/i

/** The path the router shall follow for this click, or null where the browser shall. */
export function routedPath(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.getAttribute('href') || link.isContentEditable) return null
  if ((link.target && link.target !== '_self') || link.hasAttribute('download') || link.closest('[data-reload]')) return null
  const to = new URL(link.href, document.baseURI)
  if (to.origin !== window.location.origin || answersWithFile.test(to.pathname)) return null
  const samePage = to.pathname === window.location.pathname && to.search === window.location.search
  if (samePage && to.hash) return null
  return to.pathname + to.search + to.hash
}
