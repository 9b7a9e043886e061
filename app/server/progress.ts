/** A failure that has been explained to whoever started the program; its stack helps nobody. */
export class Explained extends Error {}

const interactive = process.stdout.isTTY
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs one step. Silent under two seconds; after that it says what is being waited for, and at the end how long it took. */
export async function step<T>(title: string, run: () => Promise<T>, advice: string): Promise<T> {
  const began = performance.now()
  let shown = false
  const show = () => {
    if (interactive) process.stdout.write(`\r  ${title} … ${seconds(began)}`)
    else if (!shown) console.log(`  ${title} …`)
    shown = true
  }
  const first = setTimeout(() => {
    show()
    repeat = setInterval(show, 1_000)
  }, 1_500)
  let repeat: NodeJS.Timeout | undefined
  const quiet = () => {
    clearTimeout(first)
    clearInterval(repeat)
  }
  try {
    const result = await run()
    quiet()
    if (shown) console.log(`${interactive ? '\r' : ''}  ${title}: ${seconds(began)}`)
    return result
  } catch (error) {
    quiet()
    if (error instanceof Explained) throw error
    throw new Explained(`${shown && interactive ? '\n' : ''}${title} failed.\n${(error as Error).message}\n\n${advice}`)
  }
}
