import { kept } from '~/platform/kept.server'

const made = kept('pages-made', () => ({ count: 0 }))

/** An answer was made for which nothing was searched. */
export function countPage(): void {
  made.count += 1
}

/** How many since the process began. */
export const pagesMade = (): number => made.count
