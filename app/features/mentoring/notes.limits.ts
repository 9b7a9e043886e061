/** Longest note, in letters. */
export const NOTE_MAX = 4_000
