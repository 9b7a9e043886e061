import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useListLive } from '~/features/forum/live/use-list-live'
import { useT } from '~/platform/i18n/i18n'
import type { TopicRow } from '../views'

/** Counts move in place; order never jumps: a line on top says that there is something new. */
export function ListNews({ rows, categoryId }: { rows: TopicRow[]; audiences?: string[] | null; categoryId: number | null }) {
  const t = useT('forum')
  const revalidator = useRevalidator()
  const [news, setNews] = useState<ReadonlySet<number>>(new Set())
  useListLive(hint => {
    if (categoryId !== null && hint.categoryId !== categoryId) return
    const row = rows.find(one => one.id === hint.topicId)
    if (row && row.lastNumber >= hint.lastNumber) return
    setNews(known => new Set([...known, hint.topicId]))
  })
  if (!news.size) return null
  return (
    <p className="note sea mt-3" role="status">
      <a className="link" href="" data-reload="" onClick={event => { event.preventDefault(); setNews(new Set()); revalidator.revalidate() }}>{t('listNews', { count: news.size })}</a>
    </p>
  )
}
