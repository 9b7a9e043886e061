import { Fragment } from 'react'
import { dayNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { KeptPart } from '~/ui/kept-part'
import { NewLine } from '~/ui/thread'
import type { AuthorCard, PostView } from '../views'
import { isMine, type PostRights } from './post-acts'
import { daysSince, isFolded, PostArticle } from './post-article'
import type { AcceptedMark } from './thread-state'

/** Posts under each other, each of somebody in `authors`. */
export function PostList({ posts, authors, base, rights, fresh, accepted, unread }: {
  posts: readonly PostView[]
  authors: Record<number, AuthorCard>
  base: string
  rights: PostRights
  fresh: ReadonlySet<number>
  accepted: AcceptedMark | null
  /** number of the first one the reader has not seen, when the line above it is to be shown */
  unread: number | null
}) {
  const t = useT('discussion')
  const { now, timeZone } = useTongue()
  if (posts.length === 0) return null
  const { me: _me, aliases: _aliases, blocked: _blocked, ...may } = rights
  const own = posts.map(post => [isMine(rights, post), isFolded(rights, post), daysSince(post.deletedAt, now)])
  const writers = posts.map(post => authors[post.authorId])
  return (
    <KeptPart as="div" className="posts" part="posts" of={[posts, writers, base, may, own, accepted, unread, dayNumber(now, timeZone)]} inside={() => posts.map(post => (
      <Fragment key={post.number}>
        {post.number === unread ? <NewLine id="baru">{t('unreadLine')}</NewLine> : null}
        <PostArticle post={post} author={authors[post.authorId]!} base={base} rights={rights} fresh={fresh.has(post.number)} accepted={accepted?.number === post.number ? accepted : undefined} />
      </Fragment>
    ))} />
  )
}
