import { listUnitChoices } from '~/features/people/units.queries.server'
import { fieldErrors } from '~/platform/checked'
import { textsOf } from '~/platform/http/form.server'
import type { Viewer } from '~/platform/viewer'
import { getCollectionForm, type CollectionForm } from './collections.queries.server'
import { collectionSchema, type CollectionInput } from './collections.schema'
import { audienceChoices } from './keeping.queries.server'
import { articleKinds, type ArticleKindName } from './kinds'

/** The form of a collection as it was sent: what was typed, and what it means unless there are mistakes. */
export function readCollection(form: FormData): { typed: Record<string, string>; kinds: ArticleKindName[]; parsed: CollectionInput | null; errors: Record<string, string[]> } {
  const typed = textsOf(form)
  const sent = form.getAll('kinds').map(String)
  const kinds = articleKinds.filter(kind => sent.includes(kind))
  const parsed = collectionSchema.safeParse({ ...typed, kinds })
  return { typed, kinds, parsed: parsed.success ? parsed.data : null, errors: parsed.success ? {} : fieldErrors(parsed.error) }
}

/** Everything the page of the form shows. @throws NotFound for who may not keep it */
export async function loadCollectionForm(viewer: Viewer, t: (key: string) => string, slug: string | null, parent = ''): Promise<{ form: CollectionForm; audiences: { value: string; label: string }[]; units: { value: string; label: string }[]; templates: Record<ArticleKindName, string> }> {
  const form = await getCollectionForm(viewer, slug, parent)
  return {
    form, audiences: await audienceChoices(viewer, t, form.values.audience ?? ''), units: (await listUnitChoices()).map(one => ({ value: String(one.id), label: one.name })),
    templates: Object.fromEntries(articleKinds.map(kind => [kind, t(`template.${kind}`)])) as Record<ArticleKindName, string>,
  }
}
