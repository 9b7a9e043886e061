import { findOwnUpload } from '~/features/uploads/uploads.queries.server'
import type { FormWithLargeFile } from '~/features/uploads/large.server'
import { textsOf } from '~/platform/http/form.server'
import type { Member } from '~/platform/viewer'
import { listCollections } from './collections.queries.server'
import { audienceChoices } from './keeping.queries.server'
import { SameFile } from './materials.server'
import { canWriteIn } from './policy'

type Errors = Record<string, string[]>

/** Collections and readers to choose from. */
export async function materialChoices(member: Member, t: (key: string) => string, also = '') {
  const collections = (await listCollections(member)).filter(one => canWriteIn(member, one)).map(({ slug, name, nameEn, depth }) => ({ slug, name, nameEn, depth }))
  return { collections, audiences: await audienceChoices(member, t, also) }
}

export interface SentMaterial {
  typed: Record<string, string>
  /** the file that is here now, sent with this form or with one before */
  have: { slug: string; name: string; size: number } | null
  refused: Errors | null
}

/** What a form with a file said; a file it carries takes the place of one sent before. */
export async function readSent(member: Member, { form, upload, refused }: FormWithLargeFile): Promise<SentMaterial> {
  const typed = textsOf(form)
  const have = upload ?? (await findOwnUpload(member, typed.upload ?? ''))
  return { typed: { ...typed, upload: have?.slug ?? '' }, have: have ? { slug: have.slug, name: have.name, size: have.size } : null, refused: refused ? { file: Object.values(refused).flat() } : null }
}

/** What the page shows again. */
export function refusedMaterial({ typed, have, refused }: SentMaterial, errors: Errors, error?: unknown): { values: Record<string, string>; have: SentMaterial['have']; errors: Errors; same: { title: string; url: string } | null } {
  return { values: typed, have, errors: { ...errors, ...refused }, same: error instanceof SameFile ? error.there : null }
}
