import { z } from 'zod'
import { MAX_PAGES } from './bounds'
import { fineParams, type CariParams } from './cari-path'

const word = z.string().regex(/^[a-z]{1,20}$/)
const shelf = z.string().regex(/^[a-z]{1,20}:[a-z0-9]{1,20}$/)
const fine = {
  label: z.string().regex(/^[a-z]{1,20}:[A-Za-z_.]{1,60}$/), tag: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,39}$/u), unit: z.string().regex(/^[1-9]\d{0,8}$/), year: z.string().regex(/^20\d{2}$/),
}
const day = z.iso.date()
const id = z.coerce.number().int().min(1).max(2_147_483_647)
const page = z.coerce.number().int().min(1).max(MAX_PAGES)

const readable = <T>(schema: z.ZodType<T>, values: readonly string[]): T[] => values.flatMap(value => {
  const read = schema.safeParse(value)
  return read.success ? [read.data] : []
})

export function readCari(params: URLSearchParams): CariParams {
  const one = <T>(schema: z.ZodType<T>, name: string): T | undefined => readable(schema, params.getAll(name).slice(0, 1))[0]
  return {
    text: (params.get('q') ?? '').replaceAll('\0', '').slice(0, 300), kinds: [...new Set(readable(word, params.getAll('jenis').slice(0, 10)))],
    shelves: [...new Set(readable(shelf, params.getAll('di').slice(0, 30)))], authorId: one(id, 'penulis'), fine: Object.fromEntries((['label', 'tag', 'unit', 'year'] as const).flatMap(name => {
      const values = [...new Set(readable(fine[name], params.getAll(fineParams[name]).slice(0, 10)))]
      return values.length > 0 ? [[name, values]] : []
    })), from: one(day, 'dari'), to: one(day, 'sampai'),
    sort: params.get('urut') === 'terbaru' ? 'newest' : 'relevance', page: one(page, 'hal') ?? 1, exact: params.get('persis') === '1',
  }
}

/** The moment a day begins in a time zone. */
export function dayStart(date: string, timeZone: string): Date {
  const guess = new Date(`${date}T00:00:00Z`)
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(guess)
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return new Date(2 * guess.getTime() - Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')))
}

export const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
