import { createArticle, type CreateArticle } from '~/features/knowledge/articles.server'
import { approveArticle, sendArticle } from '~/features/knowledge/review.server'
import { slugOf } from '~/features/knowledge/slug'
import { db } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { newKey } from './discussion'

let counter = 0

export interface CollectionGiven {
  name?: string
  slug?: string
  audience?: string
  parent?: { id: number; path: number[] } | null
  ownerUnitId?: number | null
  reviewers?: readonly Member[]
  trusted?: readonly Member[]
  trustPublishes?: boolean
  reviewMonths?: number
}

export async function makeCollection(given: CollectionGiven = {}) {
  const name = given.name ?? `Koleksi ${(counter += 1)}`
  const { id, slug } = await db.collection.create({
    data: {
      name, slug: given.slug ?? slugOf(`${name}-${process.pid % 1000}-${(counter += 1)}`), audience: given.audience ?? 'public', parentId: given.parent?.id ?? null, ownerUnitId: given.ownerUnitId ?? null,
      trustPublishes: given.trustPublishes ?? false, reviewMonths: given.reviewMonths ?? 12, position: counter,
      members: { create: [...(given.reviewers ?? []).map(one => ({ personId: one.personId, reviewer: true })), ...(given.trusted ?? []).map(one => ({ personId: one.personId, trusted: true }))] },
    },
  })
  const path = [...(given.parent?.path ?? []), id]
  await db.collection.update({ where: { id }, data: { path } })
  return { id, slug, name, path }
}

export type ArticleGiven = Partial<Omit<CreateArticle, 'collection'>> & { collection: { slug: string }; author: Member; markdown?: string }

/** Through the verb, events and all: a draft. */
export function makeDraft({ collection, author, markdown, ...more }: ArticleGiven) {
  return createArticle(author, {
    kind: 'HOW_TO', title: `Artikel contoh nomor ${(counter += 1)}`, summary: 'Ringkasan contoh.', tags: [], service: null, why: '', clientKey: newKey(),
    written: { markdown: markdown ?? '## Langkah\n\nSiapkan berkas, lalu datang ke loket.' }, ...more, collection: collection.slug,
  })
}

/** A draft that `reviewer` has approved. */
export async function makeArticle({ reviewer, ...given }: ArticleGiven & { reviewer: Member }) {
  const { id } = await makeDraft(given)
  await sendArticle(given.author, { articleId: id, revision: 1 })
  return approveArticle(reviewer, { articleId: id, revision: 1 })
}
