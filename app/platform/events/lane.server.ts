/** Runs what it is given in order, `width` at a time. What runs must not throw. */
export class Lane {
  #width: number
  #running = 0
  #queue: (() => Promise<void>)[] = []
  #next = 0

  constructor(width: number) {
    this.#width = width
  }

  get waiting(): number {
    return this.#queue.length - this.#next
  }

  push(run: () => Promise<void>): void {
    this.#queue.push(run)
    if (this.#running < this.#width) void this.#drain()
  }

  async #drain(): Promise<void> {
    this.#running += 1
    for (let run = this.#take(); run; run = this.#take()) await run()
    this.#running -= 1
  }

  #take(): (() => Promise<void>) | undefined {
    const run = this.#queue[this.#next]
    if (!run) {
      this.#queue = []
      this.#next = 0
      return undefined
    }
    this.#next += 1
    if (this.#next > 1_000) {
      this.#queue = this.#queue.slice(this.#next)
      this.#next = 0
    }
    return run
  }
}
