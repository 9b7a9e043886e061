import { memo } from 'react'
import { dayNumber, formatDate, formatDateTime, formatMoment, formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { postClass, PostInside, PostNote } from '~/ui/thread'
import { KeptPart } from '~/ui/kept-part'
import { State } from '~/ui/marks'
import { PersonLine } from '~/ui/person'
import type { AuthorCard, PostView } from '../views'
import { AuthorAvatar, useAuthorDetail } from './author'
import { isMine, PostActs, type PostRights } from './post-acts'

export interface PostArticleProps {
  post: PostView
  author: AuthorCard
  /** address of the thread without a number: "/forum/t/12/cara-antrean" */
  base: string
  rights: PostRights
  /** who chose this post as the answer, when it was chosen */
  accepted?: { byName: string; at: number } | undefined
  /** arrived while the page was open */
  fresh?: boolean
}

/** One numbered post, or the line that stands in its place once it was deleted. */
export const PostArticle = memo(function PostArticle(props: PostArticleProps) {
  const { post, author, base, rights, accepted, fresh } = props
  const t = useT('discussion')
  const tongue = useTongue()
  if (post.html === undefined) return <DeletedPost post={post} rights={rights} />
  const { me: _me, aliases: _aliases, blocked: _blocked, ...may } = rights
  return (
    <KeptPart
      as="article" id={`p${post.number}`} className={postClass(accepted !== undefined, fresh)} aria-label={t('post.label', { number: post.number, name: author.name })}
      part="post" of={[post, author, base, accepted, may, isMine(rights, post), isFolded(rights, post), dayNumber(tongue.now, tongue.timeZone)]} inside={() => <PostContent {...props} html={post.html!} />}
    />
  )
})

/** Whether the reader blocked who wrote it. */
export const isFolded = (rights: PostRights, post: PostView) => rights.blocked?.includes(post.authorId) ?? false

/** Whole days of 24 hours from `at` until `now`, 0 where nothing happened. */
export const daysSince = (at: number | undefined, now: number): number => (at ? Math.floor((now - at) / 86_400_000) : 0)

function PostContent({ post, author, base, rights, accepted, html }: PostArticleProps & { html: string }) {
  const t = useT('discussion')
  const tongue = useTongue()
  const detail = useAuthorDetail(author)
  const folded = isFolded(rights, post)
  return (
    <PostInside
      {...(folded ? {} : { html })}
      avatar={<AuthorAvatar author={author} official={post.voice !== undefined} />}
      who={<PersonLine name={author.name} {...(author.alias ? {} : { href: `/orang/${author.slug}` })} detail={detail} {...(post.voice ? { state: <State icon="stamp" tone="official">{t(`voice.${post.voice.role}`, { unit: post.voice.unit })}</State> } : {})} />}
      meta={<>
        <time dateTime={new Date(post.at).toISOString()} title={formatDateTime(post.at, tongue)}>{formatMoment(post.at, tongue)}</time>
        {post.editedAt ? <> · <a href={`/pos/${post.id}/riwayat`} title={formatDateTime(post.editedAt, tongue)}>{t('post.edited', { time: formatTime(post.editedAt, tongue) })}</a></> : null}
        {post.replyTo ? <> · <a href={`${base}/${post.replyTo}#p${post.replyTo}`}>{t('post.replyTo', { number: post.replyTo })}</a></> : null}
        {' · '}<a href={`${base}/${post.number}#p${post.number}`} aria-label={t('post.permalink', { number: post.number })}>#{post.number}</a>
      </>}
      accepted={accepted ? <>{t('accepted.title')}<span>{t('accepted.by', { name: accepted.byName, time: formatMoment(accepted.at, tongue) })}</span></> : undefined}
      acts={<PostActs post={post} authorName={author.name} alias={author.alias ?? false} rights={rights} isAccepted={accepted !== undefined} />}
    >
      {folded ? <details><summary className="sm muted">{t('blocked.note', { name: author.name })} <span className="link">{t('blocked.show')}</span></summary><div className="prose mt-2" dangerouslySetInnerHTML={{ __html: html }} /></details> : null}
    </PostInside>
  )
}

function DeletedPost({ post, rights }: { post: PostView; rights: PostRights }) {
  const t = useT('discussion')
  const tongue = useTongue()
  if (post.movedTo) return <PostNote id={`p${post.number}`} number={post.number}>{t('deleted.moved', { number: post.number })} <a className="link" href={`/pos/${post.movedTo}`}>{t('deleted.movedTo')}</a></PostNote>
  const mine = isMine(rights, post)
  const left = post.deletedAt ? 30 - daysSince(post.deletedAt, tongue.now) : 0
  const mayRestore = rights.moderate || (mine && post.deleted === 'author' && left > 0)
  return (
    <PostNote id={`p${post.number}`} number={post.number} hidden={post.deleted === 'moderator'}>
      {t(post.deleted === 'moderator' ? 'deleted.moderator' : mine ? 'deleted.own' : 'deleted.author', { number: post.number })}
      {post.deletedAt ? <> <span className="faint">{formatDate(post.deletedAt, tongue)}</span></> : null}
      {post.deletedReason ? <> {t('deleted.reason', { reason: post.deletedReason })} {mine ? <a className="link" href="/banding">{t('deleted.appeal')}</a> : t('deleted.told')}</> : null}
      {mayRestore ? <> <a className="link" href={`/pos/${post.id}/pulihkan`}>{mine && !rights.moderate ? t('deleted.undo', { count: left }) : t('deleted.restore')}</a></> : null}
    </PostNote>
  )
}
