import type { SearchAnswer } from '../contract.server'

export const emptyAnswer = (page = 1): SearchAnswer => ({
  hits: [], total: { count: 0, open: false }, page, next: false, facets: { kinds: {}, shelves: {}, fine: {} }, understood: '', corrected: [], relaxed: false, also: [],
  suggestion: null, wider: [], degraded: false,
})
