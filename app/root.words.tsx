import { useState } from 'react'
import { useTongue } from '~/platform/i18n/i18n'
import { wordFile } from './locales.files'

/**
 * The word files this page spoke with, fetched beside its scripts: stands after everything that speaks. The browser reads the list back from
 * the document, and asks by itself for rooms that speak later.
 */
export function SpokenWords() {
  const { locale, spoken } = useTongue()
  const [rooms] = useState(() => typeof document === 'undefined' ? [...(spoken ?? [])] : spokenRooms())
  return rooms.map(ns => <link key={ns} rel="preload" as="fetch" crossOrigin="anonymous" type="application/json" href={wordFile(locale, ns)} data-words={ns} />)
}

/** The rooms the server made this document with. */
export const spokenRooms = (): string[] => [...document.querySelectorAll<HTMLLinkElement>('link[data-words]')].map(link => link.dataset.words ?? '')
