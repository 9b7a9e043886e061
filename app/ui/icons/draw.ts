// Draws sprite.svg from the installed lucide-react: `node app/ui/icons/draw.ts`. A test keeps the committed file equal to what this draws.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { iconNames } from './names.ts'

type Shape = [tag: string, attributes: Record<string, string>]

const file = path.join(import.meta.dirname, 'sprite.svg')

async function shapesOf(name: string): Promise<Shape[]> {
  const icons = path.join(path.dirname(createRequire(import.meta.url).resolve('lucide-react/package.json')), 'dist/esm/icons')
  // Renamed icons re-export their new file.
  const source = await readFile(path.join(icons, `${name}.mjs`), 'utf8')
  const renamed = /from '\.\/([\w-]+)\.mjs'/.exec(source)?.[1]
  const module = (await import(pathToFileURL(path.join(icons, `${renamed ?? name}.mjs`)).href)) as { __iconData: { node: Shape[] } }
  return module.__iconData.node
}

export async function drawSprite(): Promise<string> {
  const symbols: string[] = []
  for (const name of iconNames) {
    const shapes = (await shapesOf(name)).map(([tag, { key: _key, ...attributes }]) =>
      `<${tag} ${Object.entries(attributes).map(([key, value]) => `${key}="${value}"`).join(' ')}/>`)
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`)
  }
  return `<!-- Lucide icons, ISC licence, https://lucide.dev/license -->\n<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`
}

export const committedSprite = () => readFile(file, 'utf8')

if (process.argv[1] === import.meta.filename) await writeFile(file, await drawSprite())
