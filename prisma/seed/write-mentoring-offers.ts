import type pg from 'pg'
import { RULES_VERSION } from '~/features/mentoring/rules'
import { guests, offers, profiles } from './mentoring/offers'
import { insertRows, takeIds } from './rows'
import type { SeededPeople } from './write-people'

const DAY = 86_400_000

/** Offers in every state, and the profiles of those who take part. Who is full, asked and finished follows from the pairs that are written after. */
export async function writeMentoringOffers(client: pg.ClientBase, people: SeededPeople, now: number): Promise<void> {
  const idOf = (key: string): number => {
    const person = people.byKey.get(key)
    if (!person) throw new Error(`nobody is called ${key}`)
    return person.id
  }
  const invitedBy = new Map(guests.map(([key, by]) => [key, idOf(by)]))
  await insertRows(client, 'mentoring_profile', {
    person_id: 'int', show_history: 'boolean', public_name: 'boolean', learner_about: 'text', languages: 'text[]', wants: 'text[]', rules_version: 'int', rules_at: 'timestamptz', invited_by_id: 'int', created_at: 'timestamptz',
  }, profiles.map(one => ({
    person_id: idOf(one.key), show_history: one.history ?? false, public_name: one.public ?? false, learner_about: one.about ?? '', languages: one.languages ?? ['id'], wants: one.wants ?? [], rules_version: RULES_VERSION,
    rules_at: new Date(now - 330 * DAY), invited_by_id: invitedBy.get(one.key) ?? null, created_at: new Date(now - 330 * DAY),
  })))
  const ids = await takeIds(client, 'mentoring_offer', offers.length)
  await insertRows(client, 'mentoring_offer', {
    id: 'int', mentor_id: 'int', title: 'text', about: 'text', expects: 'text', form: '"MentoringForm"', mode: '"MentoringMode"', place: 'text', link: 'text', languages: 'text[]', tags: 'text[]', for_groups: '"PositionGroup"[]', for_units: 'int[]',
    for_positions: 'text[]', capacity: 'int', sessions: 'int', minutes: 'int', state: '"OfferState"', paused_until: 'date', paused_by: 'text', client_key: 'text', created_at: 'timestamptz', updated_at: 'timestamptz',
  }, offers.map((one, at) => ({
    id: ids[at], mentor_id: idOf(one.by), title: one.title, about: one.about, expects: one.expects ?? '', form: one.form, mode: one.mode, place: one.place ?? '', link: one.mode === 'ON_SITE' || one.form === 'WRITTEN' ? '' : 'https://rapat.sibolga.example/mentoring',
    languages: one.languages ?? ['id'], tags: one.tags, for_groups: one.groups ?? [], for_units: [], for_positions: one.positions ?? [], capacity: one.capacity, sessions: one.sessions, minutes: one.form === 'WRITTEN' ? 0 : (one.minutes ?? 60),
    state: one.state ?? 'OPEN', paused_until: one.pausedFor ? new Date(now + one.pausedFor * DAY).toISOString().slice(0, 10) : null, paused_by: one.pausedFor ? 'MENTOR' : null, client_key: `demo-offer-${ids[at]}`,
    created_at: new Date(now - one.days * DAY), updated_at: new Date(now - Math.min(one.days, 20) * DAY),
  })))
}
