import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Composer, type ComposerTarget } from '~/features/discussion/components/composer'
import { Thread } from '~/features/discussion/components/thread'
import type { AuthorCard, PostView } from '~/features/discussion/views'
import { useT } from '~/platform/i18n/i18n'
import { whenLive } from '~/platform/live/later'
import { NoteBar } from '~/ui/marks'
import { Pagination } from '~/ui/navigation'
import { roomPath } from '../../paths'
import type { RoomPage } from '../../room.queries.server'
import { ReadMarks } from './read-marks'

type Talk = NonNullable<RoomPage['conversation']>

/** The live conversation of the room: the same thread as everywhere, read marks besides. */
export function RoomTalk({ talk, pair, me, blocked }: { talk: Talk; pair: RoomPage['pair']; me: number; blocked: readonly number[] }) {
  const t = useT('sessions', 'discussion')
  const [target, setTarget] = useState<ComposerTarget | null>(null)
  const [here, setHere] = useState<{ id: number; name: string }[]>([])
  const [said, setSaid] = useState('')
  const [sent, setSent] = useState<{ post: PostView; author: AuthorCard } | null>(null)
  const [reads, setReads] = useState(talk.reads)
  const [last, setLast] = useState(talk.lastNumber)
  const typingRef = useRef<() => void>(() => undefined)
  const { revalidate } = useRevalidator()
  useEffect(() => setReads(talk.reads), [talk.reads])
  // a session, a note or a step changed: what stands beside the conversation is read anew
  useEffect(() => whenLive(live => live.on<{ threadId: number }>('room', fact => { if (fact.threadId === talk.threadId) revalidate() })), [talk.threadId, revalidate])
  const base = roomPath(pair.id)
  const atEnd = talk.page === talk.pages
  const onSent = useCallback((made: { post: PostView; author: AuthorCard }) => {
    setSent(made)
    setLast(number => Math.max(number, made.post.number))
    if (!atEnd) location.assign(`${base}/${made.post.number}#p${made.post.number}`)
  }, [atEnd, base])
  const onRead = useCallback(({ personId, number, at }: { personId: number; number: number; at: number }) => {
    setLast(known => Math.max(known, number))
    setReads(known => known.map(one => (one.personId === personId && one.number < number ? { ...one, number, at } : one)))
  }, [])
  const others = here.filter(one => one.id !== me)
  const partner = pair.role === 'MENTOR' ? pair.learners : [pair.mentor]
  const to = partner.length === 1 && partner[0] ? t('room.writeTo', { name: partner[0].name }) : t('room.writeToAll')
  const pageHref = (page: number) => `${base}?halaman=${page}#percakapan`
  return (
    <section className="sec" id="percakapan">
      <div className="sech"><h2>{t('room.talk')}</h2>{others.length ? <span className="live">{t('room.here', { count: others.length, names: others.map(one => one.name).join(', ') })}</span> : null}</div>
      {talk.pages > 1 ? <Pagination label={t('room.pages')} word={t('ui:pages.word')} current={talk.page} total={talk.pages} hrefOf={pageHref} /> : null}
      <Thread
        threadId={talk.threadId} base={base} posts={talk.posts} authors={talk.authors} lastNumber={talk.lastNumber} accepted={null} firstUnread={talk.firstUnread} atEnd={atEnd} sent={sent} typingRef={typingRef}
        rights={{ me, reply: talk.can.reply, react: talk.can.react, accept: false, moderate: false, meToo: false, threadId: talk.threadId, locked: talk.locked, blocked: [...blocked], among: { report: `/mentoring/lapor?ruang=${pair.id}` } }}
        onAct={setTarget} onPresence={setHere} onAnnounce={setSaid} onRead={onRead}
      />
      {atEnd ? <ReadMarks reads={reads} lastNumber={last} /> : null}
      <div className="mt-4">
        {talk.can.reply ? <Composer key={talk.threadId} threadId={talk.threadId} draft={talk.draft} target={target} onTarget={setTarget} onSent={onSent} onHeld={() => setSaid(t('discussion:held.sent'))} onTyping={() => typingRef.current()} invitation={to} />
          : <NoteBar>{t(talk.can.silenced ? 'room.silenced' : 'room.closed')}</NoteBar>}
      </div>
      <p className="vh" role="status">{said}</p>
    </section>
  )
}
