import { $createParagraphNode, ElementNode, type DOMConversionMap, type DOMExportOutput, type LexicalNode, type LexicalParseJSON, type NodeKey, type RangeSelection, type SerializedElementNode, type Spread } from 'lexical'
import { calloutKinds, type CalloutKind } from '../tree/doc'

export type SerializedCallout = Spread<{ kind: CalloutKind }, SerializedElementNode>

/** The blocks in it take its place; the caret stays where it is in them. */
export function $unwrap(box: BoxNode): void {
  for (const child of box.getChildren()) {
    if ($isFoldTitle(child)) {
      if (!child.isEmpty()) box.insertBefore(child.toParagraph())
    } else box.insertBefore(child)
  }
  const after = box.getNextSibling()
  if (!box.getPreviousSibling() && !after) box.insertBefore($createParagraphNode())
  box.remove()
}

/** Blocks with the freedom of the page; Backspace at the beginning takes the box away. */
abstract class BoxNode extends ElementNode {
  override isShadowRoot(): boolean {
    return true
  }

  override canBeEmpty(): false {
    return false
  }

  override collapseAtStart(): true {
    $unwrap(this)
    return true
  }
}

/** A box around blocks under a word: what helps, warns, must not be missed. */
export class CalloutNode extends BoxNode {
  __kind: CalloutKind

  static override getType(): string {
    return 'callout'
  }

  static override clone(node: CalloutNode): CalloutNode {
    return new CalloutNode(node.__kind, node.__key)
  }

  static override importJSON(json: LexicalParseJSON<SerializedElementNode>): CalloutNode {
    const { kind } = json as unknown as SerializedCallout
    return new CalloutNode(calloutKinds.find(one => one === kind) ?? 'note')
  }

  static override importDOM(): DOMConversionMap {
    return { aside: dom => ({ priority: 1, conversion: () => ({ node: $createCallout(calloutKinds.find(kind => dom.classList.contains(kind)) ?? 'note') }) }) }
  }

  constructor(kind: CalloutKind = 'note', key?: NodeKey) {
    super(key)
    this.__kind = kind
  }

  override exportJSON(): SerializedCallout {
    return { ...super.exportJSON(), type: 'callout', kind: this.getKind() }
  }

  override exportDOM(): DOMExportOutput {
    return { element: Object.assign(document.createElement('aside'), { className: `callout ${this.__kind}`, role: 'note' }) }
  }

  override createDOM(): HTMLElement {
    return Object.assign(document.createElement('aside'), { className: `callout ${this.__kind}`, role: 'note' })
  }

  override updateDOM(_before: this, dom: HTMLElement): false {
    dom.className = `callout ${this.__kind}`
    return false
  }

  getKind(): CalloutKind {
    return this.getLatest().__kind
  }

  setKind(kind: CalloutKind): this {
    const self = this.getWritable()
    self.__kind = kind
    return self
  }
}

/** A part readers open when they want it: its title first, then blocks. While it is written it stands open. */
export class FoldNode extends BoxNode {
  static override getType(): string {
    return 'fold'
  }

  static override clone(node: FoldNode): FoldNode {
    return new FoldNode(node.__key)
  }

  static override importJSON(): FoldNode {
    return new FoldNode()
  }

  static override importDOM(): DOMConversionMap {
    return { details: () => ({ priority: 1, conversion: () => ({ node: $createFold() }) }) }
  }

  override exportDOM(): DOMExportOutput {
    return { element: document.createElement('details') }
  }

  override createDOM(): HTMLElement {
    return Object.assign(document.createElement('div'), { className: 'ed-fold' })
  }

  override updateDOM(): false {
    return false
  }
}

export class FoldTitleNode extends ElementNode {
  static override getType(): string {
    return 'fold-title'
  }

  static override clone(node: FoldTitleNode): FoldTitleNode {
    return new FoldTitleNode(node.__key)
  }

  static override importJSON(): FoldTitleNode {
    return new FoldTitleNode()
  }

  static override importDOM(): DOMConversionMap {
    return { summary: () => ({ priority: 1, conversion: () => ({ node: $createFoldTitle() }) }) }
  }

  override exportDOM(): DOMExportOutput {
    return { element: document.createElement('summary') }
  }

  override createDOM(): HTMLElement {
    return Object.assign(document.createElement('p'), { className: 'ed-title' })
  }

  override updateDOM(): false {
    return false
  }

  /** Enter goes into the part; what stood after the caret comes along. */
  override insertNewAfter(_selection: RangeSelection, restore?: boolean): ElementNode {
    const paragraph = $createParagraphNode()
    this.insertAfter(paragraph, restore)
    return paragraph
  }

  /** Backspace at its beginning: the part is one no more, its words stay. */
  override collapseAtStart(): true {
    const fold = this.getParent()
    const paragraph = this.toParagraph()
    this.replace(paragraph)
    if ($isFold(fold)) $unwrap(fold)
    paragraph.selectStart()
    return true
  }

  toParagraph(): ElementNode {
    return $createParagraphNode().append(...this.getChildren())
  }
}

export const $createCallout = (kind: CalloutKind): CalloutNode => new CalloutNode(kind)
export const $createFold = (): FoldNode => new FoldNode()
export const $createFoldTitle = (): FoldTitleNode => new FoldTitleNode()
export const $isCallout = (node: LexicalNode | null | undefined): node is CalloutNode => node instanceof CalloutNode
export const $isFold = (node: LexicalNode | null | undefined): node is FoldNode => node instanceof FoldNode
export const $isFoldTitle = (node: LexicalNode | null | undefined): node is FoldTitleNode => node instanceof FoldTitleNode
export const $isBox = (node: LexicalNode | null | undefined): node is CalloutNode | FoldNode => $isCallout(node) || $isFold(node)
