import type { AuthorCard, PostView, ReactionName } from '../views'

export interface AcceptedMark {
  number: number
  byName: string
  at: number
}

export interface ThreadState {
  posts: PostView[]
  authors: Record<number, AuthorCard>
  /** numbers that arrived while the page was open */
  fresh: ReadonlySet<number>
  lastNumber: number
  accepted: AcceptedMark | null
}

export type ThreadChange =
  | { type: 'reset'; state: ThreadState }
  | { type: 'arrived'; post: PostView; author: AuthorCard }
  | { type: 'changed'; post: PostView; author: AuthorCard }
  | { type: 'counts'; number: number; thanks: number; agree: number; meToo: number }
  | { type: 'reacted'; number: number; kind: ReactionName; on: boolean }
  | { type: 'saved'; number: number; on: boolean }
  | { type: 'accepted'; accepted: AcceptedMark | null }

const fields: Record<ReactionName, 'thanks' | 'agree' | 'meToo'> = { THANKS: 'thanks', AGREE: 'agree', ME_TOO: 'meToo' }

function replace(state: ThreadState, number: number, change: (post: PostView) => PostView): ThreadState {
  return { ...state, posts: state.posts.map(post => (post.number === number ? change(post) : post)) }
}

/** Posts in order, each number once, whatever order facts arrive in. */
export function threadReducer(state: ThreadState, change: ThreadChange): ThreadState {
  switch (change.type) {
    case 'reset':
      return change.state
    case 'arrived': {
      const { post, author } = change
      const lastNumber = Math.max(state.lastNumber, post.number)
      if (state.posts.some(one => one.number === post.number)) return { ...state, lastNumber }
      const posts = [...state.posts, post].sort((a, b) => a.number - b.number)
      return { ...state, posts, lastNumber, authors: { ...state.authors, [author.id]: author }, fresh: new Set([...state.fresh, post.number]) }
    }
    case 'changed': {
      const { post, author } = change
      const next = replace(state, post.number, old => ({ ...post, ...(old.mine ? { mine: old.mine } : {}), ...(old.saved ? { saved: true } : {}) }))
      return { ...next, authors: { ...next.authors, [author.id]: author } }
    }
    case 'counts':
      return replace(state, change.number, post => ({ ...post, thanks: change.thanks, agree: change.agree, meToo: change.meToo }))
    case 'reacted':
      return replace(state, change.number, post => {
        const has = post.mine?.includes(change.kind) ?? false
        if (has === change.on) return post
        const mine = change.on ? [...(post.mine ?? []), change.kind] : (post.mine ?? []).filter(kind => kind !== change.kind)
        return { ...post, mine, [fields[change.kind]]: Math.max(0, (post[fields[change.kind]] ?? 0) + (change.on ? 1 : -1)) }
      })
    case 'saved':
      return replace(state, change.number, post => ({ ...post, saved: change.on }))
    case 'accepted':
      return { ...state, accepted: change.accepted }
  }
}
