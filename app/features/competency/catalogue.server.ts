import { sql } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'

export type CompetencyKindName = 'MANAGERIAL' | 'SOCIO_CULTURAL' | 'TECHNICAL'

export interface CompetencyTag {
  code: string
  /** the tag a topic carries for it */
  slug: string
  kind: CompetencyKindName
  name: string
  nameEn: string
}

const KEEP_FOR = 60_000
const shelf = kept('competency-tags', () => ({ list: null as Promise<CompetencyTag[]> | null, until: 0 }))

/** Every competency of the catalogue in its order; the same for all readers, kept for a minute. */
export function competencyTags(): Promise<CompetencyTag[]> {
  if (shelf.list && shelf.until > Date.now()) return shelf.list
  shelf.until = Date.now() + KEEP_FOR
  const read = sql<CompetencyTag>('competency-tags', 'select code, slug, kind, name, name_en as "nameEn" from competency_tag order by sort_order, code')
  shelf.list = read
  read.catch(() => { shelf.list = null })
  return read
}

/** Which of these tags are competencies. */
export async function competenciesAmong(tags: readonly string[]): Promise<CompetencyTag[]> {
  return tags.length === 0 ? [] : (await competencyTags()).filter(one => tags.includes(one.slug))
}
