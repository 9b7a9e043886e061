import type { LiveConnection, LiveRefusal } from '~/platform/live/client'
import type { AcceptedFact, PostMark, SinceAnswer, ThreadFacts } from '../live-facts'
import type { AuthorCard, PostView } from '../views'

export interface Here {
  id: number
  name: string
  slug: string
  photo: string | null
}

export interface ThreadListener {
  /** in order of number, each number once */
  onPost: (arrived: { post: PostView; author: AuthorCard }) => void
  onChanged?: (changed: { post: PostView; author: AuthorCard }) => void
  onReaction?: (counts: { number: number; thanks: number; agree: number; meToo: number }) => void
  onAccepted?: (accepted: AcceptedFact | null) => void
  /** among a few: how far somebody has read */
  onRead?: (read: ThreadFacts['read']) => void
  onThread?: (thread: { locked: boolean }) => void
  /** names of those writing now */
  onTyping?: (names: string[]) => void
  /** colleagues here, the reader among them; `total` may be more than are named */
  onHere?: (people: Here[], total: number) => void
  /** the right to listen ended, or there never was one */
  onRefused?: () => void
  /** what the page shows now, to learn which of it changed while nobody heard */
  shown?: () => PostMark[]
}

const GAP_PATIENCE_MS = 150
const TYPING_SHOWN_MS = 4_000
const TYPING_EVERY_MS = 2_000

/** Follows one thread: nothing lost, nothing twice, whatever the connection does. Knows no page. */
export class ThreadFollower {
  #live: LiveConnection
  #threadId: number
  #listener: () => ThreadListener
  /** highest number up to which everything was handed over */
  #last: number
  #early = new Map<number, ThreadFacts['post']>()
  #catching = false
  #again = false
  #gap: ReturnType<typeof setTimeout> | undefined
  #typing = new Map<number, { name: string; timer: ReturnType<typeof setTimeout> }>()
  #saidTyping = 0
  #stops: (() => void)[]
  #stopped = false

  constructor(live: LiveConnection, { threadId, lastNumber, listener }: { threadId: number; lastNumber: number; listener: () => ThreadListener }) {
    this.#live = live
    this.#threadId = threadId
    this.#listener = listener
    this.#last = lastNumber
    const mine = <Fact extends { threadId: number }>(event: string, run: (fact: Fact) => void) =>
      live.on<Fact>(event, fact => { if (fact.threadId === threadId) run(fact) })
    const here = <Fact extends { room: string }>(event: string, run: (fact: Fact) => void) =>
      live.on<Fact>(event, fact => { if (fact.room === this.#room) run(fact) })
    this.#stops = [
      mine<ThreadFacts['post']>('post', fact => this.#arrived(fact)),
      mine<ThreadFacts['post-changed']>('post-changed', ({ post, author }) => this.#listener().onChanged?.({ post, author })),
      mine<ThreadFacts['reaction']>('reaction', ({ number, thanks, agree, meToo }) => this.#listener().onReaction?.({ number, thanks, agree, meToo })),
      mine<ThreadFacts['accepted']>('accepted', ({ accepted }) => this.#listener().onAccepted?.(accepted)),
      mine<ThreadFacts['read']>('read', fact => this.#listener().onRead?.(fact)),
      mine<ThreadFacts['thread']>('thread', ({ locked }) => this.#listener().onThread?.({ locked })),
      here<{ room: string; id: number; name: string }>('typing', ({ id, name }) => this.#someoneTypes(id, name)),
      here<{ room: string; people: Here[]; total: number }>('here', ({ people, total }) => this.#listener().onHere?.(people, total)),
      live.on('resync', () => setTimeout(() => void this.#catchUp(), Math.random() * 500)),
      live.join(this.#room, {
        onJoined: value => {
          const { here: present } = value as { here?: { people: Here[]; total: number } }
          if (present) this.#listener().onHere?.(present.people, present.total)
          void this.#catchUp()
        },
        onRefused: () => this.#listener().onRefused?.(),
      }),
      live.use(),
    ]
  }

  get #room(): string {
    return `thread:${this.#threadId}`
  }

  /** The page knows everything up to this number by another way. */
  known(number: number): void {
    if (number > this.#last) this.#last = number
  }

  /** Say as often as you like; it is sent at most every two seconds. */
  sendTyping = (): void => {
    const now = Date.now()
    if (now - this.#saidTyping < TYPING_EVERY_MS) return
    this.#saidTyping = now
    this.#live.say('typing', { room: this.#room })
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#gap)
    for (const { timer } of this.#typing.values()) clearTimeout(timer)
    for (const stop of this.#stops) stop()
  }

  #hand(post: PostView, author: AuthorCard): void {
    this.#last = post.number
    this.#typed(post.authorId)
    this.#listener().onPost({ post, author })
  }

  #arrived(fact: ThreadFacts['post']): void {
    if (fact.post.number <= this.#last || this.#stopped) return
    this.#early.set(fact.post.number, fact)
    for (let next = this.#early.get(this.#last + 1); next; next = this.#early.get(this.#last + 1)) {
      this.#early.delete(next.post.number)
      this.#hand(next.post, next.author)
    }
    if (this.#early.size > 0) this.#gap ??= setTimeout(() => {
      this.#gap = undefined
      if (this.#early.size > 0) void this.#catchUp()
    }, GAP_PATIENCE_MS)
  }

  async #catchUp(): Promise<void> {
    if (this.#catching) {
      this.#again = true
      return
    }
    this.#catching = true
    try {
      let shown = this.#listener().shown?.() ?? []
      for (let more = true; more && !this.#stopped;) {
        this.#again = false
        const answer = await this.#since(shown)
        if (!answer || this.#stopped) return
        shown = []
        this.#take(answer)
        more = this.#again || (answer.posts.length > 0 && answer.lastNumber > this.#last)
      }
    } finally {
      this.#catching = false
    }
  }

  #take({ posts, changed, authors, accepted }: SinceAnswer): void {
    const { onChanged, onAccepted } = this.#listener()
    for (const post of changed) {
      const author = authors[post.authorId]
      if (author) onChanged?.({ post, author })
    }
    for (const post of posts) {
      const author = authors[post.authorId]
      if (author && post.number > this.#last) this.#hand(post, author)
    }
    for (const number of this.#early.keys()) if (number <= this.#last) this.#early.delete(number)
    onAccepted?.(accepted)
  }

  /** Null when the connection is gone (coming back asks again) or the right is. */
  async #since(shown: PostMark[]): Promise<SinceAnswer | null> {
    for (let round = 0; round < 20; round++) {
      try {
        return await this.#live.ask<SinceAnswer>('thread:since', { threadId: this.#threadId, after: this.#last, shown: shown.slice(0, 120) })
      } catch (error) {
        const { code, retryAfter } = error as LiveRefusal
        if (code === 'Offline' || code === 'NotFound' || code === 'Invalid' || this.#stopped) return null
        await new Promise(resolve => setTimeout(resolve, Math.max(1, retryAfter) * 1000 + Math.random() * 500))
      }
    }
    return null
  }

  #someoneTypes(id: number, name: string): void {
    clearTimeout(this.#typing.get(id)?.timer)
    this.#typing.set(id, { name, timer: setTimeout(() => this.#typed(id), TYPING_SHOWN_MS) })
    this.#tellTyping()
  }

  #typed(id: number): void {
    const known = this.#typing.get(id)
    if (!known) return
    clearTimeout(known.timer)
    this.#typing.delete(id)
    this.#tellTyping()
  }

  #tellTyping(): void {
    if (!this.#stopped) this.#listener().onTyping?.([...this.#typing.values()].map(one => one.name))
  }
}
