import { $applyNodeReplacement, TextNode, type EditorConfig, type LexicalNode, type NodeKey, type SerializedTextNode, type Spread } from 'lexical'

export interface Person { id: number; slug: string; name: string }
export type SerializedMention = Spread<{ personId: number; slug: string; name: string }, SerializedTextNode>

/** A person in the text: one piece that is deleted whole. */
export class MentionNode extends TextNode {
  __person: Person

  static override getType(): string {
    return 'mention'
  }

  static override clone(node: MentionNode): MentionNode {
    return new MentionNode(node.__person, node.__key)
  }

  static override importJSON(json: SerializedMention): MentionNode {
    return $createMention({ id: json.personId, slug: json.slug, name: json.name })
  }

  constructor(person: Person = { id: 0, slug: '', name: '' }, key?: NodeKey) {
    super(`@${person.name}`, key)
    this.__person = person
  }

  override exportJSON(): SerializedMention {
    const { id, slug, name } = this.__person
    return { ...super.exportJSON(), type: 'mention', text: `@${name}`, personId: id, slug, name }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config)
    dom.className = 'at'
    dom.spellcheck = false
    return dom
  }

  override isTextEntity(): true {
    return true
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }
}

export function $createMention(person: Person): MentionNode {
  return $applyNodeReplacement(new MentionNode(person).setMode('token'))
}

export const $isMention = (node: LexicalNode | null | undefined): node is MentionNode => node instanceof MentionNode
