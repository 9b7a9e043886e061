export const PAGE_SIZE = 20
export const MAX_PAGES = 50
/** Counts end here: "1.000+" */
export const COUNT_LIMIT = 1_000

/** Finer filters: the word for what a find is (file type, kind of article), its tags, the unit of who wrote it, the year. */
export const fineFacets = ['label', 'tag', 'unit', 'year'] as const
export type FineFacet = (typeof fineFacets)[number]
export type Fine = Partial<Record<FineFacet, readonly string[]>>
export const isFine = (fine: Fine | undefined): boolean => fineFacets.some(name => (fine?.[name]?.length ?? 0) > 0)
