import { memo } from 'react'
import { formatDate, formatDateTime, formatMoment, formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/Icon'
import type { AuthorCard, PostView } from '../views'
import { AuthorAvatar, useAuthorDetail } from './author'
import { PostActs, type PostRights } from './PostActs'

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
export const PostArticle = memo(function PostArticle({ post, author, base, rights, accepted, fresh }: PostArticleProps) {
  const t = useT('discussion')
  const tongue = useTongue()
  const detail = useAuthorDetail(author)
  if (post.html === undefined) return <DeletedPost post={post} rights={rights} />
  const head = (
    <header>
      <div className="who">
        <b><a href={`/orang/${author.slug}`}>{author.name}</a></b>
        <div className="k">{detail}</div>
      </div>
      <div className="no">
        <time dateTime={new Date(post.at).toISOString()} title={formatDateTime(post.at, tongue)}>{formatMoment(post.at, tongue)}</time>
        {post.editedAt ? <> · <a href={`/pos/${post.id}/riwayat`} title={formatDateTime(post.editedAt, tongue)}>{t('post.edited', { time: formatTime(post.editedAt, tongue) })}</a></> : null}
        {' · '}<a href={`${base}/${post.number}`} aria-label={t('post.permalink', { number: post.number })}>#{post.number}</a>
      </div>
    </header>
  )
  return (
    <article className={`post${accepted ? ' acc' : ''}${fresh ? ' fresh' : ''}`} id={`p${post.number}`} data-post={post.id} data-number={post.number} aria-label={t('post.label', { number: post.number, name: author.name })}>
      <AuthorAvatar author={author} />
      <div>
        {accepted ? (
          <p className="ribbon"><Icon name="circle-check" />{t('accepted.title')}<span>{t('accepted.by', { name: accepted.byName, time: formatMoment(accepted.at, tongue) })}</span></p>
        ) : null}
        {head}
        {post.replyTo ? <p className="xs faint"><a href={`${base}/${post.replyTo}`}>{t('post.replyTo', { number: post.replyTo })}</a></p> : null}
        <div className="prose" dangerouslySetInnerHTML={{ __html: post.html }} />
        <PostActs post={post} authorName={author.name} rights={rights} isAccepted={accepted !== undefined} />
      </div>
    </article>
  )
})

function DeletedPost({ post, rights }: { post: PostView; rights: PostRights }) {
  const t = useT('discussion')
  const tongue = useTongue()
  const mine = rights.me === post.authorId
  const left = post.deletedAt ? 30 - Math.floor((tongue.now - post.deletedAt) / 86_400_000) : 0
  const mayRestore = rights.moderate || (mine && post.deleted === 'author' && left > 0)
  return (
    <div className="modnote" id={`p${post.number}`} data-post={post.id} data-number={post.number}>
      <Icon name="trash-2" />
      <p>
        {t(post.deleted === 'moderator' ? 'deleted.moderator' : mine ? 'deleted.own' : 'deleted.author', { number: post.number })}
        {post.deletedAt ? <> <span className="faint">{formatDate(post.deletedAt, tongue)}</span></> : null}
        {mayRestore ? (
          <form method="post" action={`/pos/${post.id}/pulihkan`} className="inline">
            {' '}<button className="link">{mine && !rights.moderate ? t('deleted.undo', { count: left }) : t('deleted.restore')}</button>
          </form>
        ) : null}
      </p>
      <span className="nw faint">#{post.number}</span>
    </div>
  )
}
