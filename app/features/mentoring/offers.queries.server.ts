import { sql, type Tx } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { photoUrl } from '~/features/people/photo'
import type { FormName, ModeName, OfferStateName, PositionGroupName } from './kinds'
import { canChangeOffer, canLearn, canSeeOffer, isFor, type WhomFor } from './offers-policy'

/** An offer that takes requests now: open, or paused until a day that has come. For queries with `o`. */
export const openSql = `(o.state = 'OPEN' or (o.state = 'PAUSED' and coalesce(o.paused_until <= (now() at time zone 'Asia/Jakarta')::date, false)))`

/** Position and level of a person `a`: of the definitive assignment that has not ended. */
export const groupSql = (person: string): string => `(select po."group"::text from position_assignment pa join position po on po.id = pa.position_id
  where pa.person_id = ${person} and pa.kind = 'DEFINITIVE' and pa.ends_on is null order by pa.starts_on desc limit 1)`

export interface OfferView extends WhomFor {
  id: number
  title: string
  about: string
  expects: string
  form: FormName
  mode: ModeName
  place: string
  /** only for whoever takes part; null for readers */
  link: string | null
  languages: string[]
  tags: string[]
  capacity: number
  taken: number
  sessions: number
  /** of one session */
  minutes: number
  state: OfferStateName
  /** takes requests now, if there is a seat */
  open: boolean
  /** YYYY-MM-DD */
  pausedUntil: string | null
  /** MENTOR, SILENCE or OFFICER */
  pausedBy: string | null
  mentor: { id: number; slug: string; name: string; photo: string | null; position: string; unit: string; away: boolean }
  mine: boolean
  canChange: boolean
  /** why the viewer cannot ask: "own", "colleagues", "notFor", "full", "closed", "away"; null when they may */
  barred: 'own' | 'colleagues' | 'notFor' | 'full' | 'closed' | 'away' | null
}

interface Row extends Omit<OfferView, 'mentor' | 'mine' | 'canChange' | 'barred' | 'link'> {
  link: string
  mentorId: number
  slug: string
  name: string
  photoKey: string | null
  position: string
  unit: string
  away: boolean
  invited: boolean
  blocked: boolean
  myGroup: PositionGroupName | null
  myPosition: string
}

const offerSql = `select o.id, o.title, o.about, o.expects, o.form::text, o.mode::text, o.place, o.link, o.languages, o.tags, o.for_groups::text[] as "forGroups", o.for_units as "forUnits", o.for_positions as "forPositions",
    o.capacity, o.taken, o.sessions, o.minutes, o.state::text, ${openSql} as open, to_char(o.paused_until, 'YYYY-MM-DD') as "pausedUntil", o.paused_by as "pausedBy",
    o.mentor_id as "mentorId", a.slug, a.name, a.photo_key as "photoKey", case when coalesce(f.show_position, true) then a.position_name else '' end as position,
    case when coalesce(f.show_position, true) then coalesce(nullif(u.short_name, ''), u.name, '') else '' end as unit, a.closed_at is not null or coalesce(a.suspended_until > now(), false) as away,
    exists (select 1 from mentoring_profile g where g.person_id = $2 and g.invited_by_id is not null) as invited,
    exists (select 1 from person_block b where (b.person_id = $2 and b.blocked_id = a.id) or (b.person_id = a.id and b.blocked_id = $2)) as blocked,
    ${groupSql('$2')} as "myGroup", coalesce((select position_name from person where id = $2), '') as "myPosition"
  from mentoring_offer o join person a on a.id = o.mentor_id left join org_unit u on u.id = a.unit_id left join mentoring_profile f on f.person_id = a.id
  where o.id = $1`

/** An offer as this viewer sees it. @throws NotFound, also for drafts of others */
export async function getOffer(viewer: Viewer, id: number): Promise<OfferView> {
  const [row] = await sql<Row>('mentoring-offer', offerSql, [id, viewer.personId])
  if (!row || !canSeeOffer(viewer, row.invited, row)) throw new NotFound('offer')
  const { mentorId, slug, name, photoKey, position, unit, away, invited: _invited, blocked, myGroup, myPosition, link, ...offer } = row
  const mine = mentorId === viewer.personId
  const barred = mine ? 'own'
    : !canLearn(viewer) ? 'colleagues'
    : away || blocked ? 'away'
    : !offer.open ? 'closed'
    : !isFor(offer, { group: myGroup, position: myPosition, path: viewer.unitIds }) ? 'notFor'
    : offer.taken >= offer.capacity ? 'full' : null
  return { ...offer, link: mine ? link : null, mentor: { id: mentorId, slug, name, photo: photoUrl(photoKey), position, unit, away }, mine, canChange: canChangeOffer(viewer, row), barred }
}

export interface LockedOffer {
  id: number
  mentorId: number
  title: string
  form: FormName
  mode: ModeName
  place: string
  link: string
  state: OfferStateName
  /** takes requests now, if there is a seat */
  open: boolean
  capacity: number
  taken: number
  sessions: number
  minutes: number
}

/** The row under lock, for whoever changes its seats or its state. @throws NotFound */
export async function lockOffer(tx: Tx, id: number): Promise<LockedOffer> {
  const [row] = await tx.$queryRawUnsafe<LockedOffer[]>(`select o.id, o.mentor_id as "mentorId", o.title, o.form::text, o.mode::text, o.place, o.link, o.state::text, ${openSql} as open, o.capacity, o.taken, o.sessions, o.minutes
    from mentoring_offer o where o.id = $1::int for update`, id)
  if (!row) throw new NotFound('offer')
  return row
}
