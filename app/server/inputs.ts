import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const LEFT_OUT = /(\.test\.tsx?$)|(^app\/generated\/)|(^app\/server\/)|(README\.md$)/

function* filesUnder(place: string): Generator<string> {
  if (!existsSync(place)) return
  if (!statSync(place).isDirectory()) {
    yield place
    return
  }
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const file = path.posix.join(place, entry.name)
    if (entry.isDirectory()) yield* filesUnder(file)
    else if (!LEFT_OUT.test(file)) yield file
  }
}

/** One number for the content of all these files and folders. */
export function hashOf(places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap(place => [...filesUnder(place)]).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

export const SCHEMA_INPUTS = ['prisma/schema.prisma', 'prisma/models', 'prisma/prisma.config.ts']
export const BUILD_INPUTS = ['app', 'prisma', 'public', 'vite.config.ts', 'remix.config.js', 'package.json', 'package-lock.json']

/** Whether `file` carries this hash. */
export function stamped(file: string, hash: string): boolean {
  try {
    return readFileSync(file, 'utf8') === hash
  } catch {
    return false
  }
}

export const stamp = (file: string, hash: string): void => writeFileSync(file, hash)
