import type { SearchMeta } from '~/platform/search/source.server'
import { fineFacets, type FineFacet } from '../bounds'
import { COUNT_LIMIT, PAGE_SIZE, type SearchQuery } from '../contract.server'
import { sliceOf } from '../query/slices'
import { sizeOfIndex } from './ages.server'
import type { Ask } from './understand.server'

/** From where on more or weightier places of a word add little; and what it is worth that a word is there at all. */
const SATURATION = 0.08
const THERE = 0.35
/** Newest finds that are ranked: so many of the small kinds (topics, people) and so many posts. The others follow by date. */
const RANKED = 150

export interface Filters extends Pick<SearchQuery, 'kinds' | 'shelves' | 'authorId' | 'from' | 'to' | 'fine'> {
  audiences: readonly string[]
}

/** A term of the query, as tsquery text, and how much it says. */
export interface Ranked { query: string; weight: number }

export interface Wanted {
  generation: number
  /** tsquery text; null lists everything the filters allow */
  match: string | null
  /** by which finds are ranked: each term with its weight; null leaves the newest first */
  rank: readonly Ranked[] | null
  filters: Filters
  sort: 'relevance' | 'newest'
  offset: number
  limit: number
  /** finds looked at, at most COUNT_LIMIT + 1 */
  look: number
  /** about how many there are, from the word counts: decides the shape of the statement */
  expected: number
  facets: boolean
  /** somebody is typing: where there are many finds, replies wait for the whole question */
  typing?: boolean
}

export interface FoundRow {
  id: string
  kind: string
  fold: string
  url: string
  title: string
  body: string
  author_id: number | null
  author_name: string
  shelf: string
  meta: SearchMeta
  at: number
  more: number
}

export interface FoundPage {
  active: number
  total: number
  looked: number
  kinds: Record<string, number> | null
  shelves: Record<string, number> | null
  fine: Partial<Record<FineFacet, Record<string, number> | null>> | null
  posts: number
  /** as many were found as were looked for */
  open: boolean
  hits: FoundRow[] | null
}

const YEAR = `extract(year from created_at at time zone 'Asia/Jakarta')::int`
const numbers = (values: readonly string[]) => values.map(Number).filter(Number.isInteger)
const finely: Record<FineFacet, (add: (value: unknown) => string, values: readonly string[]) => string> = {
  label: (add, values) => `meta->>'label' = any(${add([...values])}::text[])`, tag: (add, values) => `tags && ${add([...values])}::text[]`,
  unit: (add, values) => `unit_id = any(${add(numbers(values))}::int[])`, year: (add, values) => `${YEAR} = any(${add(numbers(values))}::int[])`,
}

/** Builds the conditions for the filters that are there: never `$1 is null or …`, so that the planner sees what is asked. */
export function conditions({ generation, match, filters }: Pick<Wanted, 'generation' | 'match' | 'filters'>): { where: string; values: unknown[]; add: (value: unknown) => string } {
  const values: unknown[] = []
  const add = (value: unknown) => `$${values.push(value)}`
  const parts = [`generation = ${add(generation)}::int`]
  if (match !== null) parts.push(`lexemes @@ ${add(match)}::tsquery`)
  parts.push(`audience = any(${add(filters.audiences)}::text[])`)
  if (filters.kinds?.length === 1) parts.push(`kind = ${add(filters.kinds[0])}::text`)
  else if (filters.kinds?.length) parts.push(`kind = any(${add(filters.kinds)}::text[])`)
  if (filters.shelves?.length) parts.push(`shelf = any(${add(filters.shelves)}::text[])`)
  if (filters.authorId !== undefined) parts.push(`author_id = ${add(filters.authorId)}::int`)
  for (const name of fineFacets) {
    const wanted = filters.fine?.[name]
    if (wanted?.length) parts.push(finely[name](add, wanted))
  }
  if (filters.from) parts.push(`created_at >= ${add(filters.from)}::timestamptz`)
  if (filters.to) parts.push(`created_at < ${add(filters.to)}::timestamptz`)
  return { where: parts.join(' and '), values, add }
}

/** What a document is worth: its terms by how much they say and where they stand, then how fresh it is and whether somebody approved it. */
const scoreSql = (rank: readonly Ranked[], add: (value: unknown) => string) => `(${rank.map(({ query, weight }) => {
  const term = add(query)
  // the rank of alternatives is divided by their number: a term with many synonyms must not count less for it
  const value = `(${(query.match(/'(?:[^'\\]|'')+'/g) ?? ['']).length} * ts_rank('{0.05,0.12,0.4,1}', d.lexemes, ${term}::tsquery, 1))`
  // a rank above nothing says that one of the words is there; of words that belong together all must be
  const there = query.includes('&') || query.includes('<->') ? `d.lexemes @@ ${term}::tsquery` : 'v > 0'
  return `(select ${weight.toFixed(3)} * (v / (v + ${SATURATION}) + case when ${there} then ${THERE} else 0 end) from (select ${value} as v offset 0) r)`
}).join(' + ')}) * (0.85 + 0.15 / (1 + extract(epoch from now() - d.created_at)::float / 63072000)) * (case d.kind when 'article' then 1.15 when 'post' then 0.85 when 'person' then 0.9 else 1 end)`

/** More finds than this are met soon when walking from the newest; fewer are better fetched by the word index and then sorted. */
const MANY = 5_000
/** Counted for each facet at most so many values. */
const VALUES = 50

/** A statement looks at so many times the share it wants, since words are of some times more than of others; when that was too little, at this many times more. */
const MARGIN = 1.6
const WIDER = 8

const within = (match: string | null, slice: string | null) => (match === null || slice === null ? match : `( ${match} ) & ${slice}`)

const fineColumns = `, meta->>'label' as label, tags, unit_id, ${YEAR} as year`
const fineParts: Record<FineFacet, [value: string, from: string]> = { label: ['label', 'hit'], tag: ['t', 'hit, unnest(hit.tags) t'], unit: ['unit_id::text', 'hit'], year: ['year::text', 'hit'] }
const countsOf = (name: FineFacet) => {
  const [value, from] = fineParts[name]
  return `'${name}', (select jsonb_object_agg(name, n) from (select ${value} as name, count(distinct key)::int as n from ${from} where ${value} is not null group by 1 order by 2 desc limit ${VALUES}) x)`
}

/** Which documents a page looks at: the newest finds; or the newest posts and beside them the newest of all else, which must not drown in posts; or no posts. */
interface Looks { posts: string | null; others: string | null; of: 'all' | 'apart' | 'heads' }
/** Finds looked at where posts are left out. */
const FEW = 101

async function pageWithin(ask: Ask, wanted: Wanted, { posts, others, of }: Looks): Promise<Omit<FoundPage, 'open'>> {
  const apart = of === 'apart'
  const { where, values, add } = conditions({ ...wanted, match: within(wanted.match, apart ? posts : others) })
  const { limit, offset, look } = wanted
  const sliced = posts !== null || others !== null
  // an order no index gives keeps the planner from walking the whole table from the newest in search of a rare word
  const newest = wanted.match === null || (wanted.expected > MANY && !sliced) ? 'created_at desc' : `(created_at at time zone 'UTC') desc`
  // "C": these sorts are by thousands, and nobody reads their order
  const columns = `ctid as place, id collate "C" as id, kind collate "C" as kind, kind || ' ' || fold collate "C" as key, shelf collate "C" as shelf, created_at${wanted.facets ? fineColumns : ''}`
  const ranked = wanted.sort === 'relevance' && wanted.rank !== null
  const newestOf = (condition: string, also: string, most: number) => `(select ${columns} from search_document where ${condition}${also} order by ${newest} limit ${most})`
  const rest = apart && posts !== others ? where.replace('lexemes @@ $2', `lexemes @@ ${add(within(wanted.match, others))}`) : where
  const score = ranked
    ? `case when h.nth <= ${RANKED} then (select ${scoreSql(wanted.rank ?? [], add)} from search_document d where d.ctid = h.place) end`
    : 'null::float'
  const text = `
with hit as materialized (
  ${apart ? `${newestOf(where, ` and kind = 'post'`, look)} union all ${newestOf(rest, ` and kind <> 'post'`, RANKED)}` : newestOf(where, of === 'heads' ? ` and kind <> 'post'` : '', look)}
), numbered as (
  select place, id, kind, key, shelf, created_at, row_number() over (partition by kind = 'post' order by created_at desc) as nth from hit
), scored as materialized (
  select h.place, h.id, h.kind, h.key, h.shelf, h.created_at, ${score} as score from numbered h
), folded as materialized (
  select distinct on (key) place, id, kind, shelf, created_at, score, count(*) over (partition by key) - 1 as more
  from scored order by key, score desc nulls last, created_at desc, id
), page as materialized (
  select * from folded order by score desc nulls last, created_at desc, id limit ${limit} offset ${offset}
)
select (select active from search_state where id = 1) as active,
  (select count(*)::int from folded) as total, (select count(*)::int from hit) as looked, (select count(*)::int from hit where kind = 'post') as posts,
  ${wanted.facets ? `(select jsonb_object_agg(kind, n) from (select kind, count(*)::int as n from folded group by kind) k)` : 'null'} as kinds,
  ${wanted.facets ? `(select jsonb_object_agg(shelf, n) from (select shelf, count(*)::int as n from folded where shelf <> '' group by shelf order by n desc limit ${VALUES}) s)` : 'null'} as shelves,
  ${wanted.facets ? `jsonb_build_object(${fineFacets.map(countsOf).join(', ')})` : 'null'} as fine,
  (select jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'fold', d.fold, 'url', d.url, 'title', d.title, 'body', left(d.body, 20000), 'author_id', d.author_id,
      'author_name', d.author_name, 'shelf', d.shelf, 'meta', d.meta, 'at', (extract(epoch from d.created_at) * 1000)::bigint, 'more', p.more)
      order by p.score desc nulls last, p.created_at desc, p.id)
    from page p join search_document d on d.ctid = p.place) as hits`
  const [row] = await ask<Omit<FoundPage, 'open'>>(text, values)
  if (!row) throw new Error('search_state is empty')
  return row
}

/**
 * One page of finds, the bounded total and the counts beside the filters, in one statement. Not a named statement on purpose:
 * the planner must see the words to choose its way. Where there are many more finds than are looked at, only the newest slice of the index is
 * asked; a second statement follows where that was too little.
 */
export async function findPage(ask: Ask, wanted: Wanted): Promise<FoundPage> {
  const { filters, expected, match } = wanted
  const many = wanted.sort === 'relevance' && wanted.rank !== null && expected > COUNT_LIMIT / 2 && !filters.kinds?.length
  const of = !many ? 'all' : wanted.typing ? 'heads' : 'apart'
  const ages = await sizeOfIndex()
  const asked = of === 'heads' ? { ...wanted, look: FEW } : wanted
  const wants = { posts: asked.look, others: of === 'apart' ? RANKED : asked.look }
  const shares = { posts: 1 - ages.heads, others: of === 'all' ? 1 : ages.heads }
  const narrowed = Boolean(filters.kinds ?? filters.shelves ?? filters.authorId ?? filters.from ?? filters.to ?? filters.fine)
  let times = narrowed ? WIDER : 1
  const slice = (name: 'posts' | 'others') =>
    match === null || !Number.isFinite(expected * times) ? null : sliceOf(ages, (wants[name] * MARGIN * times) / Math.max(1, expected * shares[name]), { whole: wanted.sort === 'newest' })
  let looks: Looks = { of, posts: of === 'apart' ? slice('posts') : null, others: slice('others') }
  for (;;) {
    const page = await pageWithin(ask, asked, looks)
    const few = { posts: of === 'apart' && looks.posts !== null && page.posts < wants.posts, others: looks.others !== null && page.looked - (of === 'apart' ? page.posts : 0) < wants.others }
    if (!few.posts && !few.others) return of === 'heads' && page.total < wanted.limit ? findPage(ask, { ...wanted, typing: false }) : { ...page, open: page.looked >= asked.look }
    times = times === 1 ? WIDER : Infinity
    // posts are short and have an index of their own: all of them cost less than a third look
    looks = { of, posts: few.posts ? null : looks.posts, others: few.others ? slice('others') : looks.others }
  }
}

/**
 * What holds a part of the words that is worth at least `least` of them all, best first, without those of `without`. `match` keeps the look
 * at the index narrow: terms that are everywhere are not in it.
 */
export async function findAlso(ask: Ask, wanted: Pick<Wanted, 'generation' | 'match' | 'filters'> & { rank: readonly Ranked[]; least: number; without: readonly string[]; limit: number }): Promise<FoundRow[]> {
  const { where, values, add } = conditions(wanted)
  const worth = wanted.rank.map(({ query, weight }) => `case when d.lexemes @@ ${add(query)}::tsquery then ${weight.toFixed(3)} else 0 end`).join(' + ')
  const rows = await ask<FoundRow>(`
with hit as materialized (
  select ctid as place, kind || ' ' || fold collate "C" as key from search_document where ${where} and kind <> 'person' and not (kind || ' ' || fold = any(${add(wanted.without)}::text[]))
  order by (created_at at time zone 'UTC') desc limit ${2 * RANKED}
), scored as materialized (
  select h.place, h.key, ${scoreSql(wanted.rank, add)} as score from hit h join search_document d on d.ctid = h.place where ${worth} >= ${wanted.least.toFixed(3)}
), folded as (
  select distinct on (key) place, score from scored order by key, score desc
), page as materialized (
  select place, score from folded order by score desc limit ${wanted.limit}
)
select d.id, d.kind, d.fold, d.url, d.title, left(d.body, 20000) as body, d.author_id, d.author_name, d.shelf, d.meta, (extract(epoch from d.created_at) * 1000)::bigint as at, 0 as more
from page p join search_document d on d.ctid = p.place order by p.score desc, d.id`, values)
  return rows
}

/** How many there are, counted up to COUNT_LIMIT; documents of one fold count once. */
export async function countFinds(ask: Ask, wanted: Pick<Wanted, 'generation' | 'match' | 'filters'>): Promise<{ count: number; open: boolean }> {
  const { where, values } = conditions(wanted)
  const [row] = await ask<{ looked: number; n: number }>(
    `select count(*)::int as looked, count(distinct kind || ' ' || fold collate "C")::int as n from (select kind, fold from search_document where ${where} limit ${COUNT_LIMIT + 1}) x`, values)
  return { count: Math.min(row?.n ?? 0, COUNT_LIMIT), open: (row?.looked ?? 0) > COUNT_LIMIT }
}

/** Counts for one facet as if its own filter were not set. */
export async function countFacet(ask: Ask, wanted: Pick<Wanted, 'generation' | 'match' | 'filters'>, facet: 'kind' | 'shelf'): Promise<Record<string, number>> {
  const without: Filters = facet === 'kind' ? { ...wanted.filters, kinds: undefined } : { ...wanted.filters, shelves: undefined }
  const { where, values } = conditions({ ...wanted, filters: without })
  const rows = await ask<{ name: string; n: number }>(`
    select ${facet} as name, count(distinct kind || ' ' || fold collate "C")::int as n
    from (select kind, fold, shelf from search_document where ${where} order by created_at desc limit ${COUNT_LIMIT + 1}) x
    where ${facet} <> '' group by ${facet} order by n desc limit 50`, values)
  return Object.fromEntries(rows.map(row => [row.name, row.n]))
}

/** Counts for one of the finer facets as if its own filter were not set. */
export async function countFine(ask: Ask, wanted: Pick<Wanted, 'generation' | 'match' | 'filters'>, name: FineFacet): Promise<Record<string, number>> {
  const { where, values } = conditions({ ...wanted, filters: { ...wanted.filters, fine: { ...wanted.filters.fine, [name]: [] } } })
  const [row] = await ask<{ counts: Record<string, Record<string, number> | null> }>(`with hit as materialized (
      select kind || ' ' || fold collate "C" as key${fineColumns} from search_document where ${where} order by created_at desc limit ${COUNT_LIMIT + 1}
    ) select jsonb_build_object(${countsOf(name)}) as counts`, values)
  return row?.counts[name] ?? {}
}

export const pageOffset = (page: number) => (page - 1) * PAGE_SIZE
