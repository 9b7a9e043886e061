import type { Tx } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'

/** One thing that may be flagged, as a room shows it to this one. */
export interface ModeratedThing {
  id: number
  /** who may read it */
  audience: string
  /** key of the list it stands in ("category:5"), '' when it stands in none */
  shelf: string
  authorId: number
  /** what it is called, or what it stands in is called */
  title: string
  /** plain text, whole: lists show its beginning */
  text: string
  /** stored HTML, safe to print; '' when there is none */
  html: string
  /** path on this site; may answer "not found" while the thing is hidden */
  url: string
  /** milliseconds since 1970, UTC */
  at: number
  /** `held` is read by nobody but its author and moderators */
  state: 'standing' | 'hidden' | 'gone' | 'held'
  /** page of an act of the owning room that puts it elsewhere */
  moveUrl?: string
  /** what whoever flags it is shown of it; the beginning of `text` without it */
  excerpt?: string
  /** path of a picture that is part of it */
  image?: string
}

/**
 * What a room lets this one do with its things. The room is asked inside the decision's transaction and asks no policy of its own.
 * Acts that are not given are not offered. Each may be told twice and must not mind.
 */
export interface Moderated {
  /** the noun, one word: "post". Its name for people is `moderation:thing.<kind>` */
  kind: string
  /** Without a viewer: the thing's audience says who may see it. Ids that are gone are missing in the answer */
  load(ids: readonly number[]): Promise<ReadonlyMap<number, ModeratedThing>>
  /** its owner can be asked to change it, and nothing else happens */
  asks?: boolean
  /** what can be hidden of it by itself; their names are `moderation:part.<name>` */
  parts?: readonly string[]
  /** `parts`: those chosen, all without it */
  hide?(tx: Tx, by: Member, id: number, reason: string, parts?: readonly string[]): Promise<void>
  restore?(tx: Tx, by: Member, id: number): Promise<void>
  /** the text as Markdown, for a moderator who must take something out of it */
  source?(id: number): Promise<string>
  /** @throws Invalid beside `markdown` */
  rewrite?(tx: Tx, by: Member, id: number, markdown: string): Promise<void>
  /** takes back the newest rewriting, unless its author has written since */
  unwrite?(tx: Tx, by: Member, id: number): Promise<void>
  /** lets out what was held. @throws Conflict when it cannot stand there any more */
  approve?(tx: Tx, by: Member, id: number): Promise<void>
  reject?(tx: Tx, by: Member, id: number, reason: string): Promise<void>
}

/** Names of the lists things stand in, given by the room that keeps them. */
export interface Shelves {
  /** beginning of the keys it owns: "category:" */
  prefix: string
  names(keys: readonly string[]): Promise<ReadonlyMap<string, ShelfName>>
  /** all of them, in their order: for administrators */
  all(): Promise<ShelfName[]>
}

export interface ShelfName {
  key: string
  name: string
  nameEn: string
  audience: string
}
