import { QuoteNode, type SerializedQuoteNode } from '@lexical/rich-text'
import type { EditorConfig, LexicalNode, NodeKey, Spread } from 'lexical'
import { citeWords, type Cite } from '../tree/doc'

export type SerializedPostQuote = Spread<{ cite: Cite | null }, SerializedQuoteNode>

/** A quotation that may know which post it comes from. Stands in for Lexical's own everywhere. */
export class PostQuoteNode extends QuoteNode {
  __cite: Cite | null

  static override getType(): string {
    return 'post-quote'
  }

  static override clone(node: PostQuoteNode): PostQuoteNode {
    return new PostQuoteNode(node.__cite, node.__key)
  }

  static override importJSON(json: SerializedPostQuote): PostQuoteNode {
    return new PostQuoteNode(json.cite)
  }

  constructor(cite: Cite | null = null, key?: NodeKey) {
    super(key)
    this.__cite = cite
  }

  override exportJSON(): SerializedPostQuote {
    return { ...super.exportJSON(), type: 'post-quote', cite: this.__cite }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config)
    if (this.__cite) dom.dataset.cite = citeWords(this.__cite)
    return dom
  }
}

export const $createPostQuote = (cite: Cite | null = null): PostQuoteNode => new PostQuoteNode(cite)
export const $isPostQuote = (node: LexicalNode | null | undefined): node is PostQuoteNode => node instanceof PostQuoteNode
