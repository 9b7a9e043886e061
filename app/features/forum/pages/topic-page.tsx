import { useRevalidator } from '@remix-run/react'
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react'
import { Composer, type ComposerTarget } from '~/features/discussion/components/composer'
import { Thread } from '~/features/discussion/components/thread'
import type { AuthorCard, PostView } from '~/features/discussion/views'
import { WatchMenu } from '~/features/notifications/components/watch-menu'
import type { WatchState } from '~/features/notifications/watches.queries.server'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Kind, NoteBar, State } from '~/ui/marks'
import { Breadcrumbs, Pagination } from '~/ui/navigation'
import { ActsMenu } from '../components/acts-menu'
import { ReadRail } from '../components/read-rail'
import { TopicActStates } from '../components/act-states'
import { AudienceWord, categoryName, KindState } from '../components/topic-row'
import { kindIcons } from '../kinds'
import type { MeetingView } from '../meetings-views'
import { categoryPath, tagPath, topicPagePath, topicPath } from '../paths'
import type { TopicPage as Props } from '../views'

// Fetched only by topics that have something of the kind; the server's HTML stands until then.
const TopicTop = lazy(() => import('../components/topic-extras').then(module => ({ default: module.TopicTop })))
const TopicPoll = lazy(() => import('../components/topic-extras').then(module => ({ default: module.TopicPoll })))
const MeetingPanel = lazy(() => import('../components/meeting-panel'))

/** A topic: title, its opening post, the accepted answer's line, the posts of one page, the composer. */
export function TopicPage({ page, me, watch, meeting, above }: { page: Props; me: number | null; watch: WatchState | null; meeting?: { view: MeetingView; clientKey: string }; above?: ReactNode }) {
  const t = useT('forum')
  const { locale } = useTongue()
  const { topic, accepted, read, can, more } = page
  const meToo = page.posts[0]?.number === 1 ? page.posts[0].meToo : undefined
  const [target, setTarget] = useState<ComposerTarget | null>(null)
  const [here, setHere] = useState<{ id: number; name: string; photo: string | null }[]>([])
  const [said, setSaid] = useState('')
  const [sent, setSent] = useState<{ post: PostView; author: AuthorCard } | null>(null)
  const { revalidate } = useRevalidator()
  const onHeld = useCallback(() => {
    setSaid(t('discussion:held.sent'))
    revalidate()
  }, [revalidate, t])
  const typingRef = useRef<() => void>(() => undefined)
  const base = topicPath(topic)
  const atEnd = page.page === page.pages
  const onSent = useCallback((made: { post: PostView; author: AuthorCard }) => {
    setSent(made)
    if (!atEnd) location.assign(`${base}/${made.post.number}#p${made.post.number}`)
  }, [atEnd, base])
  return (
    <>
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: categoryName(topic.category, locale), href: categoryPath(topic.category.slug) }]} />
      <h1 className="max-w-[34ch]">{topic.title}</h1>
      <div className="row mt-3 mb-2">
        <Kind icon={kindIcons[topic.kind]}>{t(`kind.${topic.kind}`)}</Kind>
        {accepted ? <State icon="circle-check" tone="leaf">{t('state.answered')}</State> : null}
        <KindState row={{ kind: topic.kind, official: more?.official[0]?.state, heard: topic.kind === 'QUESTION' || topic.kind === 'DISCUSSION' ? topic.heard : undefined, answered: accepted ? true : undefined, closesAt: topic.closesAt, meToo, meeting: meeting?.view }} />
        {topic.locked && !topic.closed ? <State icon="lock">{t('state.locked')}</State> : null}
        {topic.pinnedUntil ?? topic.slowMinutes ?? topic.unlisted ?? topic.publishAt ? <TopicActStates topic={topic} /> : null}
        <span className="xs faint nw"><AudienceWord audience={topic.audience} /></span>
        {topic.tags.map(tag => <a key={tag} className="tag" href={tagPath(tag)}>{tag}</a>)}
        <span className="sp" />
        {watch ? <WatchMenu watch={watch} back={topicPagePath(topic, page.page)} /> : null}
        {read?.firstUnread && read.firstUnread > 1 ? <a className="btn sm" href={`${base}/${read.firstUnread}#p${read.firstUnread}`}>{t('toUnread')}</a> : null}
        {can.reply && topic.answerable && !accepted ? <a className="btn q sm" href={`/utas/${topic.id}/undang`}><Icon name="user-plus" small />{t('invite')}</a> : null}
        {can.edit ? <a className="btn q sm" href={`/topik/${topic.id}/ubah`}><Icon name="pencil" small />{t('editTopic')}</a> : null}
        {can.poll ? <a className="btn q sm pc" href={`/topik/${topic.id}/jajak`}><Icon name="list-checks" small />{t('poll.add')}</a> : null}
        {topic.unlisted && can.list ? <form method="post" action={`/topik/${topic.id}/tampilkan`}><button className="btn q sm"><Icon name="eye" small />{t('act.seen')}</button></form> : null}
        {me === null && page.posts[0] ? <a className="btn q sm" href={`/pos/${page.posts[0].id}/bagikan`}>{t('discussion:act.share')}</a> : null}
        {topic.publishAt === undefined ? null : <a className="btn q sm" href="/forum/menunggu">{t('act.waiting')}</a>}
        {can.moderate && topic.publishAt === undefined ? <ActsMenu topic={topic} /> : null}
      </div>
      <div className="two rail-side">
        <div>
          {above}
          {meeting && page.page === 1 ? <Suspense fallback={null}><MeetingPanel meeting={meeting.view} clientKey={meeting.clientKey} here={here} /></Suspense> : null}
          {more && page.page === 1 ? <Suspense fallback={null}><TopicTop page={page} more={more} me={me} /></Suspense> : null}
          {more?.official[0] && page.page > 1 ? <NoteBar tone="official" href={base} className="mb-4">{t('official.by', { unit: more.official[0].unit })}: {t(`official.state.${more.official[0].state}`)}</NoteBar> : null}
          {page.page > 1 ? <Pagination label={t('pages')} word={t('ui:pages.word')} current={page.page} total={page.pages} hrefOf={number => topicPagePath(topic, number)} /> : null}
          <Thread
            threadId={topic.id} base={base} posts={page.posts} authors={page.authors} lastNumber={topic.lastNumber}
            accepted={accepted ? { number: accepted.number, byName: accepted.byName, at: accepted.at } : null}
            firstUnread={read?.firstUnread ?? null} atEnd={atEnd} sent={sent} held={page.held} typingRef={typingRef}
            rights={{ me, aliases: page.aliases, unmask: can.unmask, reply: can.reply, react: can.react, accept: can.accept, moderate: can.moderate, meToo: topic.kind === 'QUESTION', threadId: topic.id, locked: topic.locked, blocked: page.blocked }}
            afterFirst={<>
              {more?.poll ? <Suspense fallback={null}><TopicPoll page={page} more={more} me={me} /></Suspense> : null}
              {accepted ? <NoteBar tone="leaf" href={`${base}/${accepted.number}#p${accepted.number}`} className="mb-5">
                <State icon="circle-check" tone="leaf">{t('accepted')}</State> {t('acceptedAt')} <b>#{accepted.number}</b> {t('acceptedOf', { name: accepted.authorName })} “{accepted.excerpt}”
              </NoteBar> : null}
            </>}
            onAct={setTarget} onPresence={setHere} onAnnounce={setSaid}
          />
          <Pagination label={t('pages')} word={t('ui:pages.word')} current={page.page} total={page.pages} hrefOf={number => topicPagePath(topic, number)} />
          <div className="mt-6">
            {can.reply ? (
              <>{topic.slowMinutes ? <p className="sm muted mb-2"><Icon name="clock" small /> {t('act.slowNote', { count: topic.slowMinutes })}</p> : null}<Composer key={topic.id} threadId={topic.id} draft={page.draft} target={target} onTarget={setTarget} onSent={onSent} onHeld={onHeld} onTyping={() => typingRef.current()} voice={page.voice} mask={can.mask}
                invitation={t('replyInvitation', { name: page.authors[topic.authorId]?.name ?? topic.authorName })} /></>
            ) : topic.closed ? <NoteBar><Icon name="lock" small /> {t('consultation.closedNote')}</NoteBar>
              : topic.locked ? <NoteBar><Icon name="lock" small /> {t('lockedNote')}</NoteBar>
              : me === null ? (
                <NoteBar tone="sea"><p>{t('strangerNote')}</p>
                  <p className="row mt-3"><ButtonLink small look="primary" href={`/masuk?ke=${encodeURIComponent(base)}`}>{t('ui:shell.signIn')}</ButtonLink><ButtonLink small href="/daftar">{t('registerCitizen')}</ButtonLink></p>
                </NoteBar>
              ) : can.silenced ? <NoteBar>{t('ui:errors.reasons.silenced')} <a className="link" href="/banding">{t('discussion:deleted.appeal')}</a></NoteBar> : <NoteBar>{t(topic.repliers ? 'feedback.notAsked' : 'cannotReply')}</NoteBar>}
          </div>
        </div>
        <aside className="side full-h pc"><ReadRail page={page} here={here} /></aside>
      </div>
      <p className="vh" role="status">{said}</p>
    </>
  )
}
