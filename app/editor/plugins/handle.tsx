import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isRootNode, CLEAR_HISTORY_COMMAND, COLLABORATION_TAG, type LexicalEditor } from 'lexical'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { $createPostQuote } from '../nodes/quote-node'
import { cleanText, isVisible } from '../tree/clean-text'

export interface QuoteOf { name: string; number: number; threadId: number; text: string }
export interface EditorHandle {
  /** puts a quotation with its source after the block of the caret and the caret below it */
  insertQuote: (quote: QuoteOf) => void
  focus: () => void
  clear: () => void
  /** replaces everything; the tree as an object or as JSON */
  setDoc: (doc: object | string) => void
}

const nothing = '{"root":{"type":"root","version":1,"children":[{"type":"paragraph","version":1,"children":[]}]}}'

/** The tree to begin with, in the form Lexical reads; a tree without blocks becomes one empty paragraph. */
export function startOf(doc: object | string | undefined): string {
  const tree = doc ? (typeof doc === 'string' ? doc : JSON.stringify(doc)) : nothing
  return /^\{"root":\{"type":"root","version":1,"children":\[\]\}\}$/.test(tree) ? nothing : tree
}

/** The tree as the form sends it: files still on their way are left out. */
export function storable(editor: LexicalEditor): { json: string; isEmpty: boolean } {
  const json = JSON.stringify(editor.getEditorState(), (_, value: unknown) => (Array.isArray(value) ? value.filter(one => !isArriving(one)) : value))
  const words = editor.getEditorState().read(() => $getRoot().getTextContent())
  return { json, isEmpty: !isVisible(words) && !json.includes('"type":"image"') }
}

const isArriving = (one: unknown): boolean => typeof one === 'object' && one !== null && 'type' in one && one.type === 'image' && 'slug' in one && one.slug === ''

export function Handle({ handle, onChange, autoFocus }: { handle: Ref<EditorHandle> | undefined; onChange: (docJson: string, isEmpty: boolean, begun: boolean) => void; autoFocus: boolean }) {
  const [editor] = useLexicalComposerContext()
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    const start = storable(editor).json
    let begun = true
    const tell = (byOthers = false): void => {
      const { json, isEmpty } = storable(editor)
      // the editor puts its nodes in order by itself at first; nobody typed that. Neither did this writer type what came from others
      begun &&= byOthers || json === start
      latest.current(json, isEmpty, begun)
    }
    tell()
    return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => { if (dirtyElements.size > 0 || dirtyLeaves.size > 0) tell(tags.has(COLLABORATION_TAG)) })
  }, [editor])
  useEffect(() => { if (autoFocus) editor.focus(undefined, { defaultSelection: 'rootEnd' }) }, [editor, autoFocus])
  useImperativeHandle(handle, () => ({
    insertQuote: quote => { insertQuote(editor, quote) },
    focus: () => { editor.focus() },
    clear: () => { editor.setEditorState(editor.parseEditorState(nothing)); editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined) },
    setDoc: doc => { editor.setEditorState(editor.parseEditorState(startOf(doc))) },
  }), [editor])
  return null
}

function insertQuote(editor: LexicalEditor, { name, number, threadId, text }: QuoteOf): void {
  editor.update(() => {
    const selection = $getSelection()
    // a table's cell has blocks of its own; the quotation goes below the table
    const here = $isRangeSelection(selection) ? selection.anchor.getNode() : null
    const top = (here && [here, ...here.getParents()].find(node => $isRootNode(node.getParent()))) ?? $getRoot().getLastChild()
    const quote = $createPostQuote({ threadId, number, name })
    cleanText(text).trim().split('\n').forEach((line, at) => {
      if (at > 0) quote.append($createLineBreakNode())
      if (line.trim() !== '') quote.append($createTextNode(line.trim()))
    })
    if (!top) $getRoot().append(quote)
    else if ($isElementNode(top) && top.getType() === 'paragraph' && top.isEmpty()) top.replace(quote)
    else top.insertAfter(quote)
    const next = quote.getNextSibling()
    const after = $isElementNode(next) && next.getType() === 'paragraph' && next.isEmpty() ? next : $createParagraphNode()
    if (!after.isAttached()) quote.insertAfter(after)
    after.select()
  })
  editor.focus()
}
