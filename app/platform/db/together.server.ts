import { requestContext, type RequestContext } from '~/platform/log/request-context.server'
import { aside, sqlTexts, type Statement } from './db.server'
import { outageOf } from './outage.server'

/**
 * Reads that travel together: the loaders of a page ask for what they need in the same breath, and each journey to the database costs a
 * write, a wait and a read. What one request asks for before it waits for anything goes as one statement, in one snapshot.
 */
interface Asked {
  statement: Statement
  resolve: (text: string) => void
  reject: (error: unknown) => void
}

const breaths = new WeakMap<RequestContext, Asked[]>()

async function alone({ statement, resolve, reject }: Asked): Promise<void> {
  try {
    resolve((await sqlTexts(statement))[0]!)
  } catch (error) {
    reject(error)
  }
}

async function send(asked: readonly Asked[]): Promise<void> {
  if (asked.length === 1) return alone(asked[0]!)
  // in one order whoever was first, so that there are few texts to prepare
  const sorted = [...asked].sort((one, other) => (one.statement.name < other.statement.name ? -1 : 1))
  let texts: string[]
  try {
    texts = await sqlTexts(...sorted.map(one => one.statement))
  } catch (error) {
    // with a database that is there, each answers for itself
    if (outageOf(error)) for (const one of asked) one.reject(error)
    else await Promise.all(asked.map(alone))
    return
  }
  for (const [at, one] of sorted.entries()) one.resolve(texts[at]!)
}

/**
 * The rows of a statement as one JSON text, for `madeOf`. Only for what JSON carries: numbers, texts, booleans, lists; times as numbers. Within
 * a request it waits until everything that runs has run as far as it can, and goes with what else was asked for meanwhile.
 */
export function readText(statement: Statement): Promise<string> {
  return new Promise((resolve, reject) => {
    const one = { statement, resolve, reject }
    const context = requestContext()
    if (!context || aside.getStore()) return void alone(one)
    const breath = breaths.get(context)
    if (breath) return void breath.push(one)
    const asked = [one]
    breaths.set(context, asked)
    // runs once no promise is left that can go on by itself
    process.nextTick(() => {
      breaths.delete(context)
      void send(asked)
    })
  })
}

/** The same as rows. `name` must be unique to the text. */
export const readRows = async <Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> => JSON.parse(await readText({ name, text, values })) as Row[]
