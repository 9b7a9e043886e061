import type { EventName, RecordedEvent } from '~/platform/events/events.server'

/** One thing that can be found. */
export interface SearchDocument {
  /** "topic:12", "post:77", "person:5:public": lower-case words and numbers joined by colons */
  id: string
  /** "topic", "post", "person": one word; its name for people is in the texts of the search room */
  kind: string
  /** documents of one kind with the same fold are shown once; the id itself where nothing folds */
  fold: string
  /** shown; searched too unless `titleOnlyShown` */
  title: string
  /** the title belongs to something else (a reply shows its topic's) */
  titleOnlyShown?: boolean
  /** plain text, at most 100,000 characters are searched */
  body: string
  /** one audience token: who may find it */
  audience: string
  authorId: number | null
  authorName: string
  /** key of the collection it stands in ("category:5"), or '' */
  shelf: string
  unitId: number | null
  tags: readonly string[]
  /** path in the portal */
  url: string
  meta: SearchMeta
  createdAt: Date
  updatedAt: Date
}

/** What a result shows beside its text. Labels are locale keys with their namespace. */
export interface SearchMeta {
  /** finer word for the kind: "forum:kind.QUESTION", and an icon of the house to go with it */
  label?: string
  icon?: string
  /** name of the shelf, in both languages */
  shelfName?: string
  shelfNameEn?: string
  /** a question with an accepted answer */
  answered?: boolean
  /** number of the post in its topic, or of the part */
  number?: number
  /** what part of a file this is: "knowledge:material.part.page", filled with `number` */
  part?: string
  /** a person's position and unit */
  position?: string
  unit?: string
}

/** What a room gives to search. Loads without a viewer: the document's audience says who finds it. */
export interface SearchSource {
  /** unique */
  name: string
  /** beginning of the ids it owns: "post:" */
  prefix: string
  /** ids whose documents may have changed with a fact */
  on: { [Name in EventName]?: (event: RecordedEvent<Name>) => AsyncIterable<string> | readonly string[] | Promise<readonly string[]> }
  /** documents by id; an id that is missing in the answer must not be found any more */
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, SearchDocument>>
  /** everything, in batches of some hundreds */
  all: () => AsyncIterable<readonly SearchDocument[]>
}
