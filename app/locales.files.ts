import type { Locale } from '~/platform/viewer'

const files = import.meta.glob<string>('./**/locales/{id,en}.json', { eager: true, query: '?url', import: 'default' })
const addresses = new Map(Object.entries(files).map(([file, address]) => {
  const [ns, , name] = file.split('/').slice(-3)
  return [`${name?.slice(0, 2)}/${ns}`, address] as const
}))

/** The address of a room's words in one language: a file of the build that keeps for ever. */
export const wordFile = (locale: Locale, ns: string): string | undefined => addresses.get(`${locale}/${ns}`)
