interface Options<Item> {
  /** how many are run at once; 1 keeps their order */
  width: number
  /** ms for which the first that comes lets others gather; 0: after what is being answered has left */
  gather: number
  /** takes the next of what waits, at least one, off the front */
  take: (waiting: Item[]) => Item[]
  /** must not throw */
  run: (items: Item[]) => Promise<void>
}

/** Runs what it is given in order, `width` at a time, several together where they came in one breath. */
export class Lane<Item> {
  readonly #options: Options<Item>
  #running = 0
  #waiting: Item[] = []
  #timer: NodeJS.Timeout | undefined
  #due: NodeJS.Immediate | undefined
  /** nobody waits for others any more: the process ends, or a test wants to see the end */
  #hurried = false

  constructor(options: Options<Item>) {
    this.#options = options
  }

  get waiting(): number {
    return this.#waiting.length
  }

  push(item: Item): void {
    this.#waiting.push(item)
    this.#wake()
  }

  /** What waits for others is run now. */
  hurry(): void {
    if (this.#waiting.length === 0) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#hurried = true
    this.#wake()
  }

  #wake(): void {
    if (this.#running >= this.#options.width || this.#timer || this.#due || this.#waiting.length === 0) return
    if (this.#options.gather > 0 && !this.#hurried) this.#timer = setTimeout(() => this.#go(), this.#options.gather)
    else this.#due = setImmediate(() => this.#go())
  }

  #go(): void {
    this.#timer = undefined
    this.#due = undefined
    this.#hurried = false
    while (this.#running < this.#options.width && this.#waiting.length > 0) void this.#run(this.#options.take(this.#waiting))
  }

  async #run(items: Item[]): Promise<void> {
    this.#running += 1
    await this.#options.run(items)
    this.#running -= 1
    this.#wake()
  }
}
