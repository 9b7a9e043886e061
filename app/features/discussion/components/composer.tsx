import { useCallback, useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react'
import { ComposerField, type EditorHandle } from '~/editor/ComposerField'
import { useT } from '~/platform/i18n/i18n'
import { reasonKey } from '~/platform/i18n/reasons'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { useFullScreen } from '~/ui/use-full-screen'
import type { DraftView, PostView, AuthorCard } from '../views'
import { DraftLine } from './draft-line'
import { FullHead } from './full-head'
import { MaskSwitch } from './mask-switch'
import { VoiceSwitch } from './voice-switch'
import { searchPeople, uploadWith } from './composer-doors'
import { localDraft, useDraft } from './use-draft'

/** What the reader pressed on a post: answer it, or answer quoting it. */
export interface ComposerTarget {
  number: number
  name: string
  quote: string | null
}

export interface ComposerProps {
  threadId: number
  /** to whom, in the closed line */
  invitation: string
  draft: DraftView | null
  target: ComposerTarget | null
  onTarget: (target: ComposerTarget | null) => void
  onSent: (made: { post: PostView; author: AuthorCard }) => void
  /** what was sent waits for a moderator */
  onHeld: () => void
  onTyping: () => void
  /** the unit the writer may speak for here, if they say so */
  voice?: { unitId: number; unit: string } | null
  /** may be sent under a name of the topic */
  mask?: boolean | undefined
}

type Sending = { state: 'idle' } | { state: 'sending' } | { state: 'failed'; words: string; retry: boolean }

const newKey = () => (crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random().toString(36).slice(2)}`)

/** The reply box below a thread. Without JavaScript its form leads to the same door by `/utas/:id/balas`. */
export function Composer({ threadId, invitation, draft, target, onTarget, onSent, onHeld, onTyping, voice, mask }: ComposerProps) {
  const t = useT('discussion', 'ui', 'http', 'uploads')
  const place = `thread:${threadId}`
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  // made on the server too, so that the form works before the page lives and without JavaScript
  const [key, setKey] = useState(newKey)
  const { state: draftState, change, drop } = useDraft(place, draft?.updatedAt ?? null)
  const upload = useMemo(() => uploadWith(t), [t])
  const written = useRef<{ doc: string; markdown: string }>({ doc: '', markdown: draft?.markdown ?? '' })
  const editor = useRef<EditorHandle | null>(null)
  const waiting = useRef<ComposerTarget | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const headId = useId()
  const speaks = useRef<HTMLInputElement>(null)
  const { full, leave } = useFullScreen(form)
  const masks = useRef<HTMLInputElement>(null)
  /** what the field begins with; another `turn` makes a fresh field */
  const [start, setStart] = useState<{ turn: number; doc: unknown; markdown: string; open: boolean }>({ turn: 0, doc: draft?.doc ?? null, markdown: draft?.markdown ?? '', open: Boolean(draft?.doc) })

  useEffect(() => {
    setKey(newKey())
    const local = localDraft(place)
    if (local && local.at > (draft?.updatedAt ?? 0)) {
      setStart({ turn: 1, doc: local.doc || null, markdown: local.markdown, open: true })
      written.current = local
      change(local)
    }
    // once, when the page has come alive
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place])

  const quote = useCallback((asked: ComposerTarget) => {
    if (asked.quote !== null) editor.current?.insertQuote({ threadId, number: asked.number, name: asked.name, text: asked.quote })
    editor.current?.focus()
  }, [threadId])
  const attach = useCallback((handle: EditorHandle | null) => {
    editor.current = handle
    if (handle && waiting.current) {
      quote(waiting.current)
      waiting.current = null
    }
  }, [quote])
  useEffect(() => {
    if (!target) return
    if (editor.current) quote(target)
    else {
      waiting.current = target
      form.current?.querySelector('textarea')?.focus()
    }
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [target, quote])

  const send = useCallback(async () => {
    const content = written.current
    if (sending.state === 'sending') return
    if (!content.doc && !content.markdown.trim()) {
      setSending({ state: 'failed', words: t('composer.empty'), retry: false })
      editor.current?.focus()
      return
    }
    setSending({ state: 'sending' })
    try {
      const answer = await fetch(`/utas/${threadId}/pos`, {
        method: 'POST', headers: { Accept: 'application/json' },
        body: new URLSearchParams({ doc: content.doc, markdown: content.markdown, clientKey: key, ...(masks.current?.checked ? { samaran: '1' } : {}), ...(speaks.current?.checked ? { voice: speaks.current.value } : {}), ...(target ? { ke: String(target.number) } : {}) }),
      })
      if (answer.ok) {
        const made = (await answer.json()) as { post: PostView; author: AuthorCard } | { held: true }
        drop()
        written.current = { doc: '', markdown: '' }
        setStart(now => ({ turn: now.turn + 1, doc: null, markdown: '', open: false }))
        onTarget(null)
        setKey(newKey())
        setSending({ state: 'idle' })
        await leave()
        if ('held' in made) onHeld()
        else onSent(made)
        return
      }
      const body = (await answer.json().catch(() => ({}))) as { code?: string; reason?: string; words?: string[] }
      const words = answer.status === 401 ? t('composer.expired')
        : body.words?.[0] ?? (answer.status === 429 ? t('http:errors.tooMany') : null) ?? (body.reason && body.reason !== 'generic' ? t(reasonKey(body.reason)) : t('composer.failed'))
      setSending({ state: 'failed', words, retry: answer.status >= 500 })
    } catch {
      setSending({ state: 'failed', words: t('composer.offline'), retry: true })
    }
  }, [drop, key, leave, onHeld, onSent, onTarget, sending.state, t, target, threadId])

  useEffect(() => {
    if (sending.state !== 'failed' || !sending.retry) return
    const again = () => void send()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [send, sending])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }

  return (
    <form ref={form} id="balas" method="post" action={`/utas/${threadId}/balas`} onSubmit={onSubmit} aria-labelledby={headId}>
      <h2 className="vh" id={headId}>{t('composer.title')}</h2>
      <input type="hidden" name="clientKey" value={key} readOnly suppressHydrationWarning />
      {target ? <input type="hidden" name="ke" value={target.number} readOnly /> : null}
      {full ? <FullHead leave={leave} /> : null}
      <ComposerField
        key={start.turn} handle={attach} namespace={place} label={t('composer.label')} placeholder={invitation} autoOpen={start.open}
        defaultDoc={(start.doc ?? undefined) as object | string | undefined} defaultMarkdown={start.markdown}
        head={target ? (
          <p className="to"><Icon name="reply" small />{t('composer.to', { name: target.name, number: target.number })}
            <button type="button" className="link ml-auto" onClick={() => onTarget(null)}>{t('composer.toTopic')}</button></p>
        ) : undefined}
        actions={<>
          <DraftLine draft={draftState} />
          <Button look="primary" icon="send-horizontal" small working={sending.state === 'sending'} workingLabel={t('composer.sending')}>
            {sending.state === 'failed' && sending.retry ? t('composer.retry') : t('composer.send')}
          </Button>
        </>}
        onSubmit={() => void send()} onEscape={() => (document.activeElement as HTMLElement | null)?.blur()}
        onChange={value => {
          const had = written.current.doc || written.current.markdown
          written.current = { doc: value.doc, markdown: value.markdown }
          if (value.isEmpty && !had) return
          change({ doc: value.doc, markdown: value.markdown })
          onTyping()
        }}
        uploadFile={upload} searchPeople={query => searchPeople(query, threadId)}
      />
      {voice ? <VoiceSwitch voice={voice} input={speaks} /> : null}
      {mask ? <MaskSwitch input={masks} /> : null}
      {sending.state === 'failed' ? (
        <p className="err mt-2" role="alert"><Icon name="circle-alert" small />{sending.words}{sending.words === t('composer.expired') ? <> <a className="link" href="/masuk" target="_blank" rel="noreferrer">{t('ui:shell.signIn')}</a></> : null}</p>
      ) : null}
    </form>
  )
}
