import type { Locale } from '~/platform/viewer'

export const shelfName = (shelf: { name: string; nameEn: string }, locale: Locale): string => (locale === 'en' && shelf.nameEn ? shelf.nameEn : shelf.name)
