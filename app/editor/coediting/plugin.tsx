import { CollaborationPlugin } from '@lexical/react/LexicalCollaborationPlugin'
import { LexicalCollaboration } from '@lexical/react/LexicalCollaborationContext'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import type { Doc } from 'yjs'
import { useCallback, useEffect, useRef } from 'react'
import type { SharedText } from '../shared-text'
import { ownProperties } from './plant'
import './carets.css'

/** Binds the editor to a shared text: words, carets with names, and undo of only one's own. */
export default function Shared({ text }: { text: SharedText }) {
  const [editor] = useLexicalComposerContext()
  const carets = useRef<HTMLDivElement>(null)
  const provider = useCallback((id: string, docs: Map<string, Doc>) => {
    docs.set(id, text.doc)
    return text.provider
  }, [text])
  useEffect(() => {
    let root: HTMLElement | null = null
    const redraw = (): void => { requestAnimationFrame(text.redraw) }
    const stop = editor.registerRootListener(next => {
      root?.removeEventListener('scroll', redraw)
      root = next
      root?.addEventListener('scroll', redraw, { passive: true })
    })
    window.addEventListener('resize', redraw)
    return () => {
      stop()
      window.removeEventListener('resize', redraw)
    }
  }, [editor, text])
  return (
    <LexicalCollaboration>
      <div className="ed-carets" aria-hidden ref={carets} />
      <CollaborationPlugin id={text.id} providerFactory={provider} shouldBootstrap={false} username={text.name} cursorColor={text.colour} cursorsContainerRef={carets} excludedProperties={ownProperties} selectionHighlight />
    </LexicalCollaboration>
  )
}
