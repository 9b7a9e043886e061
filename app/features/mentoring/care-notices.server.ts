import { ms } from '~/features/discussion/sql'
import type { NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import { translator } from '~/platform/i18n/words'
import './care-events'
import { pairingPath, reportPath, requestPath, roomPath, wavePath } from './paths'
import { peopleOfWave, type Addressees } from './waves.server'

/** Notices of care are for one person each: nobody else holds the token. */
const own = (personId: number): string => `user:${personId}`
const toEach = (ids: readonly number[], told: Omit<Told, 'personId' | 'audience'>): Told[] => [...new Set(ids)].map(personId => ({ ...told, personId, audience: own(personId) }))

const officers = async (): Promise<number[]> => (await sql<{ id: number }>('mentoring-officers', `select distinct p.id from person p join role_grant r on r.person_id = p.id where r.role in ('HRD_OFFICER', 'ADMINISTRATOR') and p.closed_at is null`)).map(row => row.id)
const nameOf = async (personId: number | null): Promise<string> => (await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [personId ?? 0]))[0]?.name ?? ''
const pairPeople = async (pairId: number): Promise<number[]> => (await sql<{ id: number }>('mentoring-pair-people', `select mentor_id as id from mentoring_pair where id = $1 union select person_id from mentoring_member where pair_id = $1 and state = 'IN'`, [pairId])).map(row => row.id)

interface Facts {
  id: number
  title: string
  at: number
}
const reportFacts = (ids: readonly number[]) => sql<Facts & { fromId: number; aboutId: number; pairId: number | null; outcome: string }>('mentoring-report-facts', `select r.id, coalesce(mp.title, o.title, '') as title, ${ms('r.created_at')} as at, r.from_id as "fromId", r.about_id as "aboutId", r.pair_id as "pairId", r.outcome
  from mentoring_report r left join mentoring_pair mp on mp.id = r.pair_id left join mentoring_request q on q.id = r.request_id left join mentoring_offer o on o.id = q.offer_id where r.id = any($1)`, [[...ids]])
const waveFacts = (ids: readonly number[]) => sql<Facts & { criteria: string }>('mentoring-wave-facts', `select id, title, criteria, ${ms('created_at')} as at from mentoring_wave where id = any($1)`, [[...ids]])

const reported: NoticeRule<'mentoring.report.made'> = {
  name: 'care.reported', event: 'mentoring.report.made', group: 'decisions',
  async recipients({ payload }) {
    const [report] = await reportFacts([payload.reportId])
    if (!report) return []
    const who = (await officers()).filter(id => id !== report.fromId && id !== report.aboutId)
    // neither name stands in the notice: a phone's screen is read by others
    return toEach(who, { url: reportPath(report.id), groupKey: 'mentoring-reports', about: `careReport:${report.id}`, params: { name: report.title, title: report.title } })
  },
}
const closed: NoticeRule<'mentoring.report.closed'> = {
  name: 'care.reportClosed', event: 'mentoring.report.closed', group: 'decisions',
  async recipients({ payload }) {
    const [report] = await reportFacts([payload.reportId])
    return report ? toEach([report.fromId], { url: '/mentoring/lapor', groupKey: `mentoring-report:${report.id}`, about: `careOutcome:${report.id}`, params: { name: report.title, title: report.title } }) : []
  },
}
const entered: NoticeRule<'mentoring.room.entered'> = {
  name: 'care.entered', event: 'mentoring.room.entered', group: 'direct',
  async recipients({ payload, actorId }) {
    const [report] = await reportFacts([payload.reportId])
    return report ? toEach(await pairPeople(payload.pairId), { url: roomPath(payload.pairId), groupKey: `mentoring-pair:${payload.pairId}`, about: `careEntered:${report.id}`, params: { name: await nameOf(actorId), title: report.title } }) : []
  },
}
const nudged: NoticeRule<'mentoring.care.nudged'> = {
  name: 'care.nudged', event: 'mentoring.care.nudged', group: 'reminders',
  async recipients({ payload: { what, id }, actorId }) {
    const name = await nameOf(actorId)
    if (what === 'PAIR') {
      const [pair] = await sql<{ title: string }>('mentoring-pair-title', 'select title from mentoring_pair where id = $1', [id])
      return pair ? toEach(await pairPeople(id), { url: roomPath(id), groupKey: `mentoring-pair:${id}`, about: `carePair:${id}`, params: { name, title: pair.title } }) : []
    }
    const [request] = await sql<{ title: string; mentorId: number }>('mentoring-request-title', 'select o.title, r.mentor_id as "mentorId" from mentoring_request r join mentoring_offer o on o.id = r.offer_id where r.id = $1 and r.mentor_id is not null', [id])
    return request ? toEach([request.mentorId], { url: requestPath(id), groupKey: `mentoring-request:${id}`, about: `careRequest:${id}`, params: { name, title: request.title } }) : []
  },
}
const written: NoticeRule<'mentoring.wave.written'> = {
  name: 'care.waveWritten', event: 'mentoring.wave.written', group: 'direct', official: true,
  async recipients({ payload, actorId }) {
    const [wave] = await waveFacts([payload.waveId])
    const [message] = await sql<{ toWhom: Addressees }>('mentoring-wave-to', 'select to_whom as "toWhom" from mentoring_wave_message where id = $1', [payload.messageId])
    return wave && message ? toEach(await peopleOfWave(wave.id, message.toWhom), { url: wavePath(wave.id), groupKey: `mentoring-wave:${wave.id}`, about: `careMessage:${payload.messageId}`, params: { name: await nameOf(actorId), title: wave.title } }) : []
  },
}
const due = (name: string, day: 'OPEN' | 'PAIRING' | 'MID_CHECK' | 'CLOSING', whom: (waveId: number) => Promise<number[]>): NoticeRule<'mentoring.wave.due'> => ({
  name, event: 'mentoring.wave.due', group: 'reminders', official: true,
  async recipients({ payload }) {
    if (payload.day !== day) return []
    const [wave] = await waveFacts([payload.waveId])
    return wave ? toEach(await whom(wave.id), { url: wavePath(wave.id), groupKey: `mentoring-wave:${wave.id}`, about: `careWave:${wave.id}`, params: { name: wave.title, title: wave.title } }) : []
  },
})
/** Whoever takes part in mentoring hears that a wave opens; nobody else. */
const takingPart = async (): Promise<number[]> => (await sql<{ id: number }>('mentoring-taking-part', 'select f.person_id as id from mentoring_profile f join person p on p.id = f.person_id where p.closed_at is null limit 5000')).map(row => row.id)
const paired: NoticeRule<'mentoring.pairing.ended'> = {
  name: 'care.pairingReady', event: 'mentoring.pairing.ended', group: 'direct',
  async recipients({ payload }) {
    const [row] = await sql<{ by: number; title: string | null }>('mentoring-pairing-by', 'select p.started_by_id as by, w.title from mentoring_pairing p left join mentoring_wave w on w.id = p.wave_id where p.id = $1', [payload.pairingId])
    return row ? toEach([row.by], { url: pairingPath(payload.pairingId), groupKey: `mentoring-pairing:${payload.pairingId}`, about: `carePairing:${payload.pairingId}`, params: { name: row.title ?? '', title: row.title ?? 'Balai' } }) : []
  },
}

const idOf = (about: string): number => Number(about.slice(about.indexOf(':') + 1))
/** Each subject is for one reader; rights are asked by the token of the notice itself, so the subject opens to whoever was told. */
function reader<Row extends Facts>(prefix: string, read: (ids: readonly number[]) => Promise<Row[]>, more: (row: Row) => Pick<Subject, 'url' | 'text'>): SubjectReader {
  return async abouts => new Map((await read(abouts.map(idOf))).map((row): [string, Subject] => [`${prefix}:${row.id}`, { audience: 'public', title: row.title, name: row.title, at: row.at, ...more(row) }]))
}
const messageFacts = (ids: readonly number[]) => sql<Facts & { text: string; waveId: number }>('mentoring-message-facts', `select m.id, w.title, ${ms('m.created_at')} as at, m.text, m.wave_id as "waveId" from mentoring_wave_message m join mentoring_wave w on w.id = m.wave_id where m.id = any($1)`, [[...ids]])
const pairFacts = (ids: readonly number[]) => sql<Facts>('mentoring-pair-facts', `select id, title, ${ms('last_sign_at')} as at from mentoring_pair where id = any($1)`, [[...ids]])
const requestFacts = (ids: readonly number[]) => sql<Facts>('mentoring-request-facts', `select r.id, o.title, ${ms('r.created_at')} as at from mentoring_request r join mentoring_offer o on o.id = r.offer_id where r.id = any($1)`, [[...ids]])
const pairingFacts = (ids: readonly number[]) => sql<Facts>('mentoring-pairing-facts', `select p.id, coalesce(w.title, 'Balai') as title, ${ms('p.started_at')} as at from mentoring_pairing p left join mentoring_wave w on w.id = p.wave_id where p.id = any($1)`, [[...ids]])
const say = (key: string) => ({ locale }: { locale: 'id' | 'en' }): string => translator(locale, 'care')(key)

/** Who hears of reports, reminders and waves. */
export const careNotices: NoticeContribution = {
  rules: [reported, closed, entered, nudged, written, due('care.waveOpen', 'OPEN', takingPart), due('care.wavePairing', 'PAIRING', officers), due('care.waveCheck', 'MID_CHECK', id => peopleOfWave(id, 'ALL')), due('care.waveClosing', 'CLOSING', id => peopleOfWave(id, 'ALL')), paired],
  subjects: {
    careReport: reader('careReport', reportFacts, row => ({ url: reportPath(row.id), text: say('mail.report') })),
    careOutcome: reader('careOutcome', reportFacts, row => ({ url: '/mentoring/lapor', text: row.outcome })),
    careEntered: reader('careEntered', reportFacts, row => ({ url: row.pairId ? roomPath(row.pairId) : '/mentoring', text: say('mail.entered') })),
    carePair: reader('carePair', pairFacts, row => ({ url: roomPath(row.id), text: say('mail.pair') })),
    careRequest: reader('careRequest', requestFacts, row => ({ url: requestPath(row.id), text: say('mail.request') })),
    careMessage: reader('careMessage', messageFacts, row => ({ url: wavePath(row.waveId), text: row.text })),
    careWave: reader('careWave', waveFacts, row => ({ url: wavePath(row.id), text: row.criteria })),
    carePairing: reader('carePairing', pairingFacts, row => ({ url: pairingPath(row.id), text: say('mail.pairing') })),
  },
}
