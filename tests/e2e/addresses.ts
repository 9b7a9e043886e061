import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../app/routes')
/** Every route of the house. */
export const files = globSync('*.{ts,tsx}', { cwd: folder }).sort()

const samples: Record<string, string> = { id: '1', slug: 'kependudukan', number: '1', token: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', key: 'tidak-ada', code: 'DUKCAPIL' }

/** An address of a route: "forum.t.$id.$slug.($number).tsx" → "/forum/t/1/kependudukan/1" */
export function pathOf(file: string, values: Record<string, string> = samples): string {
  const name = file.replace(/\.tsx?$/, '').replace(/\[\.\]/g, '\0')
  const parts = name.split('.').filter(part => part !== '_index').map(part => part.replace(/^\((.*)\)$/, '$1').replace(/_$/, '').replaceAll('\0', '.'))
  return `/${parts.map(part => (part.startsWith('$') ? (values[part.slice(1)] ?? '1') : part)).join('/')}`
}

const source = (file: string) => readFileSync(path.join(folder, file), 'utf8')
export const exportsOf = (file: string, name: 'loader' | 'action' | 'default' | 'meta') => new RegExp(`export (const|async function|function|\\{[^}]*) ?${name}\\b|export ${name}\\b`).test(source(file))
