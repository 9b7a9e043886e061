import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeUnit, viewerFor } from '#tests/factories/people'
import { db } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { readFile } from '~/platform/files/files.server'
import { mayRead, stranger, type Member } from '~/platform/viewer'
import { listPeople, peopleFilter, searchPeople, whoMayReadUnscoped } from './people.queries.server'
import { getOwnProfile, getProfile } from './profile.queries.server'
import { editProfile, openPhoto, removePhoto, setPhoto } from './profile.server'
import { getUnit, listHeadChoices, listUnitTree, unitWithDescendants } from './units.queries.server'
import { viewersOfPeopleUnscoped } from './viewer.server'

let units: { city: number; health: number; clinic: number; school: number }
let audiences: string[]
let everyone: number[]
const named: Record<string, Member> = {}

beforeAll(async () => {
  const city = await makeUnit({ code: 'KOTA', name: 'Pemerintah Kota' })
  const health = await makeUnit({ code: 'DINKES', name: 'Dinas Kesehatan', parent: city })
  const clinic = await makeUnit({ code: 'PKM-AH', name: 'Puskesmas Aek Habil', parent: health })
  const school = await makeUnit({ code: 'DISDIK', name: 'Dinas Pendidikan', parent: city })
  units = { city: city.id, health: health.id, clinic: clinic.id, school: school.id }
  const sri = await makePerson({ name: 'Sri Wahyuningsih', slug: 'sri', unit: clinic, nip: '198207282006042908', about: 'Rahasia dapur', expertise: ['gizi'] })
  const cut = await makePerson({ name: 'Cut Nadia Rahmi', unit: school })
  const floating = await makePerson({ name: 'Sri Tanpa Unit', unit: null })
  const citizen = await makePerson({ kind: 'CITIZEN', name: 'Sri Warga' })
  const unconfirmed = await makePerson({ kind: 'CITIZEN', name: 'Sri Belum', slug: 'sri-belum', verified: false })
  const partner = await makePerson({ kind: 'PARTNER', name: 'Rudy Halim', partnerOrg: 'Universitas Contoh' })
  const closed = await makePerson({ name: 'Sri Pensiun', unit: clinic })
  await db.person.update({ where: { id: closed.id }, data: { closedAt: new Date() } })
  const group = await db.group.create({ data: { name: 'Tim', members: { create: [{ personId: partner.id }, { personId: sri.id }, { personId: closed.id }] } } })
  audiences = ['public', 'asn', ...Object.values(units).map(id => `unit:${id}`), `group:${group.id}`, `user:${cut.id}`, 'unit:999999', 'bogus', 'unit:1; drop table person']
  everyone = [sri, cut, floating, citizen, unconfirmed, partner, closed].map(one => one.id)
  for (const [name, person] of Object.entries({ sri, cut, citizen, partner })) named[name] = await viewerFor(person)
})

test('the database and the predicate agree on who may read what', async () => {
  const viewers = await viewersOfPeopleUnscoped(everyone)
  expect(viewers.size).toBe(everyone.length - 1)
  for (const audience of audiences) {
    const byPredicate = everyone.filter(id => viewers.has(id) && mayRead(viewers.get(id) as Member, audience)).sort((a, b) => a - b)
    expect([audience, await whoMayReadUnscoped(everyone, audience)]).toEqual([audience, byPredicate])
  }
})

describe('completion of names', () => {
  const names = async (viewer: Parameters<typeof searchPeople>[0], query: string, audience: string) => (await searchPeople(viewer, query, audience)).map(one => one.name)

  test('finds only people who may read the place, own unit first; never closed or unconfirmed ones', async () => {
    expect(await names(named.sri as Member, 'sri', 'public')).toEqual(['Sri Wahyuningsih', 'Sri Tanpa Unit', 'Sri Warga'])
    expect(await names(named.sri as Member, 'SRI', 'asn')).toEqual(['Sri Wahyuningsih', 'Sri Tanpa Unit'])
    expect(await names(named.sri as Member, 'wahyu', `unit:${units.health}`)).toEqual(['Sri Wahyuningsih'])
    expect(await names(named.sri as Member, '%', 'asn')).toEqual([])
  })

  test('strangers find nobody, citizens find no citizens, and nobody searches a place they cannot read', async () => {
    expect(await names(stranger(), 'sri', 'public')).toEqual([])
    expect(await names(named.citizen as Member, 'sri', 'public')).toEqual(['Sri Tanpa Unit', 'Sri Wahyuningsih'])
    expect(await names(named.citizen as Member, 'sri', 'asn')).toEqual([])
    expect(await names(named.cut as Member, 'sri', `unit:${units.clinic}`)).toEqual([])
  })
})

describe('profiles', () => {
  test('strangers see what is public, colleagues the rest, and the number only its owner and officers, masked', async () => {
    const open = await getProfile(stranger(), 'sri')
    expect(open).toMatchObject({ position: 'Pengadministrasi Perkantoran', about: '', expertise: [], number: null, email: null, openFields: null, unit: { code: 'PKM-AH' } })
    expect(JSON.stringify(open)).not.toContain('1982')
    expect(await getProfile(named.cut as Member, 'sri')).toMatchObject({ about: 'Rahasia dapur', expertise: ['gizi'], number: null })
    expect(await getProfile(named.sri as Member, 'sri')).toMatchObject({ number: '1982••••••••••2908', own: true, openFields: ['position', 'place'] })
    expect((await getOwnProfile(named.sri as Member)).number).toBe('19820728 200604 2 908')
    await expect(getProfile(named.cut as Member, 'sri-belum')).rejects.toBeInstanceOf(NotFound)
  })

  test('what is public is editable, and the name of an ASN is not theirs to change', async () => {
    await editProfile(named.sri as Member, { name: 'Wali Kota', salutation: 'Bu', about: 'Halo', expertise: ['gizi'], place: 'x', publicFields: ['about'] })
    expect(await getProfile(stranger(), 'sri')).toMatchObject({ name: 'Sri Wahyuningsih', salutation: 'Bu', about: 'Halo', position: '', unit: null, place: '' })
  })

  test('a photo becomes a 512 pixel WebP without metadata, for colleagues until opened; what is no picture is refused', async () => {
    const sri = named.sri as Member
    const original = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#155' } }).withExif({ IFD0: { Copyright: 'GPS rumah' } }).jpeg().toBuffer()
    await setPhoto(sri, original)
    const key = (await getOwnProfile(sri)).photo?.replace('/foto/', '') ?? ''
    const stored = await sharp(await readFile(`photos/${key}`)).metadata()
    expect([stored.format, stored.width, stored.height, stored.exif]).toEqual(['webp', 512, 512, undefined])
    expect((await openPhoto(named.cut as Member, key)).open).toBe(false)
    await expect(openPhoto(stranger(), key)).rejects.toBeInstanceOf(NotFound)
    for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('halo'), original.subarray(0, 300)]) await expect(setPhoto(sri, bytes)).rejects.toBeInstanceOf(Invalid)
    await removePhoto(sri)
    await expect(openPhoto(sri, key)).rejects.toBeInstanceOf(NotFound)
    await expect(readFile(`photos/${key}`)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('units and lists', () => {
  test('the tree reads parent before child; a unit knows its way up, what is below and who is in it', async () => {
    const tree = await listUnitTree(named.sri as Member)
    expect(tree.map(unit => [unit.code, unit.depth, unit.members])).toEqual([['KOTA', 0, 0], ['DINKES', 1, 0], ['PKM-AH', 2, 1], ['DISDIK', 1, 1]])
    expect((await unitWithDescendants(units.health)).sort()).toEqual([units.health, units.clinic].sort())
    const unit = await getUnit(named.cut as Member, 'PKM-AH')
    expect(unit).toMatchObject({ path: [{ code: 'KOTA' }, { code: 'DINKES' }], total: 1, members: [{ name: 'Sri Wahyuningsih' }] })
    expect((await listHeadChoices(named.cut as Member, units.health)).map(one => one.name)).toEqual(['Sri Wahyuningsih'])
    await expect(getUnit(named.citizen as Member, 'PKM-AH')).rejects.toBeInstanceOf(Forbidden)
    await expect(listUnitTree(stranger())).rejects.toBeInstanceOf(Forbidden)
    await expect(getUnit(named.sri as Member, '\0')).rejects.toBeInstanceOf(NotFound)
  })

  test('officers list and filter people, with masked numbers; others do not', async () => {
    const officer = await viewerFor(await makePerson({ name: 'Petugas', roles: ['HRD_OFFICER'] }))
    const list = await listPeople(officer, peopleFilter(new URLSearchParams({ q: '19820728 200604 2 908' })))
    expect(list.people.map(one => [one.name, one.number])).toEqual([['Sri Wahyuningsih', '1982••••••••••2908']])
    expect((await listPeople(officer, peopleFilter(new URLSearchParams({ keadaan: 'closed' })))).people.map(one => one.name)).toEqual(['Sri Pensiun'])
    await expect(listPeople(named.sri as Member, peopleFilter(new URLSearchParams()))).rejects.toBeInstanceOf(Forbidden)
  })
})
