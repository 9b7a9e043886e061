import { useEffect, useReducer, useRef } from 'react'
import { AuthorAvatar, useAuthorDetail } from '~/features/discussion/components/author'
import { threadReducer, type ThreadState } from '~/features/discussion/components/thread-state'
import { useThreadLive } from '~/features/discussion/components/live-thread'
import type { AuthorCard, PostView } from '~/features/discussion/views'
import { formatDateTime, formatMoment } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { PersonLine } from '~/ui/person'
import { PostInside, PostNote, Reaction } from '~/ui/thread'
import type { CommentPage } from '../comments.queries.server'
import { articleActPath } from '../paths'

export interface CommentsProps {
  articleId: number
  /** address of the article */
  base: string
  comments: CommentPage | null
  /** standing ones */
  count: number
  me: number | null
  can: { comment: boolean; react: boolean }
  locked: boolean
  /** where a stranger signs in and comes back; null for members */
  signIn: string | null
  clientKey: string
  /** the last number shown is not the newest */
  past: boolean
}

function Comment({ post, author, base, me, react, fresh }: { post: PostView; author: AuthorCard; base: string; me: number | null; react: boolean; fresh: boolean }) {
  const t = useT('readers')
  const tongue = useTongue()
  const detail = useAuthorDetail(author)
  if (post.html === undefined) return <PostNote id={`p${post.number}`} number={post.number} hidden={post.deleted === 'moderator'}>{t('comments.deleted')}</PostNote>
  const thanked = post.mine?.includes('THANKS') ?? false
  return (
    <article id={`p${post.number}`} className={fresh ? 'post fresh' : 'post'} aria-label={t('comments.label', { number: post.number, name: author.name })}>
      <PostInside
        html={post.html} avatar={<AuthorAvatar author={author} />} who={<PersonLine name={author.name} {...(author.alias ? {} : { href: `/orang/${author.slug}` })} detail={detail} />}
        meta={<><time dateTime={new Date(post.at).toISOString()} title={formatDateTime(post.at, tongue)}>{formatMoment(post.at, tongue)}</time>{post.editedAt ? <> · <a href={`/pos/${post.id}/riwayat`}>{t('comments.edited')}</a></> : null} · <a href={`${base}?sampai=${post.number}#p${post.number}`} aria-label={t('comments.permalink', { number: post.number })}>#{post.number}</a></>}
        acts={react ? (
          <>
            {post.authorId === me ? null : (
              <form method="post" action={`/pos/${post.id}/reaksi`}><Reaction icon="heart-handshake" pressed={thanked} count={post.thanks ?? 0} name="kind" value={thanked ? '-THANKS' : 'THANKS'}>{t('thanks.give')}</Reaction></form>
            )}
            {post.authorId === me ? <><a className="btn q sm" href={`/pos/${post.id}/ubah`}>{t('comments.edit')}</a><a className="btn q sm" href={`/pos/${post.id}/hapus`}>{t('comments.delete')}</a></> : <a className="btn q sm" href={`/lapor/post/${post.id}`}>{t('comments.flag')}</a>}
          </>
        ) : undefined}
      />
    </article>
  )
}

const initial = (comments: CommentPage | null): ThreadState => ({ posts: comments?.posts ?? [], authors: comments?.authors ?? {}, lastNumber: comments?.lastNumber ?? 0, accepted: null, fresh: new Set() })

function Posts({ comments, base, me, react, past }: { comments: CommentPage; base: string; me: number | null; react: boolean; past: boolean }) {
  const t = useT('readers')
  const [state, change] = useReducer(threadReducer, comments, initial)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else change({ type: 'reset', state: initial(comments) })
  }, [comments])
  useThreadLive({
    threadId: comments.threadId, lastNumber: state.lastNumber, posts: state.posts,
    onPost: ({ post, author }) => change({ type: 'arrived', post, author }), onChanged: ({ post, author }) => change({ type: 'changed', post, author }),
    onReaction: counts => change({ type: 'counts', ...counts }), onAccepted: () => undefined,
  })
  const arrived = [...state.fresh].filter(number => state.posts.find(post => post.number === number)?.authorId !== me).length
  return (
    <>
      {state.posts.map(post => {
        const author = state.authors[post.authorId]
        return author && !(past && state.fresh.has(post.number)) ? <Comment key={post.number} post={post} author={author} base={base} me={me} react={react} fresh={state.fresh.has(post.number)} /> : null
      })}
      <p role="status" className="sm muted">{arrived > 0 ? t('comments.arrived', { count: arrived }) : null}</p>
      <noscript><p className="sm faint">{t('comments.reload')}</p></noscript>
    </>
  )
}

/** What readers wrote below an article: numbered, live, and a plain form. */
export function Comments({ articleId, base, comments, count, me, can, locked, signIn, clientKey, past }: CommentsProps) {
  const t = useT('readers')
  return (
    <section className="sec max-w-[42rem]" id="komentar" aria-labelledby="judul-komentar">
      <h2 id="judul-komentar">{t('comments.title')} {count > 0 ? <span className="faint sm">{t('comments.count', { count })}</span> : null}</h2>
      {comments && comments.from > 1 ? <p className="mt-2"><a className="link sm" href={`${base}?sampai=${comments.from - 1}#komentar`}>{t('comments.older')}</a></p> : null}
      {comments ? <Posts comments={comments} base={base} me={me} react={can.react} past={past} /> : <p className="sm muted mt-2">{t('comments.none')}</p>}
      {past ? <p><a className="link sm" href={`${base}#komentar`}>{t('comments.newest')}</a></p> : null}
      {locked ? <p className="sm muted">{t('comments.locked')}</p> : null}
      {can.comment && !locked ? (
        <form method="post" action={articleActPath(articleId, 'komentar')} className="form mt-3">
          <input type="hidden" name="clientKey" value={clientKey} />
          <div className="field">
            <label className="lab" htmlFor="tulis-komentar">{t('comments.field')}</label>
            <span className="hint" id="petunjuk-komentar">{t('comments.hint')}</span>
            <textarea id="tulis-komentar" name="markdown" className="in" rows={3} maxLength={20000} required aria-describedby="petunjuk-komentar" />
          </div>
          <p><button className="btn">{t('comments.send')}</button></p>
        </form>
      ) : null}
      {signIn ? <p className="sm"><a className="link" href={signIn}>{t('comments.signIn')}</a></p> : null}
    </section>
  )
}

/** Thanks to those who wrote it, and how many said so. */
export function Thanks({ articleId, count, thanked, may }: { articleId: number; count: number; thanked: boolean; may: boolean }) {
  const t = useT('readers')
  if (!may && count === 0) return null
  return (
    <section className="row max-w-[42rem]" aria-label={t('thanks.title')}>
      {may ? <form method="post" action={articleActPath(articleId, 'terima-kasih')}><Reaction icon="heart-handshake" pressed={thanked} count={count} name="on" value={thanked ? '0' : '1'}>{t('thanks.give')}</Reaction></form> : null}
      <span className="sm muted">{thanked ? t('thanks.given') : count > 0 ? t('thanks.count', { count }) : t('thanks.title')}</span>
    </section>
  )
}
