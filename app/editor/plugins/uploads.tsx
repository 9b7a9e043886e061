import { $createLinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import { $createTextNode, $getRoot, $getSelection, $insertNodes, $isElementNode, $isRangeSelection, $nodesOfType, COMMAND_PRIORITY_LOW, createCommand, type LexicalCommand, type LexicalEditor } from 'lexical'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { $createUpload, ImageNode } from '../nodes/image-node'
import { uploadAddress } from '../tree/safe-url'
import { UploadsContext, type Upload, type UploadFile, type Uploaded, type Uploads } from './upload-context'

export const INSERT_FILES: LexicalCommand<File[]> = createCommand('INSERT_FILES')
let counter = 0

/** Takes files by paste, drop and button, shows them on their way and puts the finished ones in their place. */
export function UploadsProvider({ send, onBusy, children }: { send: UploadFile | undefined; onBusy?: ((waiting: number) => void) | undefined; children: ReactNode }) {
  const [editor] = useLexicalComposerContext()
  const t = useT('editor')
  const latest = useRef({ send, onBusy, t })
  latest.current = { send, onBusy, t }
  const store = useMemo(() => storeOf(editor, latest), [editor])

  useEffect(() => {
    if (!send) return
    const insert = (files: File[]): boolean => {
      for (const file of files) store.add(file)
      return files.length > 0
    }
    const off = [editor.registerCommand(DRAG_DROP_PASTE, insert, COMMAND_PRIORITY_LOW), editor.registerCommand(INSERT_FILES, insert, COMMAND_PRIORITY_LOW)]
    return () => { for (const stop of off) stop() }
  }, [editor, store, send])
  useEffect(() => () => { store.stop() }, [store])
  return <UploadsContext.Provider value={store}>{children}</UploadsContext.Provider>
}

type Latest = { current: { send: UploadFile | undefined; onBusy: ((waiting: number) => void) | undefined; t: (key: string) => string } }

function storeOf(editor: LexicalEditor, latest: Latest): Uploads & { add: (file: File) => void; stop: () => void } {
  const uploads = new Map<string, Upload>()
  const listeners = new Set<() => void>()
  const set = (id: string, change: Partial<Upload> | null): void => {
    const upload = uploads.get(id)
    if (!upload) return
    if (change) uploads.set(id, { ...upload, ...change })
    else uploads.delete(id)
    for (const listener of listeners) listener()
    latest.current.onBusy?.([...uploads.values()].filter(one => !one.failed).length)
  }
  const start = (id: string): void => {
    const upload = uploads.get(id)
    const { send, t } = latest.current
    if (!upload || !send) return
    const abort = new AbortController()
    set(id, { progress: 0, failed: null, abort })
    send(upload.file, progress => { if (!abort.signal.aborted) set(id, { progress: Math.min(1, Math.max(0, progress)) }) }, abort.signal).then(
      done => {
        if (!abort.signal.aborted) arrived(editor, id, done)
        set(id, null)
      },
      (error: unknown) => { if (!abort.signal.aborted) set(id, { failed: error instanceof Error && error.message ? error.message : t('upload.failed') }) },
    )
  }
  const cancel = (id: string): void => {
    uploads.get(id)?.abort.abort()
    set(id, null)
  }
  return {
    get: id => uploads.get(id),
    subscribe: listener => { listeners.add(listener); return () => { listeners.delete(listener) } },
    start, cancel,
    add: file => {
      const id = `${Date.now()}-${++counter}`
      uploads.set(id, { file, progress: 0, failed: null, abort: new AbortController() })
      editor.update(() => {
        if (!$isRangeSelection($getSelection())) $getRoot().selectEnd()
        $insertNodes([$createUpload(id, file.name)])
      }, { onUpdate: () => { start(id) } })
    },
    stop: () => { for (const { abort } of uploads.values()) abort.abort() },
  }
}

/** A picture takes its place; any other file becomes a link with its name. Undo goes past this step. */
function arrived(editor: LexicalEditor, id: string, file: Uploaded): void {
  editor.update(() => {
    for (const node of $nodesOfType(ImageNode)) {
      if (node.getUpload() !== id) continue
      if (file.mime.startsWith('image/')) {
        node.setImage({ slug: file.slug, alt: '', width: file.width ?? null, height: file.height ?? null })
        continue
      }
      const link = $createLinkNode(uploadAddress(file.slug)).append($createTextNode(file.name))
      const parent = node.getParent()
      node.replace(link)
      if ($isElementNode(parent) && parent.getLastChild()?.is(link)) link.insertAfter($createTextNode(' ')).selectNext()
    }
  }, { tag: 'history-merge' })
}
