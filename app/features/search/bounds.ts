export const PAGE_SIZE = 20
export const MAX_PAGES = 50
/** Counts end here: "1.000+" */
export const COUNT_LIMIT = 1_000
