import type { Amendment, AutoWatch, NoticeAmendments, NoticeContribution, NoticeRule, Notable, SubjectReader, Told, WatchRule } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import './events'
import { findPostsForNoticesUnscoped, type PostForNotices } from './search.queries.server'

export interface ThreadPlaceFacts {
  title: string
  /** path of one of its posts */
  url: (number: number) => string
  /** watch targets between the thread and its shelf: ["tag:ktp"] */
  tags: readonly string[]
  /** its opening tells nobody: the room that owns it tells of it in its own way */
  quiet?: boolean
}

/** Threads of one kind by id; those whose noun is gone are missing. Given by the room that owns them. */
export type ThreadPlaces = (threadIds: readonly number[]) => Promise<Map<number, ThreadPlaceFacts>>

async function nameOf(personId: number | null): Promise<string | undefined> {
  const [row] = await sql<{ name: string }>('notices-name', 'select name from person where id = $1', [personId ?? 0])
  return row?.name
}

/** An audience nobody holds: notices of what a moderator hid wait unseen, and are there again when it is restored. */
const NOBODY = 'nobody'

/** Another audience reads the thread now, or nobody does. */
async function changed(threadId: number): Promise<Amendment[]> {
  const [row] = await sql<{ audience: string; removed: boolean }>('notices-thread', 'select audience, removed_at is not null as removed from thread where id = $1', [threadId])
  if (!row) return [{ groupKey: `thread:${threadId}`, audience: null }]
  const hidden = await sql<{ id: number }>('notices-hidden', "select id from post where thread_id = $1 and deleted_at is not null and deleted_by = 'moderator' order by id desc limit 200", [threadId])
  return [
    { groupKey: `thread:${threadId}`, audience: row.removed ? NOBODY : row.audience },
    ...hidden.map(({ id }) => ({ groupKey: `thread:${threadId}`, about: `post:${id}`, audience: NOBODY })),
  ]
}

/** Notices about posts that stand elsewhere now go with them, to the readers there. */
const movedAbouts = ({ fromThreadId, toThreadId }: { fromThreadId: number; toThreadId: number }): Promise<Amendment[]> => sql<Amendment>('notices-moved',
  `select distinct n.group_key as "groupKey", n.about, t.audience, 'thread:' || t.id as becomes from notice n join post p on n.about = 'post:' || p.id join thread t on t.id = p.thread_id
    where n.group_key = 'thread:' || $1::int and p.thread_id = $2 and t.removed_at is null`, [fromThreadId, toThreadId])

/** What a post can be followed or muted by, narrow to wide. A name that must not be known has no place here. */
const targetsOf = ({ thread, post }: PostForNotices, place: ThreadPlaceFacts) =>
  [[`thread:${thread.id}`], place.tags, [thread.shelf], [`person:${post.authorId}`]]

interface Found {
  facts: PostForNotices
  place: ThreadPlaceFacts
}

interface Fact {
  id: bigint
  payload: { postId: number }
}

/** How long, in ms, what was read for one rule serves the other rules of the same events. */
const SAME_MOMENT = 500

/** Who is told of what happens in conversations: replied to, mentioned, own topic, answer accepted, followed. `places` by kind of thread: `{ topic }`. */
export function discussionNotices(places: Readonly<Record<string, ThreadPlaces>>): NoticeContribution {
  const recent = new Map<bigint, { at: number; found: Promise<Found[]> }>()

  /** Posts that stand, each with where it is read. */
  async function find(postIds: readonly number[]): Promise<Found[]> {
    const posts = (await findPostsForNoticesUnscoped(postIds)).filter(({ post }) => !post.hidden)
    const found: Found[] = []
    for (const kind of new Set(posts.map(({ thread }) => thread.kind))) {
      const ofKind = posts.filter(({ thread }) => thread.kind === kind)
      const placed = await places[kind]?.([...new Set(ofKind.map(({ thread }) => thread.id))])
      for (const facts of ofKind) {
        const place = placed?.get(facts.thread.id)
        if (place) found.push({ facts, place })
      }
    }
    return found
  }

  const notable = ({ facts, place }: Found, by?: string): Notable => ({
    audience: facts.thread.audience, url: place.url(facts.post.number), groupKey: `thread:${facts.thread.id}`, about: `post:${facts.post.id}`,
    params: { name: by ?? facts.post.authorName, title: place.title }, targets: targetsOf(facts, place),
  })

  function remember(ids: readonly bigint[], found: Promise<Found[]>): void {
    const at = Date.now()
    for (const [id, one] of recent) if (at - one.at > SAME_MOMENT) recent.delete(id)
    for (const id of ids) recent.set(id, { at, found })
  }

  async function findOf({ id, payload }: Fact): Promise<Found | undefined> {
    const known = recent.get(id)
    if (!known || Date.now() - known.at > SAME_MOMENT) remember([id], find([payload.postId]))
    return (await recent.get(id)?.found)?.find(one => one.facts.post.id === payload.postId)
  }

  /** Of many posts at once what the rules below ask of each. */
  async function prepare(events: readonly RecordedEvent[]): Promise<void> {
    const created = events.filter((event): event is RecordedEvent<'discussion.post.created'> => event.name === 'discussion.post.created')
    if (created.length === 0) return
    const found = find(created.map(event => event.payload.postId))
    remember(created.map(event => event.id), found)
    await found
  }

  async function tell(event: Fact, whom: (facts: PostForNotices) => readonly (number | null)[], by?: string): Promise<Told[]> {
    const found = await findOf(event)
    if (!found) return []
    const people = [...new Set(whom(found.facts).filter(id => id !== null))]
    return people.map(personId => ({ ...notable(found, by), personId }))
  }

  const mention: NoticeRule<'discussion.post.created'> = {
    name: 'discussion.mention', event: 'discussion.post.created', recipients: event => (event.payload.mentions.length > 0 ? tell(event, () => event.payload.mentions) : Promise.resolve([])),
  }
  const mentionByEdit: NoticeRule<'discussion.post.edited'> = {
    name: 'discussion.mention', event: 'discussion.post.edited', recipients: event => (event.payload.mentions.length > 0 ? tell(event, () => event.payload.mentions) : Promise.resolve([])),
  }
  const reply: NoticeRule<'discussion.post.created'> = {
    name: 'discussion.reply', event: 'discussion.post.created', recipients: event => tell(event, facts => [facts.repliedToAuthorId]),
  }
  const ownThread: NoticeRule<'discussion.post.created'> = {
    name: 'discussion.ownThread', event: 'discussion.post.created', group: 'watching', followersOnly: true,
    recipients: event => tell(event, facts => [facts.thread.authorId]),
  }
  const accepted: NoticeRule<'discussion.answer.accepted'> = {
    name: 'discussion.accepted', event: 'discussion.answer.accepted',
    recipients: async event => tell(event, facts => [facts.post.authorId], await nameOf(event.actorId)),
  }
  const followed: WatchRule<'discussion.post.created'> = {
    name: 'discussion.followed', event: 'discussion.post.created', group: 'watching',
    watched: async event => {
      if (event.payload.number === 1) return null
      const found = await findOf(event)
      return found ? { ...notable(found), of: [`thread:${event.payload.threadId}`] } : null
    },
  }
  /** The opening post of a thread under something followed: its tags, its shelf, or who wrote it. */
  const opened: WatchRule<'discussion.post.created'> = {
    name: 'discussion.opened', event: 'discussion.post.created', group: 'fresh',
    watched: async event => {
      if (event.payload.number !== 1) return null
      const found = await findOf(event)
      return found && !found.facts.thread.unlisted && !found.place.quiet ? { ...notable(found), of: targetsOf(found.facts, found.place).slice(1).flat() } : null
    },
  }
  /** The same, once it stands in the lists. */
  const listed: WatchRule<'discussion.thread.listed'> = {
    name: 'discussion.opened', event: 'discussion.thread.listed', group: 'fresh',
    watched: async event => {
      const found = await findOf(event)
      return found ? { ...notable(found), of: targetsOf(found.facts, found.place).slice(1).flat() } : null
    },
  }
  const writers: AutoWatch<'discussion.post.created'> = {
    event: 'discussion.post.created', watch: ({ payload }) => ({ personId: payload.authorId, target: `thread:${payload.threadId}` }),
  }
  /** Asked for by the person, so nothing they muted keeps it back. */
  const due: NoticeRule<'discussion.bookmark.due'> = {
    name: 'discussion.bookmark', event: 'discussion.bookmark.due', group: 'reminders',
    recipients: async event => (await tell(event, () => [event.payload.personId])).map(told => ({ ...told, targets: [] })),
  }
  const gone: NoticeAmendments<'discussion.post.deleted'> = {
    event: 'discussion.post.deleted',
    amend: ({ payload }) => Promise.resolve([{ groupKey: `thread:${payload.threadId}`, about: `post:${payload.postId}`, audience: payload.by === 'moderator' ? NOBODY : null }]),
  }
  const back: NoticeAmendments<'discussion.post.restored'> = {
    event: 'discussion.post.restored',
    amend: async ({ payload }) => {
      const [row] = await sql<{ audience: string }>('notices-restored', 'select t.audience from post p join thread t on t.id = p.thread_id where p.id = $1 and p.deleted_at is null and t.removed_at is null', [payload.postId])
      return row ? [{ groupKey: `thread:${payload.threadId}`, about: `post:${payload.postId}`, audience: row.audience }] : []
    },
  }
  const elsewhere: NoticeAmendments<'discussion.thread.changed'> = { event: 'discussion.thread.changed', amend: ({ payload }) => changed(payload.threadId) }

  const moved: NoticeAmendments<'discussion.posts.moved'> = { event: 'discussion.posts.moved', amend: ({ payload }) => movedAbouts(payload) }

  const post: SubjectReader = async abouts => {
    const found = await find(abouts.map(about => Number(about.slice('post:'.length))))
    return new Map(found.map(one => [`post:${one.facts.post.id}`, {
      audience: one.facts.thread.audience, title: one.place.title, url: one.place.url(one.facts.post.number), name: one.facts.post.authorName, authorId: one.facts.post.authorId,
      text: one.facts.post.excerpt, at: one.facts.post.at, targets: targetsOf(one.facts, one.place),
    }]))
  }

  return {
    prepare,
    rules: [mention, mentionByEdit, reply, ownThread, accepted, due], watchRules: [followed, opened, listed], amendments: [gone, back, elsewhere, moved], autoWatch: [writers],
    subjects: { post },
  }
}
