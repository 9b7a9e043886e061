import { storeLarge } from '~/features/uploads/large.server'
import { addMaterial, addMaterialVersion, approveMaterial, type MaterialFacts } from '~/features/knowledge/materials.server'
import type { Member } from '~/platform/viewer'
import { newKey } from './discussion'
import { pdfWith } from './files'

let counter = 0

export type MaterialGiven = Partial<Omit<MaterialFacts, 'collection'>> & { collection: { slug: string }; by: Member; file?: { name: string; bytes: Uint8Array }; video?: string; anyway?: boolean }

const aFile = async () => ({ name: `contoh-${(counter += 1)}.pdf`, bytes: await pdfWith(`Halaman contoh ${counter} ${process.pid}`) })

/** Sends a file and adds it, all through the verbs: it waits for somebody's look. */
export async function bringMaterial({ collection, by, file, video, anyway = false, ...facts }: MaterialGiven) {
  const given = video ? null : (file ?? (await aFile()))
  const upload = given ? (await storeLarge(by, { name: given.name, data: given.bytes })).slug : ''
  return addMaterial(by, { title: `Berkas contoh ${(counter += 1)}`, description: '', tags: [], licence: '', source: '', audience: '', ...facts, collection: collection.slug, upload, video: video ?? '', anyway, clientKey: newKey() })
}

/** One that `checker` has approved. */
export async function makeMaterial({ checker, ...given }: MaterialGiven & { checker: Member }) {
  const { id } = await bringMaterial(given)
  return approveMaterial(checker, { materialId: id, version: 1 })
}

export async function bringVersion(by: Member, materialId: number, file?: { name: string; bytes: Uint8Array }, anyway = false) {
  const given = file ?? (await aFile())
  const { slug } = await storeLarge(by, { name: given.name, data: given.bytes })
  return addMaterialVersion(by, { materialId, upload: slug, video: '', note: 'Diperbarui', anyway, clientKey: newKey() })
}
