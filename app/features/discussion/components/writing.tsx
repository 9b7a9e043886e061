import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { ComposerField, type ComposerFieldProps } from '~/editor/ComposerField'
import { useT } from '~/platform/i18n/i18n'
import { useFullScreen } from '~/ui/use-full-screen'
import { searchPeople, uploadWith } from './composer-doors'
import { DraftLine } from './draft-line'
import { FullHead } from './full-head'
import { useDraft } from './use-draft'

/** A labelled editor inside an ordinary form: topic, reply page, edit. Keeps a draft of the whole form where `place` is given. */
export function Writing({ place, label, hint, error, placeholder, initialDoc, initialMarkdown, threadId, draftAt, draftTitle, draftFields, boxes, shared, below }: {
  place: string
  label: string
  hint?: string
  error?: string[]
  placeholder: string
  initialDoc: unknown
  initialMarkdown: string
  threadId: number | null
  draftAt: number | null
  /** the other things typed in the form, read when a draft is kept */
  draftTitle?: () => string
  draftFields?: () => Record<string, string>
  /** callouts and folded parts are offered */
  boxes?: boolean
  /** for a text several write at once */
  shared?: ComposerFieldProps['shared']
  below?: ReactNode
}) {
  const t = useT('discussion', 'ui', 'http', 'uploads')
  const upload = useMemo(() => uploadWith(t), [t])
  const { state, change, drop } = useDraft(place, draftAt)
  const box = useRef<HTMLDivElement>(null)
  const { full, leave } = useFullScreen(box)
  const written = useRef({ doc: '', markdown: initialMarkdown })
  useEffect(() => {
    const form = box.current?.closest('form')
    const keep = () => change({ ...written.current, ...(draftTitle ? { title: draftTitle() } : {}), ...(draftFields ? { fields: draftFields() } : {}) })
    form?.addEventListener('input', keep)
    form?.addEventListener('submit', drop)
    return () => {
      form?.removeEventListener('input', keep)
      form?.removeEventListener('submit', drop)
    }
  }, [change, drop, draftFields, draftTitle])
  return (
    <div ref={box}>
      {full ? <FullHead title={label} leave={leave} /> : null}
      <div className={error?.length ? 'field bad' : 'field'} id="f-markdown" tabIndex={-1}>
        <span className="lab">{label}</span>
        {hint ? <span className="hint">{hint}</span> : null}
        <ComposerField
          namespace={place} label={label} placeholder={placeholder} error={error?.[0]} rows={8} autoOpen
          defaultDoc={(initialDoc ?? undefined) as object | string | undefined} defaultMarkdown={initialMarkdown}
          onSubmit={() => box.current?.closest('form')?.requestSubmit()}
          onChange={value => {
            written.current = { doc: value.doc, markdown: value.markdown }
            if (value.untouched) return
            change({ doc: value.doc, markdown: value.markdown, ...(draftTitle ? { title: draftTitle() } : {}), ...(draftFields ? { fields: draftFields() } : {}) })
          }}
          boxes={boxes} {...(shared ? { shared } : {})} uploadFile={upload} searchPeople={query => searchPeople(query, threadId)}
        />
      </div>
      {below}
      <DraftLine draft={state} />
    </div>
  )
}
