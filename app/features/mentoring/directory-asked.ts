import type { DirectoryAsked } from './directory.queries.server'
import { directoryParams } from './offers.schema'

/** What the address of the directory asks for; what is nonsense asks for nothing. */
export function askedOf(search: URLSearchParams): DirectoryAsked {
  const given = directoryParams.parse({
    q: (search.get('q') ?? '').replaceAll('\0', ''), tag: search.get('tag') || null, bentuk: search.getAll('bentuk'), tempat: search.get('tempat') || null, bahasa: search.get('bahasa') || null, unit: search.get('unit') || null,
    kosong: search.get('kosong'), slot: search.get('slot'), urut: search.get('urut') ?? 'cocok', kursor: search.get('kursor'),
  })
  return { q: given.q, tag: given.tag, forms: given.bentuk, mode: given.tempat, language: given.bahasa, unitId: given.unit, seat: given.kosong === '1', slot: given.slot === '1', sort: given.urut, cursor: given.kursor }
}
