/** A small deterministic generator (mulberry32): the same number gives the same data on every machine. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** whole number, 0 ≤ x < below */
  below(below: number): number
  pick<T>(list: readonly T[]): T
  /** different ones, at most as many as there are */
  some<T>(list: readonly T[], count: number): T[]
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: list => list[below(list.length)] as (typeof list)[number],
    some: (list, count) => {
      const left = [...list]
      const taken: (typeof list)[number][] = []
      while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1))
      return taken
    },
  }
}
