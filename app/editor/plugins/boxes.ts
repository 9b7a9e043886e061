import { $isTableCellNode } from '@lexical/table'
import { $findMatchingParent, mergeRegister } from '@lexical/utils'
import {
  $createParagraphNode, $getNodeByKey, $getRoot, $getSelection, $isDecoratorNode, $isElementNode, $isParagraphNode, $isRangeSelection, COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, DELETE_CHARACTER_COMMAND, INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_LEFT_COMMAND, KEY_ARROW_RIGHT_COMMAND, KEY_ARROW_UP_COMMAND, type ElementNode, type LexicalEditor, type LexicalNode, type RangeSelection,
} from 'lexical'
import { $createCallout, $createFold, $createFoldTitle, $isBox, $isCallout, $isFold, $isFoldTitle, $unwrap, CalloutNode, FoldNode, FoldTitleNode } from '../nodes/box-nodes'
import { $isImage } from '../nodes/image-node'
import { MAX_BOXES, type CalloutKind } from '../tree/doc'

type Box = CalloutNode | FoldNode

const $deepest = (nodes: readonly LexicalNode[]): number => Math.max(0, ...nodes.map(node => ($isElementNode(node) ? $deepest(node.getChildren()) + ($isBox(node) ? 1 : 0) : 0)))

/** Whether a callout or folded part may begin where the node stands: no deeper than is stored, and not in a table. `inside`: what it would hold. */
export function $mayBox(node: LexicalNode, inside: readonly LexicalNode[] = []): boolean {
  const around = node.getParents()
  return around.filter($isBox).length + $deepest(inside) < MAX_BOXES && !around.some($isTableCellNode)
}

/** A line to go on below, where nothing follows. */
function $goOnBelow(box: Box): void {
  if (!box.getNextSibling()) box.insertAfter($createParagraphNode())
}

/** The chosen blocks, all under one parent. */
function $chosen(selection: RangeSelection): LexicalNode[] {
  const ends = [selection.anchor, selection.focus].map(point => point.getNode())
  let [first, last] = ends.map(node => node.getTopLevelElement())
  if (first?.getParent() !== last?.getParent()) [first, last] = ends.map(node => node.getParents().at(-2) ?? node.getTopLevelElement())
  if (!first || !last) return []
  if (last.isBefore(first)) [first, last] = [last, first]
  const found: LexicalNode[] = []
  for (let at: LexicalNode | null = first; at; at = at.is(last) ? null : at.getNextSibling()) found.push(at)
  return found
}

/** Puts the chosen blocks into a box. In the title of a folded part it begins an empty one below. */
export function $box(make: () => Box): void {
  if (!$isRangeSelection($getSelection())) $getRoot().selectEnd()
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const blocks = $chosen(selection)
  const first = blocks[0]
  const inside = blocks.filter(block => !$isFoldTitle(block))
  if (first && !$mayBox(first, inside)) return
  const box = make()
  if (!first) $getRoot().append(box)
  else if ($isFoldTitle(first)) first.insertAfter(box)
  else first.insertBefore(box)
  box.append(...(inside.length > 0 ? inside : [$createParagraphNode()]))
  $goOnBelow(box)
  if ($isFold(box)) box.getFirstChild<ElementNode>()?.select()
  else if (inside.length === 0) box.selectStart()
}

export const insertCallout = (editor: LexicalEditor, kind: CalloutKind): void => { editor.update(() => { $box(() => $createCallout(kind)) }) }
export const insertFold = (editor: LexicalEditor): void => { editor.update(() => { $box(() => $createFold().append($createFoldTitle())) }) }

/** Words typed into a block that becomes a box: what the Markdown shortcuts do. */
export function $boxed(block: ElementNode, words: LexicalNode[], make: () => Box): boolean {
  if (!$mayBox(block)) return false
  const box = make()
  const paragraph = $createParagraphNode()
  paragraph.append(...words)
  box.append(paragraph)
  block.replace(box)
  $goOnBelow(box)
  if ($isFold(box)) box.getFirstChild<ElementNode>()?.select()
  else paragraph.select(0, 0)
  return true
}

const $boxAround = (): Box | null => {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isBox) : null
}
/** Another kind for the callout around the caret. */
export const setCallout = (editor: LexicalEditor, kind: CalloutKind): void => {
  editor.update(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $findMatchingParent(selection.anchor.getNode(), $isCallout)?.setKind(kind)
  })
}
export const unwrapBox = (editor: LexicalEditor): void => {
  editor.update(() => {
    const box = $boxAround()
    if (box) $unwrap(box)
  })
}

/** The caret, when it is the only thing chosen, with the block it stands in. */
function $caret(): { selection: RangeSelection; block: ElementNode } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const block = selection.anchor.getNode().getTopLevelElement()
  return $isElementNode(block) ? { selection, block } : null
}

function $stands({ anchor }: RangeSelection, edge: 'start' | 'end', within: ElementNode): boolean {
  const node = anchor.getNode()
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize()
  if (anchor.offset !== (edge === 'start' ? 0 : size)) return false
  for (let at: LexicalNode | null = node; at && !at.is(within); at = at.getParent()) if (edge === 'start' ? at.getPreviousSibling() : at.getNextSibling()) return false
  return true
}

/** Enter: from the title into the part, and on an empty last line out of the box. */
function $enter(): boolean {
  const { selection, block } = $caret() ?? {}
  const box = block?.getParent()
  if (!selection || !block || !$isBox(box)) return false
  const next = block.getNextSibling()
  if ($isFoldTitle(block)) {
    if (!$isParagraphNode(next) || !next.isEmpty() || !$stands(selection, 'end', block)) return false
    next.select()
    return true
  }
  if (!$isParagraphNode(block) || !block.isEmpty() || next) return false
  if ($isCallout(box) && box.getChildrenSize() === 1) $unwrap(box)
  else box.insertAfter(block)
  block.select()
  return true
}

/** Arrows at the edge of the page: a box that begins or ends it can be left there too. */
function $leave(edge: 'start' | 'end'): boolean {
  const { selection } = $caret() ?? {}
  const box = $boxAround()
  if (!selection || !box || (edge === 'start' ? box.getPreviousSibling() : box.getNextSibling()) || !$stands(selection, edge, box)) return false
  const line = $createParagraphNode()
  if (edge === 'start') box.insertBefore(line)
  else box.insertAfter(line)
  line.select()
  return true
}

/** Backspace right below a box goes into it, and takes nothing away but an empty line. */
function $backInto(): boolean {
  const { selection, block } = $caret() ?? {}
  const before = block?.getPreviousSibling()
  if (!selection || !$isParagraphNode(block) || !$isBox(before) || !$stands(selection, 'start', block)) return false
  before.selectEnd()
  if (block.isEmpty() && block.getNextSibling()) block.remove()
  return true
}

/** What has come into a box by pasting or dragging stands in it as blocks. */
function $order(box: Box): void {
  if (!$mayBox(box)) return $unwrap(box)
  let line: ElementNode | null = null
  for (const child of box.getChildren()) {
    if (($isElementNode(child) || $isDecoratorNode(child)) && !child.isInline()) line = null
    else if (line) line.append(child)
    else child.replace(line = $createParagraphNode(), false).append(child)
  }
  if ($isFold(box) && !$isFoldTitle(box.getFirstChild())) {
    const title = $createFoldTitle()
    const first = box.getFirstChild()
    if (first) first.insertBefore(title)
    else box.append(title)
  }
  if (box.getChildrenSize() === ($isFold(box) ? 1 : 0)) box.append($createParagraphNode())
}

function $orderTitle(title: FoldTitleNode): void {
  if (!$isFold(title.getParent()) || title.getPreviousSibling()) {
    title.replace(title.toParagraph())
    return
  }
  for (const picture of title.getChildren().filter($isImage)) title.insertAfter($createParagraphNode().append(picture))
}

/** Callouts and folded parts: keys, order, and the words the page shows on them. */
export function registerBoxes(editor: LexicalEditor, words: { kind: (kind: CalloutKind) => string; title: string }): () => void {
  const arrow = (edge: 'start' | 'end') => (event: KeyboardEvent): boolean => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !$leave(edge)) return false
    event.preventDefault()
    return true
  }
  return mergeRegister(
    editor.registerNodeTransform(CalloutNode, $order),
    editor.registerNodeTransform(FoldNode, $order),
    editor.registerNodeTransform(FoldTitleNode, $orderTitle),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => $isFoldTitle($caret()?.block) && editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, backward => backward && $backInto(), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, arrow('end'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, arrow('end'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, arrow('start'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, arrow('start'), COMMAND_PRIORITY_LOW),
    editor.registerMutationListener(CalloutNode, changes => {
      for (const [key, change] of changes) {
        const box = change === 'destroyed' ? null : editor.getElementByKey(key)
        const kind = editor.getEditorState().read(() => { const node = $getNodeByKey(key); return $isCallout(node) ? node.getKind() : null })
        if (!box || !kind) continue
        box.dataset.word = words.kind(kind)
        box.setAttribute('aria-label', words.kind(kind))
      }
    }),
    editor.registerMutationListener(FoldTitleNode, changes => {
      for (const [key, change] of changes) {
        const title = change === 'destroyed' ? null : editor.getElementByKey(key)
        if (title) title.dataset.hint = words.title
      }
    }),
  )
}
