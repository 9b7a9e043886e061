import { createContext, createElement, useContext, type ReactNode } from 'react'
import type { Locale } from '~/platform/viewer'
import { collectIn, translator, treeOf, wordsOf, type T } from './words'

export interface Tongue {
  locale: Locale
  timeZone: string
  /** the server's clock when the page was made, so that both sides write the same "12 menit lalu" */
  now: number
  /** on the server: the namespaces this page spoke with, which its browser will need before it can take over */
  spoken?: Set<string>
}

const Context = createContext<Tongue>({ locale: 'id', timeZone: 'Asia/Jakarta', now: 0 })

export function TongueProvider({ tongue, children }: { tongue: Tongue; children: ReactNode }) {
  return createElement(Context.Provider, { value: tongue }, children)
}

export const useTongue = (): Tongue => useContext(Context)

/** Words of the room `ns`. `also` names rooms whose words are wanted later outside a render: after a press, in an answer of the server's. */
export function useT(ns: string, ...also: string[]): T {
  const { locale, spoken } = useContext(Context)
  collectIn(spoken)
  wordsOf(locale, ns)
  for (const other of also) wordsOf(locale, other)
  return translator(locale, ns)
}

/** A list or a tree of texts under one key. */
export function useWordTree(ns: string, key: string, values?: Readonly<Record<string, unknown>>): unknown {
  const { locale, spoken } = useContext(Context)
  collectIn(spoken)
  return treeOf(locale, ns, key, values)
}

export { registerTexts, translator, type T } from './words'
