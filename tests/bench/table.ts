import { cpus, totalmem } from 'node:os'

/** One line of the result. */
export interface Line {
  what: string
  value: number | null
  unit: string
  /** what NodeBB 4.15 did, in another run on another day */
  nodebb?: number
  /** what the portal promises, in words */
  wanted?: string
  /** smaller print: percentiles, processor time, statements */
  note?: string
}

export interface Chapter {
  title: string
  lines: readonly Line[]
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

export const ms = (value: number): string => `${round(value)} ms`

const amount = (value: number | null | undefined, unit: string): string => (value === null || value === undefined || Number.isNaN(value) ? 'not measured' : `${round(value)} ${unit}`)

/** Value at or under which `share` (0 to 1) of the values lie; NaN where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

function cells({ what, value, unit, nodebb, wanted, note }: Line): string[] {
  const ratio = value !== null && nodebb ? `${round(value / nodebb)}×` : ''
  return [what, amount(value, unit), nodebb === undefined ? '' : amount(nodebb, unit), ratio, wanted ?? '', note ?? '']
}

const head = ['', 'Balai', 'NodeBB, other run', 'ratio', 'wanted', 'beside it']

/** Markdown that also reads well in a terminal. */
export function tableOf({ title, lines }: Chapter): string {
  const rows = [head, ...lines.map(cells)]
  const widths = head.map((_, at) => Math.max(3, ...rows.map(row => (row[at] ?? '').length)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [`\n### ${title}\n`, line(head), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...rows.slice(1).map(line)].join('\n')
}

export function machineOf(): string {
  const processors = cpus()
  return `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`
}
