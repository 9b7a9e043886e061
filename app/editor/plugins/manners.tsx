import { $insertGeneratedNodes } from '@lexical/clipboard'
import { $generateNodesFromDOM } from '@lexical/html'
import { $isListItemNode, ListItemNode } from '@lexical/list'
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { HeadingNode } from '@lexical/rich-text'
import { $findMatchingParent, mergeRegister } from '@lexical/utils'
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, INDENT_CONTENT_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, OUTDENT_CONTENT_COMMAND, ParagraphNode, PASTE_COMMAND, PASTE_TAG, TextNode, type ElementNode, type LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'
import { PostQuoteNode } from '../nodes/quote-node'
import { FORMATS } from '../tree/doc'
import { cleanPaste } from './clean-paste'
import { shortcuts } from './shortcuts'

/** Deeper lists are refused by nobody but read by nobody either. */
const MAX_INDENT = 5

/** Keys, shortcuts, pasting, and the rule that nothing is held which would not be stored. */
export function Manners({ onSubmit, onEscape }: { onSubmit: () => void; onEscape: (() => void) | undefined }) {
  const [editor] = useLexicalComposerContext()
  const latest = useRef({ onSubmit, onEscape })
  latest.current = { onSubmit, onEscape }
  useEffect(() => mergeRegister(
    registerMarkdownShortcuts(editor, shortcuts),
    editor.registerCommand(KEY_ENTER_COMMAND, event => {
      if (!event || !(event.ctrlKey || event.metaKey)) return false
      event.preventDefault()
      latest.current.onSubmit()
      return true
    }, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => {
      latest.current.onEscape?.()
      return latest.current.onEscape !== undefined
    }, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_TAB_COMMAND, event => $indent(editor, event), COMMAND_PRIORITY_LOW),
    editor.registerCommand(PASTE_COMMAND, event => $paste(editor, event), COMMAND_PRIORITY_HIGH),
    ...onlyWhatIsStored(editor),
  ), [editor])
  return null
}

/** Tab moves list items in and out; everywhere else it leaves the text as in any field. */
function $indent(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
  if (!item) return false
  const depth = item.getIndent()
  if (event.shiftKey ? depth === 0 : depth >= MAX_INDENT || (depth === 0 && item.getPreviousSibling() === null)) return false
  event.preventDefault()
  return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined)
}

/** Foreign HTML is reduced to structure first. Our own copies, plain text and files go their usual way. */
function $paste(editor: LexicalEditor, event: unknown): boolean {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null
  const selection = $getSelection()
  if (!data || !selection || !(event instanceof ClipboardEvent)) return false
  const html = data.getData('text/html')
  if (html === '' || data.types.includes('application/x-lexical-editor')) return false
  if ($isRangeSelection(selection) && selection.anchor.getNode().getTopLevelElement()?.getType() === 'code') return false
  const plain = data.getData('text/plain').trim()
  // an address copied from a page comes as HTML too; left to the plain way it becomes a link
  if (/^https?:\/\/\S+$/.test(plain)) return false
  const page = cleanPaste(html)
  if ((page.body.textContent ?? '').trim() === '' && !page.body.querySelector('img,hr,table')) return false
  event.preventDefault()
  editor.update(() => {
    const target = $getSelection()
    if (target) $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, page), target)
  }, { tag: PASTE_TAG })
  return true
}

function onlyWhatIsStored(editor: LexicalEditor): (() => void)[] {
  const plain = (node: ElementNode): void => {
    if (node.getFormatType() !== '') node.setFormat('')
    if (node.getIndent() > 0 && !$isListItemNode(node)) node.setIndent(0)
  }
  return [
    editor.registerNodeTransform(TextNode, node => {
      if ((node.getFormat() & ~FORMATS) !== 0) node.setFormat(node.getFormat() & FORMATS)
      if (node.getStyle() !== '') node.setStyle('')
    }),
    editor.registerNodeTransform(ParagraphNode, plain),
    editor.registerNodeTransform(PostQuoteNode, plain),
    editor.registerNodeTransform(ListItemNode, node => { if (node.getFormatType() !== '') node.setFormat('') }),
    editor.registerNodeTransform(HeadingNode, node => {
      plain(node)
      const tag = node.getTag()
      if (tag !== 'h2' && tag !== 'h3') node.setTag(tag === 'h1' ? 'h2' : 'h3')
    }),
  ]
}
