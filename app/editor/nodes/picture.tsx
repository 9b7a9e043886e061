import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey, SKIP_DOM_SELECTION_TAG, type NodeKey } from 'lexical'
import { useId, type KeyboardEvent } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { useUpload } from '../plugins/upload-context'
import { uploadAddress } from '../tree/safe-url'

export interface ImageData { slug: string; alt: string; width: number | null; height: number | null }

/** A picture with its alternative text under it, or the progress of a file on its way. */
export function Picture({ nodeKey, image, upload, $describe }: { nodeKey: NodeKey; image: ImageData; upload: string | null; $describe: (alt: string) => void }) {
  const [editor] = useLexicalComposerContext()
  const [selected] = useLexicalNodeSelection(nodeKey)
  const t = useT('editor')
  const id = useId()
  const remove = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      node?.selectPrevious()
      node?.remove()
    })
    editor.focus()
  }
  if (upload) return <Arriving upload={upload} name={image.alt} remove={remove} />
  if (!image.slug) return <Elsewhere name={image.alt} remove={remove} />
  const describe = (alt: string): void => { editor.update(() => { $describe(alt) }, { tag: SKIP_DOM_SELECTION_TAG }) }
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    // Lexical leaves the caret alone while one of its inputs has it
    editor.getRootElement()?.focus()
    editor.update(() => { $getNodeByKey(nodeKey)?.selectNext() })
    editor.focus()
  }
  return (
    <span className={selected ? 'ed-figure on' : 'ed-figure'}>
      <img src={uploadAddress(image.slug)} alt={image.alt} {...(image.width && image.height ? { width: image.width, height: image.height } : {})} draggable={false} />
      <span className="ed-alt">
        <label className="vh" htmlFor={id}>{t('picture.alt')}</label>
        <input id={id} defaultValue={image.alt} maxLength={500} placeholder={t('picture.altHint')} autoComplete="off" onChange={event => { describe(event.target.value) }} onKeyDown={leave} />
        <button type="button" className="ib s" aria-label={t('picture.remove')} onClick={remove}><Icon name="trash-2" small /></button>
      </span>
    </span>
  )
}

/** A file that somebody else brings into a shared text, from a page of theirs. */
function Elsewhere({ name, remove }: { name: string; remove: () => void }) {
  const t = useT('editor')
  return (
    <span className="ed-arriving">
      <span className="ed-name">{name}</span>
      <progress aria-label={t('upload.progress', { name })} />
      <button type="button" className="ib s" aria-label={t('picture.remove')} onClick={remove}><Icon name="x" small /></button>
    </span>
  )
}

function Arriving({ upload, name, remove }: { upload: string; name: string; remove: () => void }) {
  const t = useT('editor')
  const { progress, failed, retry, cancel } = useUpload(upload)
  const percent = Math.round(progress * 100)
  return (
    <span className="ed-arriving">
      <span className="ed-name">{name}</span>
      {failed
        ? <span className="ed-failed" role="alert">{failed}</span>
        : <progress value={percent} max={100} aria-label={t('upload.progress', { name })}>{percent} %</progress>}
      {failed && <button type="button" className="btn sm" onClick={retry}>{t('upload.retry')}</button>}
      <button type="button" className="ib s" aria-label={t('upload.cancel', { name })} onClick={() => { cancel(); remove() }}><Icon name="x" small /></button>
    </span>
  )
}
