import { useEffect, useState, type KeyboardEvent } from 'react'
import { AuthorAvatar } from '~/features/discussion/components/author'
import { formatAgo, formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { KeptPart } from '~/ui/kept-part'
import { ReadRail as Rail } from '~/ui/thread'
import { topicPath } from '../paths'
import type { TopicPage } from '../views'

/** Where the reader stands in the thread; each position is an address. Beside the text on wide screens only. */
export function ReadRail({ page, here }: { page: TopicPage; here: { id: number; name: string; photo: string | null }[] }) {
  const t = useT('forum')
  const tongue = useTongue()
  const { topic, accepted, read } = page
  const last = topic.lastNumber
  const [at, setAt] = useState(page.number ?? page.posts[0]?.number ?? 1)
  useEffect(() => {
    const posts = [...document.querySelectorAll<HTMLElement>('.post, .modnote')]
    const look = () => {
      const line = window.innerHeight * 0.4
      const current = posts.filter(post => post.getBoundingClientRect().top < line).at(-1) ?? posts[0]
      if (current) setAt(Number(current.id.slice(1)))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [page.posts])
  const share = (number: number) => (last < 2 ? 100 : Math.round(((number - 1) / (last - 1)) * 100))
  const href = (number: number) => topicPath(topic, Math.min(last, Math.max(1, number)))
  const unread = read ? Math.max(0, last - Math.max(read.number, at)) : 0
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : event.key === 'PageDown' ? 20 : event.key === 'PageUp' ? -20 : 0
    if (!step || !(event.target as HTMLElement).closest('.th')) return
    event.preventDefault()
    const number = Math.min(last, Math.max(1, at + step))
    const post = document.getElementById(`p${number}`)
    if (post) post.scrollIntoView({ block: 'start' })
    else location.assign(href(number))
    setAt(number)
  }
  return (
    <KeptPart as="div" onKeyDown={keys} part="rail" of={[topic, accepted?.number, unread, at, page.related, here, formatAgo(topic.lastPostAt, tongue)]} inside={() => (
      <Rail
        label={t('rail.label')} at={share(at)} href={href(at)} now={t('rail.at', { at, last })}
        start={<a href={href(1)} className="b">{formatDate(topic.createdAt, tongue)}</a>} end={<a href={href(last)}>{formatAgo(topic.lastPostAt, tongue)}</a>}
        {...(unread ? { unread: t('rail.unread', { count: unread }) } : {})}
        {...(accepted ? { tick: { at: share(accepted.number), label: t('rail.answer', { number: accepted.number }), href: href(accepted.number) } } : {})}
      >
        <div className="mt-7 border-t border-line pt-4">
          {here.length ? (
            <>
              <p className="mb-2">{t('rail.here')}</p>
              <p className="avs">{here.slice(0, 8).map(person => <span key={person.id} title={person.name}><AuthorAvatar small author={{ name: person.name, kind: 'ASN', ...(person.photo ? { photo: person.photo } : {}) }} /><span className="vh">{person.name}</span></span>)}</p>
            </>
          ) : null}
          <p className={here.length ? 'mt-4' : undefined}>{t('replies', { count: Math.max(0, topic.postCount - 1) })}</p>
          {page.related ? (
            <nav aria-labelledby="terkait">
              <h2 className="mt-6 mb-2 text-xs font-[450] text-ink-3 tracking-normal" id="terkait">{t('related')}</h2>
              <ul className="grid gap-2 text-sm leading-snug text-ink-2">
                {page.related.map(other => <li key={other.id}><a className="link" href={topicPath(other)}>{other.title}</a></li>)}
              </ul>
            </nav>
          ) : null}
        </div>
      </Rail>
    )} />
  )
}
