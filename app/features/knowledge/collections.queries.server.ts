import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { Crumb } from './article-page.queries.server'
import { articleKinds, type ArticleKindName } from './kinds'
import { canKeepCollection, canOpenCollections, canWriteIn } from './policy'
import { listOfCollection, type ArticleList } from './lists.queries.server'
import { findRenamed, reachCollection } from './rows/reach.server'

export interface CollectionNode {
  id: number
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  audience: string
  parentId: number | null
  path: number[]
  /** 0 at the top of what the viewer sees */
  depth: number
  kinds: ArticleKindName[]
}

/** Every collection the viewer reads, each after its parent, siblings in their order. One whose parent is hidden stands at the top. */
export async function listCollections(viewer: Viewer): Promise<CollectionNode[]> {
  const rows = await sql<CollectionNode>('collections', `select c.id, c.slug, c.name, c.name_en as "nameEn", c.description, c.description_en as "descriptionEn", c.audience, c.parent_id as "parentId", c.path, 0 as depth, c.kinds::text[]
    from collection c where c.audience = any($1) order by c.position, c.name, c.id limit 1000`, [viewer.audiences])
  const known = new Set(rows.map(row => row.id))
  const children = new Map<number | null, CollectionNode[]>()
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), row])
  }
  const walk = (parent: number | null, depth: number): CollectionNode[] => (children.get(parent) ?? []).flatMap(row => [{ ...row, depth }, ...walk(row.id, depth + 1)])
  return walk(null, 0)
}

export interface OrderRow { id: number; slug: string; name: string; nameEn: string; parentId: number | null; may: boolean }

/** Collections in their order, with whether the viewer may move each; one whose parent the viewer does not see stands at the top. */
export async function listOrder(viewer: Viewer): Promise<OrderRow[]> {
  const rows = await sql<Omit<OrderRow, 'may'> & { audience: string; unitId: number | null; unitPath: number[] | null }>('collections-order', `select c.id, c.slug, c.name, c.name_en as "nameEn", c.parent_id as "parentId", c.audience,
    c.owner_unit_id as "unitId", (select u.path from org_unit u where u.id = c.owner_unit_id) as "unitPath" from collection c where c.audience = any($1) order by c.position, c.name, c.id limit 1000`, [viewer.audiences])
  const known = new Set(rows.map(row => row.id))
  return rows.map(({ audience, unitId, unitPath, ...row }) => ({
    ...row, parentId: row.parentId !== null && known.has(row.parentId) ? row.parentId : null, may: canKeepCollection(viewer, { audience, ownerUnit: unitId && unitPath ? { id: unitId, path: unitPath } : null }),
  }))
}

export interface CollectionPage {
  collection: Crumb & { id: number; description: string; descriptionEn: string; audience: string; reviewMonths: number; trustPublishes: boolean; unit: string; reviewers: { name: string; slug: string }[] }
  crumbs: Crumb[]
  inside: CollectionNode[]
  list: ArticleList
  can: { write: boolean; keep: boolean }
}

/** A collection with what stands in it. @throws NotFound */
export async function getCollectionPage(viewer: Viewer, slug: string, { cursor, tag, obsolete }: { cursor?: string | null; tag?: string | null; obsolete?: boolean } = {}): Promise<CollectionPage> {
  const [reached, all] = await Promise.all([reachCollection(viewer, slug), listCollections(viewer)])
  const node = all.find(one => one.id === reached.id)
  if (!node) throw new NotFound('collection')
  const [list, [more]] = await Promise.all([
    listOfCollection(viewer, node.id, { cursor, tag, obsolete }),
    sql<{ unit: string; reviewers: { name: string; slug: string }[] }>('collection-people', `select coalesce((select u.name from org_unit u where u.id = c.owner_unit_id), '') as unit,
      coalesce((select json_agg(json_build_object('name', p.name, 'slug', p.slug) order by p.name) from collection_member m join person p on p.id = m.person_id where m.collection_id = c.id and m.reviewer and p.closed_at is null), '[]') as reviewers
      from collection c where c.id = $1`, [node.id]),
  ])
  const crumbs = node.path.slice(0, -1).flatMap(id => all.find(one => one.id === id) ?? []).map(({ slug: at, name, nameEn }) => ({ slug: at, name, nameEn }))
  return {
    collection: {
      id: node.id, slug: node.slug, name: node.name, nameEn: node.nameEn, description: node.description, descriptionEn: node.descriptionEn, audience: node.audience, reviewMonths: reached.reviewMonths,
      trustPublishes: reached.trustPublishes, unit: more?.unit ?? '', reviewers: more?.reviewers ?? [],
    },
    crumbs, inside: all.filter(one => one.parentId === node.id), list,
    can: { write: canWriteIn(viewer, reached), keep: canKeepCollection(viewer, reached) },
  }
}

export interface CollectionForm {
  values: Record<string, string>
  kinds: ArticleKindName[]
  slug: string | null
  crumbs: Crumb[]
  parents: { slug: string; name: string; depth: number }[]
}

/** The form of a collection: of one that is there, or of a new one inside `parent`. @throws NotFound, also for who may not keep it */
export async function getCollectionForm(viewer: Viewer, slug: string | null, parent = ''): Promise<CollectionForm> {
  const all = await listCollections(viewer)
  const parents = (self: number | null) => all.filter(one => self === null || !one.path.includes(self)).map(one => ({ slug: one.slug, name: one.name, depth: one.depth }))
  if (slug === null) {
    if (!canOpenCollections(viewer)) throw new NotFound('collection')
    const above = all.find(one => one.slug === parent)
    return { values: { parent: above?.slug ?? '', audience: above?.audience ?? 'asn', reviewMonths: '12' }, kinds: [], slug: null, crumbs: [], parents: parents(null) }
  }
  const reached = await reachCollection(viewer, slug)
  const node = all.find(one => one.id === reached.id)
  if (!node || !canKeepCollection(viewer, reached)) throw new NotFound('collection')
  const members = await sql<{ name: string; slug: string; reviewer: boolean; trusted: boolean }>('collection-members', 'select p.name, p.slug, m.reviewer, m.trusted from collection_member m join person p on p.id = m.person_id where m.collection_id = $1 order by p.name, p.id', [node.id])
  const templates = await sql<{ kind: ArticleKindName; template: string }>('collection-templates', 'select kind::text, template from article_template where collection_id = $1', [node.id])
  const above = all.find(one => one.id === node.parentId)
  return {
    slug: node.slug, kinds: node.kinds, crumbs: [{ slug: node.slug, name: node.name, nameEn: node.nameEn }], parents: parents(node.id),
    values: {
      name: node.name, nameEn: node.nameEn, slug: node.slug, description: node.description, descriptionEn: node.descriptionEn, parent: above?.slug ?? '', audience: node.audience, ownerUnit: String(reached.ownerUnit?.id ?? ''),
      reviewMonths: String(reached.reviewMonths), trustPublishes: reached.trustPublishes ? '1' : '', reviewers: members.filter(one => one.reviewer).map(one => one.slug).join('\n'),
      trusted: members.filter(one => one.trusted).map(one => one.slug).join('\n'), ...Object.fromEntries(templates.map(one => [`template${one.kind}`, one.template])),
    },
  }
}

/** What stands in a new article: the collection's own words for the kind, where it has any. */
export async function listOwnTemplates(viewer: Viewer): Promise<{ collection: string; kind: ArticleKindName; template: string }[]> {
  return sql('article-templates', 'select c.slug as collection, m.kind::text, m.template from article_template m join collection c on c.id = m.collection_id where c.audience = any($1)', [viewer.audiences])
}

/** Kinds that are written in a collection. */
export const kindsOf = (collection: Pick<CollectionNode, 'kinds'> | undefined): readonly ArticleKindName[] => (collection?.kinds.length ? collection.kinds : articleKinds)

/** Where a collection that was renamed stands now; null where the word was never one of the viewer's. */
export const findRenamedCollection = (viewer: Viewer, slug: string): Promise<string | null> => findRenamed(viewer, slug)
