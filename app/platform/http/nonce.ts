import { createContext, useContext } from 'react'

/**
 * The nonce of the page being made, for `<Scripts nonce>`, `<ScrollRestoration nonce>` and any inline script of ours.
 * Empty in the browser: browsers hide it there, and React leaves what it hydrates alone.
 */
export const NonceContext = createContext('')

export const useNonce = (): string => useContext(NonceContext)

/** The id of the request an error page answers; the browser reads it back from the document. */
export const RequestIdContext = createContext('')

export function useRequestId(): string {
  const made = useContext(RequestIdContext)
  return typeof document === 'undefined' ? made : (document.documentElement.dataset.request ?? '')
}
