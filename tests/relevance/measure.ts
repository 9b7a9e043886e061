import type { SearchEngine } from '~/features/search/contract.server'
import type { Need, QueryKind } from './need'
import { citizens } from './needs-citizens'
import { staff } from './needs-staff'

export interface Question { kind: QueryKind; text: string; grades: ReadonlyMap<string, number> }

function gradesOf({ best, good = [], near = [] }: Need, titles: readonly string[]): Map<string, number> {
  const grades = new Map<string, number>()
  for (const [grade, beginnings] of [[1, near], [2, good], [3, best]] as const) {
    for (const beginning of beginnings) {
      for (const title of titles.filter(one => one.startsWith(beginning))) grades.set(title, grade)
    }
  }
  return grades
}

/** @throws Error where a need names what is not in the base */
export function questionsFor(titles: readonly string[]): Question[] {
  const needs = [...citizens, ...staff]
  const missing = needs.flatMap(need => [...need.best, ...(need.good ?? []), ...(need.near ?? [])]).filter(beginning => !titles.some(title => title.startsWith(beginning)))
  if (missing.length > 0) throw new Error(`nothing begins with: ${missing.join(' | ')}`)
  return needs.flatMap(need => {
    const grades = gradesOf(need, titles)
    return Object.entries(need.ask).flatMap(([kind, texts]) => texts.map(text => ({ kind: kind as QueryKind, text, grades })))
  })
}

/** nDCG of the first ten and the share of what has a grade among the first twenty. A title counts once: a topic and its reply are one thing to a reader. */
export function score(found: readonly string[], grades: ReadonlyMap<string, number>): { ndcg: number; recall: number } {
  const gain = (grade: number, at: number) => (2 ** grade - 1) / Math.log2(at + 2)
  const seen = new Set<string>()
  let sum = 0
  for (const [at, title] of found.slice(0, 10).entries()) {
    if (!seen.has(title)) sum += gain(grades.get(title) ?? 0, at)
    seen.add(title)
  }
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10).reduce((all, grade, at) => all + gain(grade, at), 0)
  const early = new Set(found.slice(0, 20))
  return { ndcg: sum / ideal, recall: [...grades.keys()].filter(title => early.has(title)).length / Math.min(20, grades.size) }
}

export interface Outcome extends Question { found: string[]; ndcg: number; recall: number }

const plainTitle = (html: string) => html.replace(/<\/?mark>/g, '').replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))

/** Asks every question as a civil servant would, who reads what is public and what is for all of them. */
export async function ask(engine: SearchEngine, questions: readonly Question[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const question of questions) {
    const { hits, also } = await engine.query({ text: question.text, audiences: ['public', 'asn'] })
    const found = [...hits, ...also].map(hit => plainTitle(hit.title))
    outcomes.push({ ...question, found, ...score(found, question.grades) })
  }
  return outcomes
}

export interface Line { kind: string; queries: number; ndcg: number; recall: number; empty: number }

const mean = (numbers: readonly number[]) => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length)

export function lineOf(kind: string, outcomes: readonly Outcome[]): Line {
  return { kind, queries: outcomes.length, ndcg: mean(outcomes.map(one => one.ndcg)), recall: mean(outcomes.map(one => one.recall)), empty: mean(outcomes.map(one => (one.found.length === 0 ? 1 : 0))) }
}
