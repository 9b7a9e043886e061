import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { CertificateFacts, CertificateView } from './certificates-views'
import type { ClosingView, ReviewView } from './closing-views'
import { isOfficer } from './offers-policy'
import { asMember, reachPair } from './rows/pair-reach.server'

/** @throws NotFound for everybody who is not of the pair */
export async function getClosing(viewer: Viewer, pairId: number): Promise<ClosingView> {
  const { member, pair } = await reachPair(viewer, pairId)
  const [rows, certificates] = await Promise.all([
    sql<ReviewView>('pair-reviews', `select r.from_id as "fromId", p.name as from, r.about_id as "aboutId", r.rating, r.words, r.testimonial, r.shown from mentoring_review r join person p on p.id = r.from_id
      where r.pair_id = $1 and (r.from_id = $2 or (r.about_id = $2 and $3::boolean)) order by r.created_at`, [pairId, member.personId, pair.state === 'FINISHED']),
    sql<{ code: string; number: string }>('own-certificate', 'select code, number from mentoring_certificate where pair_id = $1 and person_id = $2', [pairId, member.personId]),
  ])
  const [counted] = await sql<{ n: number }>('pair-review-count', 'select count(distinct from_id)::int as n from mentoring_review where pair_id = $1', [pairId])
  return { given: rows.filter(row => row.fromId === member.personId), received: rows.filter(row => row.aboutId === member.personId), count: counted?.n ?? 0, of: pair.learnerIds.length + 1, certificate: certificates[0] ?? null }
}

/** Anybody with its address may check it: it says what was true when it was issued, and nothing about the person beyond their name. @throws NotFound */
export async function getCertificate(viewer: Viewer, code: string): Promise<CertificateView> {
  const [row] = /^[\w-]{16}$/.test(code) ? await sql<{ number: string; code: string; personId: number; facts: CertificateFacts; issuedAt: number; revoked: boolean }>('certificate',
    `select number, code, person_id as "personId", facts, ${ms('issued_at')} as "issuedAt", revoked_at is not null as revoked from mentoring_certificate where code = $1`, [code]) : []
  if (!row) throw new NotFound('certificate')
  const { personId, ...rest } = row
  return { ...rest, mine: viewer.personId === personId }
}

/** The file, for whose it is and for officers. @throws NotFound, Forbidden */
export async function getOwnCertificate(viewer: Viewer, code: string): Promise<CertificateView> {
  const member = asMember(viewer)
  const found = await getCertificate(member, code)
  if (!found.mine && !isOfficer(member)) throw new Forbidden()
  return found
}

export interface OwnNote {
  id: number
  text: string
  shared: boolean
}

/** The viewer's own notes of a pair: which of them come along to another mentor. @throws NotFound */
export async function listOwnNotes(viewer: Viewer, pairId: number): Promise<OwnNote[]> {
  const { member } = await reachPair(viewer, pairId)
  return sql<OwnNote>('own-notes', 'select id, left(text, 300) as text, shared from mentoring_note where pair_id = $1 and author_id = $2 order by id desc limit 100', [pairId, member.personId])
}
