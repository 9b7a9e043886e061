import { unitNames } from '~/features/people/units.queries.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { unitOf } from './audience'
import { listCollections } from './collections.queries.server'
import { canManage, canWriteIn } from './policy'
import { reachWork } from './rows/reach.server'

type T = (key: string) => string

/** Words a viewer may give something to: everybody, colleagues, their own units. `also` is the one it has now. */
export async function audienceChoices(viewer: Viewer, t: T, also = ''): Promise<{ value: string; label: string }[]> {
  const tokens = [...new Set(['public', ...viewer.audiences.filter(one => one === 'asn' || one.startsWith('unit:')), ...(also ? [also] : [])])]
  const names = await unitNames(tokens.flatMap(one => unitOf(one) ?? []))
  return tokens.map(value => ({ value, label: value === 'public' ? t('reads.public') : value === 'asn' ? t('reads.asn') : (names.get(unitOf(value) ?? 0) ?? t('reads.group')) }))
}

/** The form of place, readers, owner and next check. @throws NotFound, Forbidden */
export async function getKeepForm(viewer: Viewer, id: number, t: T) {
  const { member, article } = await reachWork(viewer, id)
  if (!canManage(member, article, article.collection)) throw new Forbidden()
  const [row] = await sql<{ owner: string; successor: number | null }>('article-keep', 'select p.slug as owner, a.successor_id as successor from article a join person p on p.id = a.owner_id where a.id = $1', [id])
  const collections = (await listCollections(member)).filter(one => canWriteIn(member, one)).map(({ slug, name, nameEn, depth }) => ({ slug, name, nameEn, depth }))
  return {
    article: { id, slug: article.slug, title: article.title, approved: article.approved, binned: article.binned }, collections, audiences: await audienceChoices(member, t, article.ownAudience ?? ''),
    values: {
      collection: article.collection.slug, audience: article.ownAudience ?? '', owner: row?.owner ?? '', checkBy: article.checkBy ?? '', obsolete: article.obsolete ? '1' : '', successor: row?.successor ? String(row.successor) : '',
    } as Record<string, string>,
  }
}
