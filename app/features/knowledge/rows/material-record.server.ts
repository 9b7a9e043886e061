import type { Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import '../events'
import { factNames, type FactName, type MaterialAct } from '../formats'

export interface MaterialActFacts {
  materialId: number
  act: Exclude<MaterialAct, 'read'>
  actorId: number
  version?: number
  /** its readers see something else now */
  public: boolean
  changes?: MaterialChanges
}

/** What `changed` changed, and what those facts were that say who finds and reads it. */
export interface MaterialChanges {
  facts: FactName[]
  titleWas: string | null
  collectionWas: number | null
  collectionNow: number | null
  audienceWas: string | null
  audienceNow: string | null
}

export interface SaidOfMaterial {
  title: string
  collectionId: number
  audience: string
  description: string
  licence: string
  source: string
  tags: readonly string[]
}

/** null where nothing is different */
export function changesBetween(was: SaidOfMaterial, now: SaidOfMaterial): MaterialChanges | null {
  const different: Record<FactName, boolean> = {
    title: was.title !== now.title, collection: was.collectionId !== now.collectionId, audience: was.audience !== now.audience, description: was.description !== now.description,
    licence: was.licence !== now.licence, source: was.source !== now.source, tags: JSON.stringify(was.tags) !== JSON.stringify(now.tags),
  }
  const facts = factNames.filter(name => different[name])
  if (facts.length === 0) return null
  const { title, collection, audience } = different
  return {
    facts, titleWas: title ? was.title : null, collectionWas: collection ? was.collectionId : null, collectionNow: collection ? now.collectionId : null,
    audienceWas: audience ? was.audience : null, audienceNow: audience ? now.audience : null,
  }
}

/** The line in the file's record, and the fact everybody else follows. */
export async function recordMaterialAct(tx: Tx, { materialId, act, actorId, version, public: shown, changes }: MaterialActFacts): Promise<void> {
  await tx.materialAct.create({ data: { materialId, act, actorId, version: version ?? null, ...changes }, select: { id: true } })
  await recordEvent(tx, 'knowledge.material.changed', { materialId, public: shown, what: act }, actorId)
}
