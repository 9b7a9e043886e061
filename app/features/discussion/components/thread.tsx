import { useCallback, useEffect, useReducer, useRef, useState, type FormEvent, type MouseEvent, type MutableRefObject, type ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { LivePill, TypingLine } from '~/ui/thread'
import { useThreadLive } from '../live/use-thread-live'
import type { AuthorCard, HeldView, PostView, ReactionName } from '../views'
import type { ComposerTarget } from './composer'
import { HeldList } from './held-list'
import type { PostRights } from './post-acts'
import { PostList } from './post-list'
import { threadReducer, type AcceptedMark, type ThreadState } from './thread-state'
import { useReading } from './use-reading'

export interface ThreadProps {
  threadId: number
  base: string
  posts: PostView[]
  authors: Record<number, AuthorCard>
  lastNumber: number
  accepted: AcceptedMark | null
  /** first number the reader has not seen, or null */
  firstUnread: number | null
  rights: PostRights
  /** the page shows the end of the thread, so that new posts may be put below */
  atEnd: boolean
  /** stands between the opening post and the first reply */
  afterFirst?: ReactNode
  /** what the reader just sent: shown at once, the pushed copy is the same post */
  sent: { post: PostView; author: AuthorCard } | null
  /** what waits for a moderator here, as far as the reader may know */
  held?: readonly HeldView[]
  onAct: (target: ComposerTarget) => void
  onPresence: (here: { id: number; name: string; photo: string | null }[]) => void
  onAnnounce: (words: string) => void
  /** among a few: how far somebody has read */
  onRead?: (read: { personId: number; number: number; at: number }) => void
  /** given the function that tells others "I am typing" */
  typingRef: MutableRefObject<() => void>
}

/** "p12" is the id of post 12. */
const numberOf = (inside: HTMLElement) => Number(inside.closest('.post')?.id.slice(1))

const initial = ({ posts, authors, lastNumber, accepted }: ThreadProps): ThreadState => ({ posts, authors, lastNumber, accepted, fresh: new Set() })

/** The posts of a page, kept true by live facts. Without JavaScript it is simply the page. */
export function Thread(props: ThreadProps) {
  const { threadId, base, rights, firstUnread, atEnd, afterFirst, sent, onAct, onPresence, onAnnounce, typingRef } = props
  const t = useT('discussion')
  const [state, change] = useReducer(threadReducer, props, initial)
  const [typing, setTyping] = useState<string[]>([])
  const box = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else change({ type: 'reset', state: initial(props) })
    // a new page of posts from the server replaces what live had added
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [props.posts])

  useEffect(() => { if (sent) change({ type: 'arrived', ...sent }) }, [sent])

  const live = useThreadLive({
    threadId,
    lastNumber: state.lastNumber,
    posts: state.posts,
    onPost: ({ post, author }) => change({ type: 'arrived', post, author }),
    onChanged: ({ post, author }) => change({ type: 'changed', post, author }),
    onReaction: counts => change({ type: 'counts', ...counts }),
    onAccepted: accepted => change({ type: 'accepted', accepted }),
    onTyping: setTyping,
    onHere: onPresence,
    ...(props.onRead ? { onRead: props.onRead } : {}),
  })
  useEffect(() => { typingRef.current = live.sendTyping }, [live.sendTyping, typingRef])

  const { pending, jump } = useReading({ box, threadId, me: rights.me, state, base })
  const arrivals = [...state.fresh].filter(number => state.posts.find(post => post.number === number)?.authorId !== rights.me)
  useEffect(() => {
    if (arrivals.length) onAnnounce(t('live.arrived', { count: arrivals.length }))
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrivals.length])

  const onSubmit = useCallback(async (event: FormEvent<HTMLDivElement>) => {
    const form = event.target as HTMLFormElement
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const number = numberOf(form)
    if (!form.dataset.act || !button || !number) return
    event.preventDefault()
    const kind = form.dataset.act === 'save' ? null : (button.value.replace('-', '') as ReactionName)
    const on = !button.value.startsWith('-')
    const mark = (on: boolean) => change(kind ? { type: 'reacted', number, kind, on } : { type: 'saved', number, on })
    // the menu stays open: what it says now is the answer, and leads on to note and day
    if (!kind) form.closest('details')?.querySelector('summary')?.focus()
    mark(on)
    try {
      const answer = await fetch(form.action, { method: 'POST', redirect: 'manual', keepalive: true, headers: { Accept: 'application/json' }, body: new URLSearchParams({ [button.name]: button.value }) })
      if (!answer.ok && answer.type !== 'opaqueredirect') throw new Error(String(answer.status))
      if (!kind) onAnnounce(t('act.saved'))
    } catch {
      mark(!on)
      onAnnounce(t('live.notSent'))
    }
  }, [onAnnounce, t])

  const onClick = useCallback((event: MouseEvent<HTMLDivElement>) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-act]')
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    const article = link.closest<HTMLElement>('.post')
    const number = numberOf(link)
    if (!article || !number) return
    event.preventDefault()
    event.stopPropagation()
    const name = article.querySelector('.who b')?.textContent ?? ''
    if (link.dataset.act === 'copy') {
      const address = new URL(`${base}/${number}`, location.href).href
      void navigator.clipboard?.writeText(address).then(() => onAnnounce(t('act.copied')), () => { location.href = address })
      article.querySelector('details')?.removeAttribute('open')
      return
    }
    const chosen = window.getSelection()
    const inside = chosen?.anchorNode && article.querySelector('.prose')?.contains(chosen.anchorNode)
    const text = link.dataset.act === 'quote' ? (inside && chosen!.toString().trim()) || (article.querySelector<HTMLElement>('.prose')?.innerText ?? '') : null
    onAct({ number, name, quote: text })
  }, [base, onAct, onAnnounce, t])

  const shownUnread = firstUnread && firstUnread > 1 && state.posts.some(post => post.number === firstUnread) ? firstUnread : null
  const posts = state.posts.filter(post => state.authors[post.authorId] && (atEnd || !state.fresh.has(post.number)))
  const opening = posts.slice(0, posts[0]?.number === 1 ? 1 : 0)
  const shown = { authors: state.authors, base, rights, fresh: state.fresh, accepted: state.accepted, unread: shownUnread }
  return (
    <div ref={box} onSubmit={event => void onSubmit(event)} onClick={onClick}>
      <PostList {...shown} posts={opening} />
      {opening.length ? afterFirst : null}
      <PostList {...shown} posts={opening.length ? posts.slice(1) : posts} />
      {props.held ? <HeldList held={props.held.filter(one => !state.posts.some(post => state.fresh.has(post.number) && post.authorId === one.authorId && post.html === one.html))} moderate={rights.moderate} /> : null}
      <TypingLine>{typing.length ? typing.length > 2 ? t('typing.many', { count: typing.length }) : t('typing.names', { count: typing.length, names: typing.join(t('typing.and')) }) : null}</TypingLine>
      {live.status === 'off' ? <p className="note" role="status"><Icon name="wifi-off" small /> {t('live.off')}</p> : null}
      <div role="status">
        {pending > 0 ? <LivePill href={atEnd ? `#p${state.lastNumber - pending + 1}` : `${base}/${state.lastNumber - pending + 1}#p${state.lastNumber - pending + 1}`} onPress={jump}>{t('live.pill', { count: pending })}</LivePill> : null}
      </div>
      <noscript><p className="sm faint">{t('live.reload')}</p></noscript>
    </div>
  )
}
