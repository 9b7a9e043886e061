import { $insertGeneratedNodes } from '@lexical/clipboard'
import { $generateNodesFromDOM } from '@lexical/html'
import { $toggleLink } from '@lexical/link'
import { $createListNode, $isListItemNode, $isListNode, ListItemNode } from '@lexical/list'
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { HeadingNode } from '@lexical/rich-text'
import { $findMatchingParent, mergeRegister } from '@lexical/utils'
import { $addUpdateTag, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, INDENT_CONTENT_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, OUTDENT_CONTENT_COMMAND, ParagraphNode, PASTE_COMMAND, PASTE_TAG, TextNode, type ElementNode, type LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { PostQuoteNode } from '../nodes/quote-node'
import { cleanText } from '../tree/clean-text'
import { FORMATS } from '../tree/doc'
import { safeUrl } from '../tree/safe-url'
import { registerBoxes } from './boxes'
import { cleanPaste } from './clean-paste'
import { shortcuts } from './shortcuts'
import { INSERT_FILES } from './uploads'

/** Deeper lists are refused by nobody but read by nobody either. */
const MAX_INDENT = 5

/** Keys, shortcuts, pasting, and the rule that nothing is held which would not be stored. */
export function Manners({ onSubmit, onEscape, boxes }: { onSubmit: () => void; onEscape: (() => void) | undefined; boxes: boolean }) {
  const [editor] = useLexicalComposerContext()
  const t = useT('editor')
  const latest = useRef({ onSubmit, onEscape })
  latest.current = { onSubmit, onEscape }
  useEffect(() => mergeRegister(
    registerMarkdownShortcuts(editor, shortcuts(boxes)),
    registerBoxes(editor, { kind: kind => t(`callout.${kind}`), title: t('fold.title') }),
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
    plainItems(editor),
  ), [editor, boxes, t])
  return null
}

/** A list may hold items only, not checkboxes; the state is a character drawn before the words, as in what is stored. */
const plainItems = (editor: LexicalEditor): (() => void) => editor.registerMutationListener(ListItemNode, changes => {
  for (const [key, change] of changes) {
    const item = change === 'destroyed' ? null : editor.getElementByKey(key)
    item?.removeAttribute('role')
    item?.removeAttribute('aria-checked')
  }
})

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

/**
 * Foreign HTML is reduced to structure first; an address becomes a link, or makes one of the chosen words; code stays plain.
 * Our own copies, plain text and files go their usual way.
 */
function $paste(editor: LexicalEditor, event: unknown): boolean {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null
  const selection = $getSelection()
  if (!data || !(event instanceof ClipboardEvent) || !$isRangeSelection(selection) || data.types.includes('application/x-lexical-editor')) return false
  const html = data.getData('text/html')
  const plain = cleanText(data.getData('text/plain'))
  const url = /^\s*https?:\/\/\S+\s*$/.test(plain) ? safeUrl(plain.trim()) : null
  const inCode = selection.anchor.getNode().getTopLevelElement()?.getType() === 'code'
  if (url && !selection.isCollapsed() && !inCode) $toggleLink(url)
  else if ((inCode || url) && plain !== '') selection.insertRawText(inCode ? plain : plain.trim())
  else if (html === '') return false
  else {
    const page = cleanPaste(html)
    if (hasContent(page)) $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, page), selection)
    // a picture copied from a page brings its file beside an <img> that may not be shown
    else if (data.files.length > 0) editor.dispatchCommand(INSERT_FILES, [...data.files])
    else selection.insertRawText(plain)
  }
  $addUpdateTag(PASTE_TAG)
  event.preventDefault()
  return true
}

const hasContent = ({ body }: Document): boolean => (body.textContent ?? '').trim() !== '' || body.querySelector('img,hr,table') !== null

/** "- [ ] " and "- [x] ": the list became one at "- ", here it becomes a check list. */
function $check(node: TextNode): void {
  const item = node.getParent()
  const mark = /^\[([ xX]?)\] /.exec(node.getTextContent())
  if (!mark || !$isListItemNode(item) || node.getPreviousSibling()) return
  const list = item.getParent()
  if (!$isListNode(list) || list.getListType() !== 'bullet') return
  if (item.getPreviousSibling()) {
    // the items before it stay what they are
    const apart = $createListNode('check')
    apart.append(item, ...item.getNextSiblings())
    list.insertAfter(apart)
  } else list.setListType('check')
  item.setChecked(mark[1]?.toLowerCase() === 'x')
  node.spliceText(0, mark[0].length, '', true)
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
      $check(node)
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
