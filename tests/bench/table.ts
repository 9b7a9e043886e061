import { cpus, totalmem } from 'node:os'

/** One line of the result. */
export interface Line {
  what: string
  value: number | null
  unit: string
  /** what NodeBB 4.15 did, as the task states it: another run on the same kind of machine */
  nodebb?: number
  /** what the portal promises, in words */
  wanted?: string
  /** whether it was kept; without it nothing here can tell */
  met?: boolean
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

function cells({ what, value, unit, nodebb, wanted, met, note }: Line): string[] {
  const ratio = value !== null && nodebb ? `${round(value / nodebb)}×` : ''
  return [what, amount(value, unit), nodebb === undefined ? '' : amount(nodebb, unit), ratio, wanted ?? '', met === undefined ? '' : met ? 'met' : 'MISSED', note ?? '']
}

const head = ['', 'Balai', 'NodeBB, stated', 'ratio', 'wanted', '', 'beside it']

/** A promise as so many times NodeBB's figure: at least for rates, at most for times. */
export function timesNodebb(value: number, nodebb: number, bound: { least: number } | { most: number }): Pick<Line, 'nodebb' | 'wanted' | 'met'> {
  const ratio = value / nodebb
  return 'least' in bound ? { nodebb, wanted: `≥ ${bound.least}×`, met: ratio >= bound.least } : { nodebb, wanted: `≤ ${bound.most}×`, met: ratio <= bound.most }
}

export const countMet = (chapters: readonly Chapter[]): { met: number; missed: string[] } => {
  const judged = chapters.flatMap(chapter => chapter.lines).filter(line => line.met !== undefined)
  return { met: judged.filter(line => line.met).length, missed: judged.filter(line => !line.met).map(line => line.what) }
}

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
