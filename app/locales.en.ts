import type { Texts } from '~/platform/i18n/words'

const files = import.meta.glob<Record<string, unknown>>('./**/locales/en.json', { eager: true, import: 'default' })
/** English texts of the whole house; the namespace is the folder above `locales/`. */
export const texts: Texts = Object.fromEntries(Object.entries(files).map(([file, content]) => [file.split('/').at(-3) ?? file, content]))
