import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { flushSync } from 'react-dom'
import { useT } from '~/platform/i18n/i18n'
import type { EditorProps } from './Editor'
import type { SharedText } from './shared-text'
import type { EditorHandle } from './plugins/handle'
import type { SearchPeople } from './plugins/mentions'
import type { UploadFile } from './plugins/upload-context'

export type { SharedText } from './shared-text'
export type { EditorHandle } from './plugins/handle'
export type { FoundPerson, SearchPeople } from './plugins/mentions'
export type { Uploaded, UploadFile } from './plugins/upload-context'

export interface ComposerFieldProps {
  namespace: string
  label: string
  placeholder: string
  /** what stands in the text area without JavaScript; give `markdownFromDoc(doc)` beside a `doc` */
  defaultMarkdown?: string | undefined
  /** the stored tree, when there is one: the rich editor begins with it unless the text area was changed */
  defaultDoc?: object | string | undefined
  /** the sentence beside the field, already translated */
  error?: string | undefined
  /** open the rich editor as soon as the page lives, without waiting for the text area to be entered */
  autoOpen?: boolean | undefined
  autoFocus?: boolean | undefined
  rows?: number | undefined
  /** a line above the text: whom it answers */
  head?: ReactNode
  /** draft state and the button that sends */
  actions?: ReactNode
  /** `untouched`: what the editor began with, and nobody has typed yet */
  onChange?: ((value: { doc: string; markdown: string; isEmpty: boolean; untouched?: boolean }) => void) | undefined
  /** without it Ctrl+Enter submits the form around */
  onSubmit?: (() => void) | undefined
  onEscape?: (() => void) | undefined
  onBusy?: ((waiting: number) => void) | undefined
  uploadFile?: UploadFile | undefined
  searchPeople?: SearchPeople | undefined
  /** offers callouts and folded parts: for texts that are read as pages */
  boxes?: boolean | undefined
  handle?: Ref<EditorHandle> | undefined
  /** brings the text over that is written together with others; null: one writes alone, as ever */
  shared?: (() => Promise<SharedText | null>) | undefined
}

interface Begin { shared?: EditorProps['shared']; doc: object | string | undefined; focus: boolean; untouched: boolean }
let loading: Promise<ComponentType<EditorProps>> | null = null
/** Fetches the editor's script once; a failed fetch is tried again at the next call. */
const load = (): Promise<ComponentType<EditorProps>> => (loading ??= import('./Editor').then(module => module.default, (error: unknown) => {
  loading = null
  throw error
}))

/** The text of several, brought over before the editor shows it. What was typed into the text area already is one's own and stays so. */
async function bring(shared: () => Promise<SharedText | null>, loading: Promise<unknown>, untouched: boolean, wait: (waiting: boolean) => void): Promise<EditorProps['shared']> {
  if (!untouched) return undefined
  wait(true)
  try {
    const [text, Binding] = await Promise.all([shared(), import('./coediting/plugin').then(module => module.default), loading])
    return text ? { text, Binding } : undefined
  } catch {
    return undefined
  } finally {
    wait(false)
  }
}

/**
 * A field for rich text that is a plain text area first: `markdown` is what it sends without JavaScript. Once the page lives and the writer
 * enters it, the rich editor takes its place and its words, and `doc` is sent as well. `contentFromForm` reads both.
 */
export function ComposerField(props: ComposerFieldProps) {
  const t = useT('editor')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const hidden = useRef<HTMLInputElement | null>(null)
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null)
  const [begin, setBegin] = useState<Begin | null>(null)
  const alive = useRef(true)
  const { defaultDoc, defaultMarkdown = '', autoOpen, autoFocus, onChange, shared } = props
  const [waiting, setWaiting] = useState(false)
  const opening = useRef(false)

  const open = useCallback(async () => {
    if (opening.current) return
    opening.current = true
    try {
      const loading = load()
      const together = shared ? await bring(shared, loading, area.current?.value === defaultMarkdown.replace(/\r\n?/g, '\n'), setWaiting) : undefined
      const loaded = await loading
      const read = area.current?.value ? (await import('./tree/from-markdown')).fromTyping : null
      const typed = area.current
      if (!alive.current || !typed) return
      const untouched = typed.value === defaultMarkdown.replace(/\r\n?/g, '\n')
      // in one step: a letter typed between the reading and the change of hands would be lost
      flushSync(() => {
        setBegin({ shared: together, doc: untouched && defaultDoc ? defaultDoc : read?.(typed.value), focus: typed === document.activeElement, untouched })
        setEditor(() => loaded)
      })
    } catch {
      // without the script the text area stays and does its work
    } finally {
      opening.current = false
    }
  }, [defaultDoc, defaultMarkdown, shared])

  useEffect(() => {
    alive.current = true
    if (autoFocus) area.current?.focus()
    if (autoOpen || autoFocus || area.current === document.activeElement || (area.current && area.current.value !== defaultMarkdown)) void open()
    return () => { alive.current = false }
    // once, when the page comes to life
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  // what is asked of the editor before it is there waits for it
  const inner = useRef<EditorHandle | null>(null)
  const asked = useRef<((editor: EditorHandle) => void)[]>([])
  const arrive = useCallback((editor: EditorHandle | null) => {
    inner.current = editor
    if (editor) for (const ask of asked.current.splice(0)) ask(editor)
  }, [])
  useImperativeHandle(props.handle, () => {
    const ask = (what: (editor: EditorHandle) => void): void => {
      if (inner.current) return what(inner.current)
      asked.current.push(what)
      void open()
    }
    return {
      insertQuote: quote => { ask(editor => { editor.insertQuote(quote) }) },
      focus: () => { if (!inner.current) area.current?.focus(); ask(editor => { editor.focus() }) },
      clear: () => { if (inner.current) inner.current.clear(); else if (area.current) area.current.value = '' },
      setDoc: doc => { ask(editor => { editor.setDoc(doc) }) },
    }
  }, [open])

  const first = typeof begin?.doc === 'object' ? JSON.stringify(begin.doc) : (begin?.doc ?? '')
  // by hand, not by `defaultValue`: a hidden field has one value only, and React would write the first one back with every render
  const fill = useCallback((field: HTMLInputElement | null) => {
    hidden.current = field
    if (field) field.value = first
  }, [first])

  const send = (): void => {
    if (props.onSubmit) props.onSubmit()
    else (hidden.current ?? area.current)?.form?.requestSubmit()
  }
  const changed = (docJson: string, isEmpty: boolean, begun: boolean): void => {
    if (hidden.current) hidden.current.value = isEmpty ? '' : docJson
    onChange?.({ doc: isEmpty ? '' : docJson, markdown: '', isEmpty, untouched: begun && begin?.untouched === true })
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') props.onEscape?.()
  }
  const describedBy = [props.error ? `${id}e` : '', Editor ? '' : `${id}h`].filter(part => part !== '').join(' ')
  return (
    <>
      {props.error && <p className="err" id={`${id}e`} role="alert">{props.error}</p>}
      <div className={props.error ? 'comp ed-comp bad' : 'comp ed-comp'} onPointerEnter={() => { if (!Editor) load().catch(() => undefined) }}>
        {props.head}
        {Editor && begin
          ? (
            <>
              {/* filled from the first moment: who sends while the editor wakes loses nothing */}
              <input type="hidden" name="doc" ref={fill} />
              <Editor
                namespace={props.namespace} initialDoc={begin.doc} autoFocus={begin.focus} label={props.label} placeholder={props.placeholder}
                describedBy={describedBy || undefined} invalid={props.error !== undefined} onChange={changed} onSubmit={send} onEscape={props.onEscape} onBusy={props.onBusy}
                uploadFile={props.uploadFile} searchPeople={props.searchPeople} boxes={props.boxes} handle={arrive} shared={begin.shared}
              />
            </>
          )
          : (
            <>
              <label className="vh" htmlFor={id}>{props.label}</label>
              <textarea
                id={id} ref={area} name="markdown" className="tx" rows={props.rows ?? 4} defaultValue={defaultMarkdown} placeholder={props.placeholder} maxLength={131_072}
                aria-describedby={describedBy} aria-invalid={props.error !== undefined || undefined} readOnly={waiting} aria-busy={waiting || undefined} onFocus={() => { void open() }} onKeyDown={keys}
                onChange={event => { onChange?.({ doc: '', markdown: event.target.value, isEmpty: event.target.value.trim() === '' }) }}
              />
            </>
          )}
        {(!Editor || props.actions) && (
          <div className="bar ed-end">
            {!Editor && <span className="draft" id={`${id}h`}>{t('markdownHint')}{props.boxes && <> {t('markdownBoxes')}</>}</span>}
            <span className="sp" />
            {props.actions}
          </div>
        )}
      </div>
    </>
  )
}
