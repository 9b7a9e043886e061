import { competencyTags, type CompetencyTag } from '~/features/competency/catalogue.server'
import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { badges, isBadge, type BadgeName } from './badges'

export interface Totals {
  posts: number
  accepted: number
  thanks: number
}

export interface EarnedBadge {
  badge: BadgeName
  /** how many deeds it takes */
  needs: number
  /** milliseconds */
  at: number
  /** posts that earned it, as far as the viewer may read them */
  deeds: number[]
}

export interface PraiseRow {
  postId: number
  kind: 'THANKS' | 'ACCEPTED'
  why: string
  name: string
  slug: string
  at: number
}

export interface Recognition {
  all: Totals
  competencies: (Totals & { competency: CompetencyTag })[]
  /** other tags, those with most first */
  tags: (Totals & { tag: string })[]
  badges: EarnedBadge[]
  praise: PraiseRow[]
}

const totals = `(select tag, posts, accepted, thanks from contribution_total where person_id = $1 and (tag = '' or tag = any($2)) and posts > 0)
  union all (select tag, posts, accepted, thanks from contribution_total where person_id = $1 and tag <> '' and not tag = any($2) and posts > 0 order by accepted desc, thanks desc, posts desc, tag limit 6)`
const earned = `select b.badge, ${ms('b.earned_at')} as at, array(select p.id from post p join thread t on t.id = p.thread_id
    where p.id = any(b.deeds) and p.deleted_at is null and t.audience = any($2) and t.removed_at is null order by p.id limit 10) as deeds
  from badge_award b where b.person_id = $1 order by b.earned_at desc`
/** Newest praise of the person's newest thanked or accepted posts, only what still stands. */
const praise = `select c.post_id as "postId", pr.kind, pr.why, a.name, a.slug, ${ms('pr.created_at')} as at
  from (select post_id, thread_id from contribution where person_id = $1 and (thanks > 0 or accepted) order by created_at desc limit 200) c
    join praise pr on pr.post_id = c.post_id join thread t on t.id = c.thread_id join post p on p.id = c.post_id join person a on a.id = pr.from_id
  where t.audience = any($2) and t.removed_at is null and p.deleted_at is null and (
    (pr.kind = 'THANKS' and exists (select 1 from reaction r where r.post_id = pr.post_id and r.person_id = pr.from_id and r.kind = 'THANKS'))
    or (pr.kind = 'ACCEPTED' and t.accepted_number = p.number and t.accepted_by_id = pr.from_id))
  order by pr.created_at desc limit 8`

/** What a person gave to conversations: sums as they are kept, badges and reasons with links. Null where there is nothing yet. Ask first whether the person shows it. */
export async function findRecognition(viewer: Viewer, personId: number): Promise<Recognition | null> {
  const catalogue = await competencyTags()
  const [sums, awards, words] = await Promise.all([
    sql<Totals & { tag: string }>('recognition-totals', totals, [personId, catalogue.map(one => one.slug)]),
    sql<{ badge: string; at: number; deeds: number[] }>('recognition-badges', earned, [personId, viewer.audiences]),
    sql<PraiseRow>('recognition-praise', praise, [personId, viewer.audiences]),
  ])
  const all = sums.find(row => row.tag === '')
  if (!all && awards.length === 0) return null
  return {
    all: all ?? { posts: 0, accepted: 0, thanks: 0 },
    competencies: catalogue.flatMap(competency => sums.filter(row => row.tag === competency.slug).map(row => ({ ...row, competency }))),
    tags: sums.filter(row => row.tag !== '' && !catalogue.some(one => one.slug === row.tag)),
    badges: awards.flatMap(({ badge, at, deeds }) => (isBadge(badge) ? [{ badge, needs: badges[badge], at, deeds }] : [])),
    praise: words,
  }
}
