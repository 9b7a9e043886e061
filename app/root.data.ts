import { useRouteLoaderData } from '@remix-run/react'
import type { House } from '~/platform/http/house.server'
import type { Viewer } from '~/platform/viewer'

/** What every page knows of its reader: nothing that a page cache or a log could mind. */
export interface RootData {
  house: House
  locale: Viewer['locale']
  timeZone: string
  now: number
  me: { id: number; name: string; slug: string; kind: Exclude<Viewer['kind'], 'STRANGER'>; photo: string | null; roles: readonly string[]; unread: number; moderates: boolean; silencedUntil: number } | null
}

const fallback: RootData = { house: { demo: false, city: '', theme: 'auto', origin: '' }, locale: 'id', timeZone: 'Asia/Jakarta', now: 0, me: null }

/** The data of the root, also on error pages; harmless defaults where the root itself failed. */
export function useRootData(): RootData {
  return (useRouteLoaderData('root') as RootData | undefined) ?? fallback
}
