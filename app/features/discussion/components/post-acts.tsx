import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { Menu } from '~/ui/menu'
import { Reaction } from '~/ui/thread'
import type { PostView, ReactionName } from '../views'

/** What the viewer may do in this thread; the server asks again for every act. */
export interface PostRights {
  me: number | null
  /** names on this page the viewer writes under */
  aliases?: readonly number[]
  reply: boolean
  react: boolean
  accept: boolean
  moderate: boolean
  /** may ask who stands behind a name */
  unmask?: boolean | undefined
  /** the opening post may be answered with "me too" */
  meToo: boolean
  threadId: number
  locked: boolean
  /** a room of few: nothing of it is shared or praised outside, and this is where something is reported */
  among?: { report: string } | undefined
  /** people whose posts stand folded for the reader */
  blocked?: readonly number[]
}

export const isMine = (rights: PostRights, post: PostView): boolean => rights.me === post.authorId || (rights.aliases?.includes(post.authorId) ?? false)

const faces: Record<ReactionName, { icon: 'heart-handshake' | 'thumbs-up' | 'users'; word: string; count: 'thanks' | 'agree' | 'meToo' }> = {
  THANKS: { icon: 'heart-handshake', word: 'react.thanks', count: 'thanks' },
  AGREE: { icon: 'thumbs-up', word: 'react.agree', count: 'agree' },
  ME_TOO: { icon: 'users', word: 'react.meToo', count: 'meToo' },
}

export function PostActs({ post, authorName, rights, isAccepted, alias }: { post: PostView; authorName: string; alias?: boolean; rights: PostRights; isAccepted: boolean }) {
  const t = useT('discussion')
  const kinds: ReactionName[] = post.number === 1 && rights.meToo ? ['THANKS', 'AGREE', 'ME_TOO'] : ['THANKS', 'AGREE']
  const mine = isMine(rights, post)
  if (!rights.react) {
    const counted = kinds.filter(kind => post[faces[kind].count])
    if (!counted.length) return null
    return (
      <>
        {counted.map(kind => <span key={kind} className="react"><Icon name={faces[kind].icon} small />{t(faces[kind].word)} {post[faces[kind].count]}</span>)}
      </>
    )
  }
  return (
    <>
      <form method="post" action={`/pos/${post.id}/reaksi`} data-act="react">
        {kinds.map(kind => {
          const on = post.mine?.includes(kind) ?? false
          return <Reaction key={kind} icon={faces[kind].icon} pressed={on} count={post[faces[kind].count] ?? 0} name="kind" value={on ? `-${kind}` : kind}>{t(faces[kind].word)}</Reaction>
        })}
      </form>
      {rights.reply ? (
        <>
          <a className="btn q sm" href={`/utas/${rights.threadId}/balas?ke=${post.number}`} data-act="reply"><Icon name="reply" small />{t('act.reply')}</a>
          <a className="btn q sm pc" href={`/utas/${rights.threadId}/balas?kutip=${post.number}`} data-act="quote"><Icon name="quote" small />{t('act.quote')}</a>
        </>
      ) : null}
      {rights.accept && post.number > 1 ? (
        <form method="post" action={`/pos/${post.id}/jawaban`}>
          <button className="btn q sm" name="terima" value={isAccepted ? '0' : '1'}><Icon name="circle-check" small />{t(isAccepted ? 'act.unaccept' : 'act.accept')}</button>
        </form>
      ) : null}
      <Menu label={t('act.more', { name: authorName, number: post.number })} summary={<Icon name="ellipsis" small />}>
        {rights.reply ? <a className="mi ph" href={`/utas/${rights.threadId}/balas?kutip=${post.number}`} data-act="quote">{t('act.quote')}</a> : null}
        <a className="mi" href={`/pos/${post.id}`} data-act="copy">{t('act.link')}</a>
        {post.saved ? <a className="mi" href={`/pos/${post.id}/markah`}>{t('act.saved')}</a>
          : <form method="post" action={`/pos/${post.id}/markah`} data-act="save"><button className="mi" name="ke" value="pos">{t('act.save')}</button></form>}
        {rights.among ? null : <a className="mi" href={`/pos/${post.id}/bagikan`}>{t('act.share')}</a>}
        {!rights.among && (post.mine?.includes('THANKS') || (rights.accept && isAccepted)) ? <a className="mi" href={`/pos/${post.id}/alasan`}>{t('act.why')}</a> : null}
        {post.editedAt ? <a className="mi" href={`/pos/${post.id}/riwayat`}>{t('act.history')}</a> : null}
        {mine && !rights.locked ? <a className="mi" href={`/pos/${post.id}/ubah`}>{t('act.edit')}</a> : null}
        {mine && !rights.locked ? <a className="mi" href={`/pos/${post.id}/hapus`}>{t('act.delete')}</a> : null}
        {rights.unmask && alias ? <a className="mi" href={`/admin/nama-samaran?pos=${post.id}`}>{t('mask.open')}</a> : null}
        {mine ? null : <a className="mi" href={rights.among?.report ?? `/lapor/post/${post.id}`}>{t('act.flag')}</a>}
        {rights.moderate && !mine ? <form method="post" action={`/moderasi/hal/post/${post.id}`}><button className="mi">{t('act.moderate')}</button></form> : null}
      </Menu>
    </>
  )
}
