import type { AuthorCard, DraftView, HeldView, PostPage } from '~/features/discussion/views'
import type { UnitVoice } from '~/features/people/voices.server'
import type { OfficialStateName, TopicMore } from './kind-views'
import type { MeetingTimes } from './meetings-times'

/** What the forum's pages receive. Times are milliseconds since 1970, UTC. */

/** A meeting of a regular discussion is made by its series (`meetings-plan.server.ts`), never chosen in a form. */
export type TopicKindName = 'DISCUSSION' | 'QUESTION' | 'EXPERIENCE' | 'FEEDBACK' | 'CONSULTATION' | 'ANNOUNCEMENT' | 'MEETING'
/** What people may choose. */
export const topicKinds: readonly TopicKindName[] = ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'FEEDBACK', 'CONSULTATION', 'ANNOUNCEMENT']

export interface CategoryBadge {
  id: number
  slug: string
  name: string
  nameEn: string
  audience: string
}

export interface CategoryView extends CategoryBadge {
  colour: string
  description: string
  descriptionEn: string
  openAudience: string
  topicCount: number
  archived: boolean
  /** the viewer may open topics here */
  mayOpen: boolean
  /** kinds that may be opened here; empty: every kind its readers allow */
  kinds: TopicKindName[]
  /** the unit that answers for it */
  responsibleUnitId: number | null
  /** people may write under a name of the topic */
  masks: boolean
  /** name of the unit whose room it is, '' when it is no unit's */
  unit: string
  /** topics with something unread among the newest `UNREAD_WINDOW` of the category; 0 for strangers */
  unread: number
}

export interface TopicRow {
  id: number
  title: string
  slug: string
  kind: TopicKindName
  categoryId: number
  tags: string[]
  /** posts after the first, without deleted ones */
  replies: number
  lastNumber: number
  /** milliseconds of the last post */
  at: number
  last: { name: string; slug: string; kind: AuthorCard['kind']; unit?: string }
  /** stands on top until then: milliseconds */
  pinned?: number
  locked?: true
  answered?: true
  /** somebody has spoken for a unit in it */
  heard?: true
  /** state of the official answer */
  official?: OfficialStateName
  /** of a consultation: milliseconds */
  closesAt?: number
  /** people who have the same question */
  meToo?: number
  /** named colleagues a request for feedback is for; 0: a unit */
  askedOf?: number
  meeting?: MeetingTimes
  /** posts the viewer has not read; absent when none */
  unread?: number
  /** number of the first unread post; with `unread` */
  firstUnread?: number
}

export type TopicFilter = 'latest' | 'unread' | 'unanswered' | 'question' | 'experience' | 'feedback' | 'consultation' | 'discussion' | 'announcement' | 'meeting'
export const topicFilters: readonly TopicFilter[] = ['latest', 'unread', 'unanswered', 'question', 'experience', 'feedback', 'consultation', 'discussion', 'announcement', 'meeting']

export interface TopicList {
  rows: TopicRow[]
  /** categories of the rows, by id */
  categories: Record<number, CategoryBadge>
  /** opaque; null on the last page. A page with a filter may be short and still have a next one */
  next: string | null
}

/** The forum's front and one category's page. */
export interface ForumPage {
  categories: readonly CategoryView[]
  category: CategoryView | null
  filter: TopicFilter
  list: TopicList
}

export interface TopicHead {
  id: number
  title: string
  slug: string
  kind: TopicKindName
  tags: string[]
  category: CategoryBadge
  audience: string
  authorId: number
  authorName: string
  createdAt: number
  lastPostAt: number
  locked: boolean
  answerable: boolean
  lastNumber: number
  postCount: number
  /** the unit that answers for it */
  unitId?: number
  /** nobody replies from then on: milliseconds */
  closesAt?: number
  /** that time is over */
  closed?: true
  /** somebody has spoken for a unit in it */
  heard?: true
  /** read by its address only */
  unlisted?: true
  /** people may write under a name of the topic */
  masks?: true
  /** minutes between two posts of one person */
  slowMinutes?: number
  /** stands on top of its category until then, of the whole forum with `pinnedEverywhere`: milliseconds */
  pinnedUntil?: number
  pinnedEverywhere?: true
  /** appears then: milliseconds. Until then it is its author's alone */
  publishAt?: number
  /** tokens of those who may answer; absent: all who read */
  repliers?: readonly string[]
}

export interface TopicLink {
  id: number
  title: string
  slug: string
}

export interface TopicPage extends PostPage {
  topic: TopicHead
  /** what only some kinds have, and the poll; absent in plain topics */
  more?: TopicMore
  /** the unit the viewer may speak for here */
  voice?: UnitVoice
  /** page n holds the numbers (n-1)·20+1 … n·20 */
  page: number
  pages: number
  /** the number the address asked for, clamped to what exists; null when a page was asked for */
  number: number | null
  accepted: { number: number; authorId: number; authorName: string; excerpt: string; byName: string; at: number } | null
  /** null for strangers; `firstUnread` is null when everything was read */
  read: { number: number; firstUnread: number | null } | null
  draft: DraftView | null
  /** other topics with the same tags, at most four; absent when none */
  related?: TopicLink[]
  /** what waits for a moderator here: the viewer's own, and for moderators everybody's; absent when nothing does */
  held?: HeldView[]
  /** people whose posts stand folded for the viewer; absent when there are none */
  blocked?: number[]
  can: { silenced?: true; reply: boolean; accept: boolean; moderate: boolean; edit: boolean; react: boolean; official?: boolean; poll?: boolean; vote?: boolean; list?: true; mask?: true; unmask?: true }
  /** names on this page the viewer writes under */
  aliases?: number[]
}

export interface FeedItem {
  id: number
  title: string
  slug: string
  /** number of the post, 1 for the opening one */
  number: number
  authorName: string
  html: string
  at: number
}

export interface Feed {
  title: string
  description: string
  /** path of the page the feed is of */
  path: string
  updatedAt: number
  items: FeedItem[]
}

/** names of the series colours in the design system */
export const categoryColours = ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6', 's-7', 's-8'] as const
