import { Scripts, UNSAFE_RemixContext, useMatches } from '@remix-run/react'
import { cloneElement, Fragment, isValidElement, useContext, type ReactElement, type ReactNode } from 'react'

interface Props { nonce: string }

/** What Remix wrote for these routes, by the routes it knew and those that were matched. */
const written = new WeakMap<object, Map<string, ReactNode>>()

/** The same elements with another nonce. */
function signed(made: ReactNode, nonce: string): ReactNode {
  if (Array.isArray(made)) return (made as ReactNode[]).map(one => signed(one, nonce))
  if (!isValidElement(made)) return made
  if (made.type === 'script') return cloneElement(made as ReactElement<Props>, { nonce })
  if (made.type !== Fragment) return made
  const { children } = made.props as { children?: ReactNode }
  return Array.isArray(children) ? cloneElement(made, undefined, ...(children as ReactNode[]).map(one => signed(one, nonce))) : cloneElement(made, undefined, signed(children, nonce))
}

/**
 * Remix matches the address and all those above it, and writes the routes it found as text, anew for every page: a fifteenth of a topic's
 * page. The same routes always make the same scripts, but for their nonce.
 */
export function ScriptsOnce({ nonce }: Props) {
  const context = useContext(UNSAFE_RemixContext)
  const ids = useMatches().map(match => match.id).join(' ')
  if (!context) return null
  let known = written.get(context.manifest)
  if (!known) written.set(context.manifest, (known = new Map<string, ReactNode>()))
  let made = known.get(ids)
  // called, not rendered: it is what it returns that is kept
  if (made === undefined) known.set(ids, (made = Scripts({ nonce: '' })))
  if (context.renderMeta) context.renderMeta.didRenderScripts = true
  return <>{signed(made, nonce)}</>
}

/** The scripts that start the page in the browser. */
export const PageScripts = import.meta.env.SSR && import.meta.env.PROD ? ScriptsOnce : Scripts
