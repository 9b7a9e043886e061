import { $createLinkNode, $isLinkNode, $toggleLink } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $findMatchingParent } from '@lexical/utils'
import { $createTextNode, $getSelection, $isRangeSelection, $setSelection, type BaseSelection } from 'lexical'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { typedUrl } from '../tree/safe-url'

/** The address of a link, in the flow under the text; Enter takes it, Esc leaves everything as it was. */
export function LinkField({ close }: { close: () => void }) {
  const [editor] = useLexicalComposerContext()
  const t = useT('editor')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const [existing, setExisting] = useState(false)
  const kept = useRef<BaseSelection | null>(null)

  useEffect(() => {
    const url = editor.getEditorState().read(() => {
      const selection = $getSelection()
      kept.current = selection?.clone() ?? null
      const node = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null
      return node ? node.getURL() : ''
    })
    setExisting(url !== '')
    if (!field.current) return
    field.current.value = url
    field.current.focus()
    field.current.select()
  }, [editor])

  const finish = (url: string | null): void => {
    editor.update(() => {
      if (kept.current) $setSelection(kept.current.clone())
      const selection = $getSelection()
      const inLink = $isRangeSelection(selection) && $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null
      if (url && $isRangeSelection(selection) && selection.isCollapsed() && !inLink) selection.insertNodes([$createLinkNode(url).append($createTextNode(url.replace(/^mailto:|^tel:/, '')))])
      else $toggleLink(url)
    })
    close()
    editor.focus()
  }
  const save = (): void => {
    const url = typedUrl(field.current?.value ?? '')
    if (url) finish(url)
    else setWrong(true)
  }
  const cancel = (): void => {
    editor.update(() => { if (kept.current) $setSelection(kept.current.clone()) })
    close()
    editor.focus()
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.target.click()
    else if (event.key === 'Enter') save()
    else cancel()
  }
  return (
    <div className="ed-link" role="group" aria-label={t('link.title')} onKeyDown={keys}>
      <label htmlFor={id}>{t('link.label')}</label>
      <input ref={field} id={id} className="in" type="text" inputMode="url" autoComplete="off" placeholder="https://" aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}e` : undefined} onChange={() => { setWrong(false) }} />
      <button type="button" className="btn sm" onClick={save}>{t('link.save')}</button>
      {existing && <button type="button" className="btn q sm" onClick={() => { finish(null) }}>{t('link.remove')}</button>}
      <button type="button" className="btn q sm" onClick={cancel}>{t('cancel')}</button>
      {wrong && <p className="err" id={`${id}e`} role="alert">{t('link.wrong')}</p>}
    </div>
  )
}
