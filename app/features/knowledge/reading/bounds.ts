/** Bounds of what is read out of one file. Whatever is over them is left out or makes the file too heavy to read; it can still be downloaded. */
export const BOUNDS = {
  /** pages, slides or sheets */
  pages: 1_000,
  /** characters of one of them */
  pageText: 20_000,
  /** characters of all together */
  text: 4_000_000,
  /** entries of an archive */
  entries: 10_000,
  /** bytes one part of an archive may unpack to, as it says and as it does */
  part: 30 * 1024 * 1024,
  /** bytes of all parts that are read */
  parts: 80 * 1024 * 1024,
} as const

/** What reading gave. READ: words · EMPTY: no words (a scan) · LOCKED: a password · BROKEN: not what it says it is · HEAVY: over the bounds */
export type Outcome = 'READ' | 'EMPTY' | 'LOCKED' | 'BROKEN' | 'HEAVY'

/** The file cannot be read; why stands in `outcome`. */
export class Unreadable extends Error {
  readonly outcome: Exclude<Outcome, 'READ' | 'EMPTY'>
  constructor(outcome: Exclude<Outcome, 'READ' | 'EMPTY'>) {
    super(outcome)
    this.outcome = outcome
  }
}

/** Told by the child, a line of JSON each: first the pages, then the outcome. */
export type Told = { page: number; text: string } | { outcome: Outcome; pages: number }
