import { $createCodeNode, $isCodeNode } from '@lexical/code-core'
import { $isLinkNode } from '@lexical/link'
import { $isListNode, INSERT_CHECK_LIST_COMMAND, INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, ListNode, REMOVE_LIST_COMMAND } from '@lexical/list'
import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/react/LexicalHorizontalRuleNode'
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $deleteTableColumnAtSelection, $deleteTableRowAtSelection, $getTableNodeFromLexicalNodeOrThrow, $insertTableColumnAtSelection, $insertTableRowAtSelection, $isTableCellNode, $isTableSelection, INSERT_TABLE_COMMAND } from '@lexical/table'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { $createParagraphNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND, type ElementNode, type LexicalEditor, type TextFormatType } from 'lexical'
import { $isBox, $isCallout, $isFoldTitle } from '../nodes/box-nodes'
import { $createPostQuote, $isPostQuote } from '../nodes/quote-node'
import type { CalloutKind } from '../tree/doc'
import { $mayBox } from './boxes'

export type BlockKind = 'paragraph' | 'h2' | 'h3' | 'bullet' | 'number' | 'check' | 'quote' | 'code'
export interface Situation { formats: Set<TextFormatType>; block: BlockKind; link: boolean; table: boolean; code: boolean; box: CalloutKind | 'fold' | null; mayBox: boolean; title: boolean }
export const formats: TextFormatType[] = ['bold', 'italic', 'strikethrough', 'code']
export type TableAct = 'rowAbove' | 'rowBelow' | 'columnBefore' | 'columnAfter' | 'rowRemove' | 'columnRemove' | 'remove'

/** What the caret stands in, for the toolbar. */
export function $situation(): Situation {
  const selection = $getSelection()
  const found: Situation = { formats: new Set(), block: 'paragraph', link: false, table: $isTableSelection(selection), code: false, box: null, mayBox: !$isTableSelection(selection), title: false }
  if (!$isRangeSelection(selection)) return found
  for (const format of formats) if (selection.hasFormat(format)) found.formats.add(format)
  const anchor = selection.anchor.getNode()
  found.link = $findMatchingParent(anchor, $isLinkNode) !== null
  found.table = $findMatchingParent(anchor, $isTableCellNode) !== null
  const block = $findMatchingParent(anchor, node => $isElementNode(node) && !node.isInline())
  const box = $findMatchingParent(anchor, $isBox)
  found.box = $isCallout(box) ? box.getKind() : box ? 'fold' : null
  found.mayBox = $mayBox(anchor)
  found.title = $isFoldTitle(block)
  const list = $getNearestNodeOfType(anchor, ListNode)
  if ($isListNode(list)) found.block = list.getListType()
  else if ($isHeadingNode(block)) found.block = block.getTag() === 'h2' ? 'h2' : 'h3'
  else if ($isPostQuote(block)) found.block = 'quote'
  else if ($isCodeNode(block)) found.block = 'code'
  found.code = found.block === 'code'
  return found
}

/** Turns the chosen blocks into `kind`, or back into paragraphs when they are that already. */
export function setBlock(editor: LexicalEditor, kind: BlockKind, now: BlockKind): void {
  const back = kind === now || kind === 'paragraph'
  if (kind === 'bullet' || kind === 'number' || kind === 'check') {
    if (back) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
    else editor.dispatchCommand(kind === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : kind === 'number' ? INSERT_ORDERED_LIST_COMMAND : INSERT_CHECK_LIST_COMMAND, undefined)
    return
  }
  const make: Record<string, () => ElementNode> = { h2: () => $createHeadingNode('h2'), h3: () => $createHeadingNode('h3'), quote: () => $createPostQuote(), paragraph: $createParagraphNode }
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    if (kind === 'code' && !back && !selection.isCollapsed()) {
      const words = selection.getTextContent()
      selection.insertNodes([$createCodeNode()])
      const inside = $getSelection()
      if ($isRangeSelection(inside)) inside.insertRawText(words)
    } else if (kind === 'code' && !back) $setBlocksType(selection, () => $createCodeNode())
    else $setBlocksType(selection, (back ? undefined : make[kind]) ?? $createParagraphNode)
  })
}

export const toggleFormat = (editor: LexicalEditor, format: TextFormatType): boolean => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
export const insertTable = (editor: LexicalEditor): boolean => editor.dispatchCommand(INSERT_TABLE_COMMAND, { rows: '3', columns: '3', includeHeaders: { rows: true, columns: false } })
export const insertRule = (editor: LexicalEditor): boolean => editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined)
export const undo = (editor: LexicalEditor): boolean => editor.dispatchCommand(UNDO_COMMAND, undefined)
export const redo = (editor: LexicalEditor): boolean => editor.dispatchCommand(REDO_COMMAND, undefined)

export function changeTable(editor: LexicalEditor, act: TableAct): void {
  editor.update(() => {
    if (act === 'rowAbove' || act === 'rowBelow') $insertTableRowAtSelection(act === 'rowBelow')
    else if (act === 'columnBefore' || act === 'columnAfter') $insertTableColumnAtSelection(act === 'columnAfter')
    else if (act === 'rowRemove') $deleteTableRowAtSelection()
    else if (act === 'columnRemove') $deleteTableColumnAtSelection()
    else {
      const anchor = $getSelection()?.getNodes()[0]
      if (!anchor) return
      const table = $getTableNodeFromLexicalNodeOrThrow(anchor)
      table.selectNext()
      table.remove()
    }
  })
}

/** "@" where the caret is, so that the list of people opens. */
export function typeAt(editor: LexicalEditor): void {
  editor.update(() => {
    if (!$isRangeSelection($getSelection())) $getRoot().selectEnd()
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset)
    selection.insertText(selection.anchor.type === 'text' && /\S$/.test(before) ? ' @' : '@')
  })
}
