/** What pages, live rooms and mails receive of a conversation. Fields that would be empty, zero or false are left out. */

export type ReactionName = 'THANKS' | 'AGREE' | 'ME_TOO'
export const reactionNames: readonly ReactionName[] = ['THANKS', 'AGREE', 'ME_TOO']

/** Head of the unit, its service officer, or one of those who speak for the whole city. */
export type VoiceRole = 'HEAD' | 'OFFICER' | 'CITY'

/** What stands beside a post. On threads anyone may read it holds only what the person made public. */
export interface AuthorCard {
  id: number
  name: string
  slug: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  /** a name of this thread: no page, nothing else is known */
  alias?: true
  /** address of the picture */
  photo?: string
  /** position of an ASN */
  position?: string
  /** short name of the unit of an ASN */
  unit?: string
  /** organisation of a partner member */
  org?: string
  /** place a citizen allows to be shown */
  place?: string
}

export interface Voice {
  /** short name of the unit */
  unit: string
  role: VoiceRole
}

export interface PostView {
  id: number
  number: number
  authorId: number
  /** milliseconds since 1970, UTC */
  at: number
  /** stored HTML, safe to print; absent when deleted */
  html?: string
  /** number of the post this one answers */
  replyTo?: number
  /** the author speaks for a unit here, and as what */
  voice?: Voice
  /** milliseconds; with it "revision", the number of the newest version (1 when absent) */
  editedAt?: number
  revision?: number
  /** who deleted it, and when (milliseconds) */
  deleted?: 'author' | 'moderator' | 'moved'
  /** id of the post that stood here and stands elsewhere now */
  movedTo?: number
  deletedAt?: number
  /** why a moderator hid it */
  deletedReason?: string
  thanks?: number
  agree?: number
  meToo?: number
  /** the viewer's own reactions */
  mine?: ReactionName[]
  /** the viewer put it aside */
  saved?: boolean
}

/** Authors stand once per page, by id. */
export interface PostPage {
  posts: PostView[]
  authors: Record<number, AuthorCard>
}

/** What waits for a moderator, as its author and moderators see it in the thread. */
export interface HeldView {
  id: number
  authorId: number
  /** the reader's own, under whatever name */
  mine: boolean
  name: string
  html: string
  /** milliseconds */
  at: number
}

export interface ThreadView {
  id: number
  /** the noun of the room that owns it: "topic" */
  kind: string
  /** key of the list it stands in: "category:5" */
  shelf: string
  audience: string
  authorId: number
  /** one post may be accepted as the answer */
  answerable: boolean
  /** by a moderator, or because its time is over */
  locked: boolean
  /** audience tokens of those who may reply; absent: all who read */
  repliers?: readonly string[]
  removed: boolean
  /** read by its address only */
  unlisted?: true
  /** highest number given; numbers are dense from 1 */
  lastNumber: number
  /** posts not deleted */
  postCount: number
  acceptedNumber: number | null
}

/** What live pushes: the whole post, made once for everybody who listens. Never holds `mine`. */
export interface LivePost {
  thread: ThreadView
  post: PostView
  author: AuthorCard
}

export interface DraftView {
  /** "thread:12", "new-topic:<category slug>", "post:77" */
  place: string
  title: string
  /** Lexical tree, or null when written without JavaScript */
  doc: unknown
  markdown: string
  /** other fields of the form */
  fields: Record<string, string>
  /** milliseconds */
  updatedAt: number
}

export interface DraftRow {
  place: string
  title: string
  /** first words, at most 140 characters */
  excerpt: string
  updatedAt: number
}

export interface RevisionRow {
  revision: number
  editorId: number
  editorName: string
  /** milliseconds */
  at: number
}

export interface DiffPart {
  text: string
  change: 'same' | 'added' | 'removed'
}

export interface RevisionDiff {
  post: { id: number; number: number; threadId: number; authorId: number }
  revisions: RevisionRow[]
  from: number
  to: number
  parts: DiffPart[]
}

/** Longest note on a bookmark, in letters. */
export const NOTE_MAX = 500
