import { useEffect, useState, type RefObject } from 'react'
import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { AROUND, QUOTE_MAX, type Anchor } from '../anchor'
import { articleActPath } from '../paths'
import type { ReviewComment } from '../review-comments.server'

export interface ReviewCommentsProps {
  articleId: number
  revision: number
  comments: readonly ReviewComment[]
  paragraphs: readonly string[]
  clientKey: string
  values: Readonly<Record<string, string>>
  errors: readonly string[]
}

/** What is marked in the text, with its surroundings; null where nothing is. */
function useMarked(box: RefObject<HTMLElement>): [Anchor | null, () => void] {
  const [marked, setMarked] = useState<Anchor | null>(null)
  useEffect(() => {
    const read = () => {
      const chosen = window.getSelection()
      const node = box.current
      if (!chosen || chosen.isCollapsed || !node || !chosen.anchorNode || !node.contains(chosen.anchorNode) || !chosen.focusNode || !node.contains(chosen.focusNode)) return
      const range = chosen.getRangeAt(0)
      const before = document.createRange()
      before.setStart(node, 0)
      before.setEnd(range.startContainer, range.startOffset)
      const after = document.createRange()
      after.setStart(range.endContainer, range.endOffset)
      after.setEnd(node, node.childNodes.length)
      const quote = chosen.toString().replace(/\s+/g, ' ').trim()
      if (quote.length > 0 && quote.length <= QUOTE_MAX) setMarked({ quote, prefix: before.toString().slice(-AROUND), suffix: after.toString().slice(0, AROUND) })
    }
    document.addEventListener('mouseup', read)
    document.addEventListener('keyup', read)
    return () => {
      document.removeEventListener('mouseup', read)
      document.removeEventListener('keyup', read)
    }
  }, [box])
  return [marked, () => setMarked(null)]
}

function Thread({ articleId, comment, clientKey }: { articleId: number; comment: ReviewComment; clientKey: string }) {
  const t = useT('review')
  const tongue = useTongue()
  const act = `${articleActPath(articleId, 'komentar-naskah')}/${comment.id}`
  const date = (at: number) => formatDate(at, tongue)
  return (
    <li id={`komentar-${comment.id}`} className="py-3">
      <blockquote className="sm border-l-2 border-line pl-3 muted">{comment.quote}</blockquote>
      {comment.orphaned ? <p className="xs faint mt-1">{t('orphaned')}</p> : null}
      <p className="mt-2 whitespace-pre-line">{comment.text}</p>
      <p className="xs faint">{comment.name}, {date(comment.at)} · {t('about', { number: comment.revision })}</p>
      {comment.answers.map(answer => <div key={answer.id} id={`komentar-${answer.id}`} className="mt-2 pl-4"><p className="whitespace-pre-line">{answer.text}</p><p className="xs faint">{answer.name}, {date(answer.at)}</p></div>)}
      {comment.resolved ? <p className="xs muted mt-2">{t('resolved', { name: comment.resolved.name, date: date(comment.resolved.at) })}</p> : null}
      <div className="row mt-2">
        <details className="flex-1">
          <summary className="link sm">{t('answer')}</summary>
          <form method="post" action={`${act}/jawab`} className="form mt-2">
            <input type="hidden" name="clientKey" value={`${clientKey.slice(0, 40)}-${comment.id}-${comment.answers.length}`} />
            <label className="vh" htmlFor={`jawab-${comment.id}`}>{t('answerText')}</label>
            <textarea id={`jawab-${comment.id}`} name="text" className="in" rows={2} maxLength={2000} required />
            <p><button className="btn sm">{t('answer')}</button></p>
          </form>
        </details>
        <form method="post" action={`${act}/selesai`}><button className="btn q sm" name="on" value={comment.resolved ? '0' : '1'}>{t(comment.resolved ? 'reopen' : 'resolve')}</button></form>
      </div>
    </li>
  )
}

/** Comments of reviewers on words of the text, beside it. Without JavaScript a part is chosen from a list. */
export function ReviewComments({ box, ...props }: ReviewCommentsProps & { box: RefObject<HTMLElement> }) {
  const { articleId, revision, comments, paragraphs, clientKey, values, errors } = props
  const t = useT('review')
  const [marked, letGo] = useMarked(box)
  const open = comments.filter(one => one.resolved === null)
  const done = comments.filter(one => one.resolved !== null)
  return (
    <section className="sm" id="komentar-naskah" aria-labelledby="judul-komentar-naskah">
      <h2 id="judul-komentar-naskah">{t('title')} {open.length > 0 ? <span className="faint">{t('open', { count: open.length })}</span> : null}</h2>
      {comments.length === 0 ? <p className="muted">{t('none')}</p> : null}
      {open.length > 0 ? <ul className="list">{open.map(one => <Thread key={one.id} articleId={articleId} comment={one} clientKey={clientKey} />)}</ul> : null}
      {done.length > 0 ? <details className="mt-2"><summary className="link sm">{t('resolvedList', { count: done.length })}</summary><ul className="list">{done.map(one => <Thread key={one.id} articleId={articleId} comment={one} clientKey={clientKey} />)}</ul></details> : null}
      <details className="mt-3" open={errors.length > 0 || marked !== null || undefined}>
        <summary className="b">{t('add')}</summary>
        <form method="post" action={articleActPath(articleId, 'komentar-naskah')} className="form mt-2">
          <input type="hidden" name="revision" value={revision} /><input type="hidden" name="clientKey" value={clientKey} />
          {errors.length > 0 ? <p className="errors" role="alert">{errors.map(key => t(key)).join(' ')}</p> : null}
          {marked ? (
            <div>
              <input type="hidden" name="quote" value={marked.quote} /><input type="hidden" name="prefix" value={marked.prefix} /><input type="hidden" name="suffix" value={marked.suffix} />
              <p className="lab">{t('chosen')}</p><blockquote className="border-l-2 border-sea-line pl-3 muted">{marked.quote}</blockquote>
              <button type="button" className="link xs" onClick={letGo}>{t('clear')}</button>
            </div>
          ) : (
            <div className="field">
              <label className="lab" htmlFor="bagian">{t('part')}</label><span className="hint js">{t('partHint')}</span>
              <select id="bagian" name="bagian" className="in" defaultValue={values.bagian ?? ''} required><option value="">{t('pick')}</option>{paragraphs.map((line, at) => <option key={at} value={at}>{line}</option>)}</select>
            </div>
          )}
          <div className="field"><label className="lab" htmlFor="komentar-teks">{t('text')}</label><textarea id="komentar-teks" name="text" className="in" rows={3} maxLength={2000} required defaultValue={values.text} /></div>
          <p><button className="btn sm">{t('send')}</button></p>
        </form>
      </details>
    </section>
  )
}
