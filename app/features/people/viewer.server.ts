import { onBroadcast } from '~/platform/db/broadcast.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound, SignInNeeded } from '~/platform/errors'
import { cookieValue, hashToken, sessionTokenOf } from '~/platform/http/session-cookie.server'
import { kept } from '~/platform/kept.server'
import { requestContext } from '~/platform/log/request-context.server'
import { hasRole, isMember, stranger, type Locale, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import { photoUrl } from './photo'
import { audiencesOf } from './policy'
import { touchSession } from './session-touch.server'

interface PersonRow {
  session_id: number | null
  seen_at: Date | null
  expires_at: Date | null
  id: number
  kind: Member['kind']
  name: string
  slug: string
  photo_key: string | null
  email_verified_at: Date | null
  locale: string
  time_zone: string
  path: number[]
  roles: RoleName[]
  heads: number[]
  serves: number[]
  groups: number[]
  moderates: string[]
  blocks: number[]
  aliases: number[]
  silenced_until: Date | null
  suspended_until: Date | null
}

/** What was decided about a name somebody writes under holds for them, and is kept where nobody sees the two together. */
const ofNames = (column: string) => `(select max(x.${column}) from pseudonym s join person x on x.id = s.person_id where s.owner_id = p.id)`

const columns = `p.id, p.kind::text, p.name, p.slug, p.photo_key, p.email_verified_at, p.locale, p.time_zone, coalesce(u.path, '{}') as path,
  array(select r.role::text from role_grant r where r.person_id = p.id) as roles,
  array(select h.id from org_unit h where h.head_id = p.id and h.valid_to is null) as heads,
  array(select r.unit_id from role_grant r where r.person_id = p.id and r.role = 'SERVICE_OFFICER') as serves,
  array(select g.group_id from people_group_member g where g.person_id = p.id) as groups,
  array(select m.scope from moderator_scope m where m.person_id = p.id) as moderates,
  array(select b.blocked_id from person_block b where b.person_id = p.id) as blocks,
  array(select s.person_id from pseudonym s where s.owner_id = p.id) as aliases, greatest(p.silenced_until, ${ofNames('silenced_until')}) as silenced_until, greatest(p.suspended_until, ${ofNames('suspended_until')}) as suspended_until`

const bySession = `select s.id as session_id, s.seen_at, s.expires_at, ${columns}
  from session s join person p on p.id = s.person_id left join org_unit u on u.id = p.unit_id
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and p.closed_at is null`

const byPerson = `select null::int as session_id, null::timestamptz as seen_at, null::timestamptz as expires_at, ${columns}
  from person p left join org_unit u on u.id = p.unit_id where p.id = any($1) and p.closed_at is null`

function toMember(row: PersonRow): Member {
  const asn = row.kind === 'ASN'
  const unitIds = asn ? row.path : []
  return {
    personId: row.id, kind: row.kind, name: row.name, slug: row.slug, photo: photoUrl(row.photo_key),
    verified: asn || row.email_verified_at !== null, roles: row.roles, unitIds, headOf: row.heads, serves: row.serves,
    moderates: row.moderates, silencedUntil: row.silenced_until?.getTime() ?? 0, blocks: row.blocks, aliases: row.aliases, suspended: null,
    audiences: audiencesOf({ personId: row.id, kind: row.kind, unitIds, groupIds: row.groups, aliases: row.aliases }),
    locale: row.locale === 'en' ? 'en' : 'id', timeZone: row.time_zone, sessionId: row.session_id,
  }
}

/** While suspended a session is worth no more than none, and says whose it would be. */
function toViewer(row: PersonRow): Viewer {
  const until = row.suspended_until?.getTime() ?? 0
  return until > Date.now() ? { ...stranger(row.locale === 'en' ? 'en' : 'id'), timeZone: row.time_zone, sessionId: row.session_id, suspended: { personId: row.id, until } } : toMember(row)
}

interface Entry {
  found: Promise<Viewer | null>
  personId: number | null
  expiresAt: number
  until: number
}

/** How long a process believes what it read of a session; every change drops it sooner by broadcast. */
const keepFor = 5_000
const most = 5_000
const shelf = kept('viewers', () => ({ entries: new Map<string, Entry>(), generation: 0 }))

function forgetSession(tokenHash: string): void {
  shelf.generation += 1
  shelf.entries.delete(tokenHash)
}
/** A reading still under way may be of this person too: it has no person yet and goes with the rest. */
function forgetPerson(personId: number | null): void {
  shelf.generation += 1
  for (const [hash, entry] of shelf.entries) if (personId === null || entry.personId === null || entry.personId === personId) shelf.entries.delete(hash)
}

kept('viewer-listeners', () => {
  onBroadcast('session', forgetSession)
  onBroadcast('person', body => forgetPerson(Number(body) || null))
  onBroadcast('unit', () => forgetPerson(null))
  onBroadcast('reconnected', () => forgetPerson(null))
  return true
})

async function read(tokenHash: string, entry: Entry): Promise<Viewer | null> {
  const [row] = await sql<PersonRow>('viewer-by-session', bySession, [tokenHash])
  if (!row) return null
  entry.personId = row.id
  entry.expiresAt = row.expires_at?.getTime() ?? 0
  if (row.session_id !== null && row.seen_at) touchSession(row.session_id, row.seen_at)
  return toViewer(row)
}

function viewerOfToken(token: string): Promise<Viewer | null> {
  const hash = hashToken(token)
  const now = Date.now()
  const known = shelf.entries.get(hash)
  if (known && known.until > now && known.expiresAt > now) return known.found
  const entry: Entry = { found: Promise.resolve(null), personId: null, expiresAt: Infinity, until: now + keepFor }
  if (shelf.entries.size >= most) for (const old of [...shelf.entries.keys()].slice(0, most / 10)) shelf.entries.delete(old)
  shelf.entries.delete(hash)
  shelf.entries.set(hash, entry)
  entry.found = read(hash, entry).catch((error: unknown) => {
    if (shelf.entries.get(hash) === entry) shelf.entries.delete(hash)
    throw error
  })
  return entry.found
}

function localeIn(cookieHeader: string | null | undefined): Locale | null {
  const value = cookieValue(cookieHeader, 'lang')
  return value === 'id' || value === 'en' ? value : null
}

/** For sockets and whatever else has a Cookie header but no request. A stranger where no live session stands behind it. */
export async function viewerOfCookie(cookieHeader: string | null | undefined, locale?: Locale): Promise<Viewer> {
  const wanted = locale ?? localeIn(cookieHeader)
  const token = sessionTokenOf(cookieHeader)
  const viewer = token ? await viewerOfToken(token) : null
  if (!viewer) return stranger(wanted ?? 'id')
  return wanted && wanted !== viewer.locale ? { ...viewer, locale: wanted } : viewer
}

const perRequest = new WeakMap<object, { generation: number; viewer: Promise<Viewer> }>()

/** Who sent this request. Asked by several loaders of one page, read once. */
export function viewerOf(request: Request): Promise<Viewer> {
  const key = requestContext() ?? request
  const known = perRequest.get(key)
  if (known && known.generation === shelf.generation) return known.viewer
  const viewer = viewerOfCookie(request.headers.get('Cookie'))
  perRequest.set(key, { generation: shelf.generation, viewer })
  return viewer
}

/** @throws SignInNeeded for strangers, Forbidden "suspended" for who is suspended */
export async function memberOf(request: Request): Promise<Member> {
  const viewer = await viewerOf(request)
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

/** @throws SignInNeeded for strangers, Forbidden for members who hold none of the roles */
export async function officerOf(request: Request, ...roles: RoleName[]): Promise<Member> {
  const member = await memberOf(request)
  if (!hasRole(member, ...roles)) throw new Forbidden('officersOnly')
  return member
}

/** What a person would see now, without a session: for jobs, notices and tests. Closed accounts are absent. Unscoped: never for a page. */
export async function viewersOfPeopleUnscoped(personIds: readonly number[]): Promise<Map<number, Member>> {
  if (personIds.length === 0) return new Map()
  const rows = await sql<PersonRow>('viewers-by-person', byPerson, [[...personIds]])
  return new Map(rows.map(row => [row.id, toMember(row)]))
}

/** @throws NotFound for closed accounts too */
export async function viewerOfPersonUnscoped(personId: number): Promise<Member> {
  const member = (await viewersOfPeopleUnscoped([personId])).get(personId)
  if (!member) throw new NotFound('person')
  return member
}
