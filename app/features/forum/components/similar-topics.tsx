import { useEffect, useState } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Field, TextInput } from '~/ui/field'
import type { SimilarTopic } from '../similar.server'

/** The title, and below it topics that may be the same. `similar` are those found when the form came back; with JavaScript they follow what is typed. */
export function TitleField({ value, similar, error }: { value: string; similar: readonly SimilarTopic[]; error: string[] | undefined }) {
  const t = useT('finding', 'forum')
  const [typed, setTyped] = useState('')
  const [topics, setTopics] = useState(similar)
  useEffect(() => {
    if (typed.trim().length < 8) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/forum/mirip?judul=${encodeURIComponent(typed)}`, { signal: stop.signal })
        .then(answer => (answer.ok ? answer.json() as Promise<{ topics: SimilarTopic[] }> : { topics: [] }))
        .then(found => setTopics(found.topics), () => undefined)
    }, 600)
    return () => { clearTimeout(timer); stop.abort() }
  }, [typed])
  return (
    <div>
      <Field label={t('forum:new.titleLabel')} hint={t('forum:new.titleHint')} error={error} name="title">
        <TextInput defaultValue={value} maxLength={150} autoComplete="off" onInput={event => setTyped(event.currentTarget.value)} />
      </Field>
      <div role="status">
        {topics.length ? (
          <div className="note sea mt-3">
            <p className="b">{t('similar.title')}</p>
            <ul>{topics.map(topic => <li key={topic.id}><a className="link" href={topic.url} target="_blank" rel="noreferrer">{topic.title}</a></li>)}</ul>
          </div>
        ) : null}
      </div>
    </div>
  )
}
