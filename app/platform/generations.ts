/**
 * A store that holds what was asked for lately, in two generations: when the young one is full it becomes the old one, and what nobody asked
 * for while it was filled again is forgotten. Nothing to count per entry, and reading costs one look.
 */
export class Generations<T> {
  #young = new Map<string, T>()
  #old = new Map<string, T>()
  #held = 0
  readonly #most: number
  readonly #sizeOf: (key: string, value: T) => number

  /** @param most what each generation may hold, in the unit of `sizeOf` */
  constructor(most: number, sizeOf: (key: string, value: T) => number) {
    this.#most = most
    this.#sizeOf = sizeOf
  }

  /** What is stored, or what `make` makes; where that fails nothing is stored. */
  get(key: string, make: () => T): T {
    let found = this.#young.get(key)
    if (found !== undefined) return found
    found = this.#old.get(key) ?? make()
    const size = this.#sizeOf(key, found)
    if (this.#held + size > this.#most) [this.#old, this.#young, this.#held] = [this.#young, new Map<string, T>(), 0]
    this.#held += size
    this.#young.set(key, found)
    return found
  }
}
