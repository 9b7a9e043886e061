import { beforeAll, describe, expect, test } from 'vitest'
import { getProfile } from '~/features/people/profile.queries.server'
import { editProfile } from '~/features/people/profile.server'
import { db } from '~/platform/db/db.server'
import { stranger, type Member } from '~/platform/viewer'
import { moderated, shelves } from '~/registry.server'
import { makeMember } from '#tests/factories/people'
import { getCase, listCases } from './cases.queries.server'
import { startCase } from './cases.server'
import { getOwnDecision, listLog } from './decisions.queries.server'
import { decide, undoDecision } from './decisions.server'
import { flag, getFlaggable } from './flags.server'
import { takeModerated } from './things.server'

const REASON = 'Profil ini dipakai untuk berjualan.'
let moderator: Member
let reader: Member
beforeAll(async () => {
  takeModerated(moderated, shelves)
  moderator = await makeMember({ roles: ['MODERATOR'] })
  reader = await makeMember({ kind: 'CITIZEN' })
})

async function flagged(given: Parameters<typeof makeMember>[0] = {}) {
  const owner = await makeMember({ kind: 'CITIZEN', about: 'Jual pulsa murah, hubungi saya.', expertise: ['promosi'], place: 'Kelurahan Satu', publicFields: ['photo', 'about', 'place'], ...given })
  await db.person.update({ where: { id: owner.personId }, data: { photoKey: `${'f'.repeat(24)}.webp` } })
  await flag(reader, { kind: 'profile', id: owner.personId, reason: 'spam', note: 'Iklan di profil.' })
  const { id } = await db.moderationCase.findFirstOrThrow({ where: { kind: 'profile', thingId: owner.personId } })
  return { owner, caseId: id, seen: () => getProfile(stranger(), owner.slug) }
}
const last = (caseId: number) => db.moderationDecision.findFirstOrThrow({ where: { caseId }, orderBy: { id: 'desc' } })

describe('a profile', () => {
  test('is flagged by anyone but its owner, with a reason; what is for colleagues is not shown to whoever flags', async () => {
    const { owner, caseId } = await flagged({ publicFields: [] })
    expect((await getFlaggable(reader, { kind: 'profile', id: owner.personId })).excerpt).toBe('')
    await expect(flag(owner, { kind: 'profile', id: owner.personId, reason: 'spam', note: '' })).rejects.toMatchObject({ reason: 'ownThing' })
    const closed = await makeMember({ kind: 'CITIZEN' })
    await db.person.update({ where: { id: closed.personId }, data: { closedAt: new Date() } })
    await expect(flag(reader, { kind: 'profile', id: closed.personId, reason: 'spam', note: '' })).rejects.toMatchObject({ code: 'NotFound' })
    const page = await getCase(moderator, caseId)
    expect(page).toMatchObject({ acts: ['KEEP', 'ASK', 'HIDE', 'WARN', 'SILENCE', 'SUSPEND'], parts: ['photo', 'text'], thing: { image: expect.stringContaining('/foto/') as string } })
    expect(page.thing?.text).toContain('Jual pulsa')
    expect((await listCases(moderator)).rows.map(row => row.id)).toContain(caseId)
    const ofList = { ...(await makeMember()), moderates: ['category:1'] }
    await expect(getCase(ofList, caseId)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(startCase(ofList, { kind: 'profile', id: owner.personId })).rejects.toMatchObject({ code: 'NotFound' })
  })

  test('loses its photo or its texts, each by itself, and gets back what its owner has not written anew', async () => {
    const { owner, caseId, seen } = await flagged()
    await expect(decide(moderator, { caseId, act: 'HIDE', reason: REASON })).rejects.toMatchObject({ fields: { parts: ['moderation:errors.parts'] } })
    await decide(moderator, { caseId, act: 'HIDE', reason: REASON, parts: ['text'] })
    expect(await seen()).toMatchObject({ about: '', place: '', photo: expect.stringContaining('/foto/') as string })
    expect(await getOwnDecision(owner, (await last(caseId)).id)).toMatchObject({ act: 'HIDE', mayAppeal: true })
    const again = await startCase(moderator, { kind: 'profile', id: owner.personId })
    await decide(moderator, { caseId: again.caseId, act: 'HIDE', reason: REASON, parts: ['photo'] })
    expect((await seen()).photo).toBeNull()
    await editProfile(owner, { salutation: '', about: 'Saya warga Kelurahan Satu.', expertise: [], place: '', publicFields: ['photo', 'about', 'place'] })
    await undoDecision(moderator, { decisionId: (await last(caseId)).id })
    expect(await seen()).toMatchObject({ about: 'Saya warga Kelurahan Satu.', place: 'Kelurahan Satu', photo: expect.stringContaining('/foto/') as string })
    expect(await db.profileHidden.count({ where: { personId: owner.personId } })).toBe(0)
  })

  test('its owner can be asked to change it, warned or suspended; the log names nobody', async () => {
    const { owner, caseId, seen } = await flagged()
    await decide(moderator, { caseId, act: 'ASK', reason: 'Ganti tulisan di profil, tanpa jualan.' })
    expect((await seen()).about).toContain('Jual pulsa')
    expect(await getOwnDecision(owner, (await last(caseId)).id)).toMatchObject({ act: 'ASK', kind: 'profile' })
    const again = await startCase(moderator, { kind: 'profile', id: owner.personId })
    await decide(moderator, { caseId: again.caseId, act: 'SUSPEND', reason: REASON, days: 7, hideToo: true })
    expect(await seen()).toMatchObject({ about: '', photo: null })
    const log = JSON.stringify(await listLog(stranger()))
    expect(log).toContain('Ganti tulisan di profil')
    expect(log).not.toContain(owner.name)
    const post = await startCase(moderator, { kind: 'profile', id: reader.personId })
    await decide(moderator, { caseId: post.caseId, act: 'KEEP', reason: '' })
  })
})
