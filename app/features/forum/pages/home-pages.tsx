import type { ReactNode } from 'react'
import { draftPath } from '~/features/discussion/draft-path'
import type { DraftRow } from '~/features/discussion/views'
import { formatAgo, formatTime, hourOf } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { KeptPart } from '~/ui/kept-part'
import { EmptyState, NoteBar } from '~/ui/marks'
import { SongketBand } from '~/ui/mark'
import { TopicRows, categoryName } from '../components/topic-row'
import { categoryPath, topicPath } from '../paths'
import type { CategoryView, TopicList } from '../views'

/** What this is, live public threads, search, and how to take part. */
export function StrangerHome({ categories, latest, city }: { categories: readonly CategoryView[]; latest: TopicList; city: string }) {
  const t = useT('forum', 'home')
  const { now, locale } = useTongue()
  const today = latest.rows.filter(row => now - row.at < 86_400_000).length
  return (
    <>
      <div className="wrap hero">
        <div>
          <h1>{t('home:promise')}</h1>
          <p className="lede mt-4">{t('home:lede', { city })}</p>
        </div>
        <form action="/cari" role="search">
          <Field label={t('home:searchLabel')} id="cari-beranda">
            <div className="flex gap-2"><TextInput type="search" name="q" placeholder={t('home:searchExample')} /><Button look="primary">{t('home:searchButton')}</Button></div>
          </Field>
          <p className="sm faint mt-2">{t('home:often')} {t('home:oftenList').split('|').map((words, index) => (
            <span key={words}>{index ? ', ' : ''}<a className="link" href={`/cari?q=${encodeURIComponent(words)}`}>{words}</a></span>
          ))}</p>
        </form>
      </div>
      <SongketBand />
      <div className="wrap two mt-9">
        <section aria-labelledby="bicara">
          <div className="sech">
            <h2 id="bicara">{t('home:talked')}</h2>
            {today ? <span className="live">{t('home:activeToday', { count: today })}</span> : null}
          </div>
          <TopicRows {...latest} />
          <p className="mt-4"><a className="link sm" href="/forum">{t('home:allPublic')}</a></p>
        </section>
        <KeptPart as="aside" className="side" part="stranger-side" of={categories} inside={() => <>
          <section>
            <h2>{t('home:how')}</h2>
            <div className="stack sm muted">
              <p><b>{t('home:how1')}</b> {t('home:how1b')}</p>
              <p><b>{t('home:how2')}</b> {t('home:how2b')}</p>
              <p><b>{t('home:how3')}</b> {t('home:how3b')}</p>
            </div>
            <p className="mt-4"><ButtonLink wide look="primary" href="/daftar">{t('registerCitizen')}</ButtonLink></p>
            <p className="sm mt-2"><a className="link" href="/masuk">{t('home:signInAsn')}</a> · <a className="link" href="/daftar/mitra">{t('home:registerPartner')}</a></p>
          </section>
          <section>
            <h2>{t('home:rooms')}</h2>
            <ul className="plain sm">{categories.map(category => <li key={category.id}><a className="b" href={categoryPath(category.slug)}>{categoryName(category, locale)}</a><div className="faint">{(locale === 'en' && category.descriptionEn) || category.description}</div></li>)}</ul>
          </section>
        </>} />
      </div>
    </>
  )
}

function greeting(now: number, timeZone: string): 'morning' | 'noon' | 'afternoon' | 'night' {
  const hour = hourOf(now, timeZone)
  return hour < 4 ? 'night' : hour < 11 ? 'morning' : hour < 15 ? 'noon' : hour < 18 ? 'afternoon' : 'night'
}

/** What is new for me. */
export function MemberHome({ name, unread, latest, drafts, now, forYou, notices, running }: {
  name: string; unread: TopicList; latest: TopicList; drafts: DraftRow[]; now: number; forYou: ReactNode; notices: { groups: unknown[] }; running: { id: number; slug: string; title: string; endsAt: number }[]
}) {
  const t = useT('forum', 'home')
  const tongue = useTongue()
  const count = unread.rows.length
  return (
    <div className="wrap pt-9 max-md:pt-5">
      <div className="pagehead">
        <div><h1>{t(`home:${greeting(now, tongue.timeZone)}`, { name })}</h1><p>{t('home:since', { count })}</p></div>
        <ButtonLink look="primary" icon="pen-line" href="/forum/tulis">{t('write')}</ButtonLink>
      </div>
      {running.map(one => <NoteBar key={one.id} tone="sea" className="mb-4" href={topicPath(one)}><span className="live">{t('meeting.now')}</span> <b>{one.title}</b> · {t('meeting.until', { time: formatTime(one.endsAt, tongue) })}</NoteBar>)}
      <div className="two">
        <div>
          <section aria-labelledby="untuk">
            <div className="sech"><h2 id="untuk">{t('home:forYou')}</h2></div>
            {notices.groups.length ? forYou : <p className="muted sm">{t('home:forYouEmpty')}</p>}
          </section>
          <section className="sec" aria-labelledby="baru">
            <div className="sech"><h2 id="baru">{t('home:unread')}</h2>{count ? <a className="link sm" href="/forum/belum-dibaca">{t('allUnread')}</a> : null}</div>
            {count ? <TopicRows {...unread} /> : <EmptyState heading="h3" title={t('empty.unread')}>{t('empty.unreadText')}</EmptyState>}
          </section>
          <section className="sec" aria-labelledby="terbaru">
            <div className="sech"><h2 id="terbaru">{t('home:latest')}</h2><a className="link sm" href="/forum">{t('allTopics')}</a></div>
            <TopicRows {...latest} />
          </section>
        </div>
        <aside className="side">
          <section>
            <h2>{t('home:drafts')}</h2>
            {drafts.length ? (
              <ul className="plain sm">{drafts.map(draft => <li key={draft.place}><a href={draftPath(draft.place)}>{draft.title || draft.excerpt}</a><div className="faint">{formatAgo(draft.updatedAt, tongue)}</div></li>)}</ul>
            ) : <p className="sm muted">{t('home:noDrafts')}</p>}
            {drafts.length ? <p className="sm mt-2"><a className="link" href="/draf">{t('ui:acts.seeAll')}</a></p> : null}
          </section>
        </aside>
      </div>
    </div>
  )
}
