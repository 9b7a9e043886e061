import i18next, { type i18n as I18n, type TFunction } from 'i18next'
import { createContext, createElement, useContext, type ReactNode } from 'react'
import type { Locale } from '~/platform/viewer'

/** Texts of one language: namespace (the folder that holds `locales/`) → nested keys. */
export type Texts = Record<string, Record<string, unknown>>

const instances = new Map<Locale, I18n>()
/** one function per namespace, the same on every render, so that it may stand in dependency lists */
const translators = new Map<string, T>()

/** Called once per language at start: by the server for both, by the browser for the page's own. */
export function registerTexts(locale: Locale, texts: Texts): void {
  const made = i18next.createInstance()
  void made.init({
    lng: locale, fallbackLng: false, ns: Object.keys(texts), resources: { [locale]: texts },
    interpolation: { escapeValue: false }, initAsync: false, returnNull: false,
    saveMissing: true, missingKeyHandler: (_lngs, ns, key) => { console.error(`missing text ${locale}/${ns}:${key}`) },
  })
  instances.set(locale, made)
  for (const key of translators.keys()) if (key.startsWith(`${locale}/`)) translators.delete(key)
}

export type T = TFunction

/** Words of one namespace: `translator('id', 'forum')('reply.send')`. Other namespaces by `t('ui:save')`. */
export function translator(locale: Locale, ns: string): T {
  const key = `${locale}/${ns}`
  const known = translators.get(key)
  if (known) return known
  const instance = instances.get(locale)
  if (!instance) throw new Error(`no texts registered for ${locale}`)
  const made = instance.getFixedT(locale, ns)
  translators.set(key, made)
  return made
}

export interface Tongue {
  locale: Locale
  timeZone: string
  /** the server's clock when the page was made, so that both sides write the same "12 menit lalu" */
  now: number
}

const Context = createContext<Tongue>({ locale: 'id', timeZone: 'Asia/Jakarta', now: 0 })

export function TongueProvider({ tongue, children }: { tongue: Tongue; children: ReactNode }) {
  return createElement(Context.Provider, { value: tongue }, children)
}

export const useTongue = (): Tongue => useContext(Context)
export const useT = (ns: string): T => translator(useContext(Context).locale, ns)
