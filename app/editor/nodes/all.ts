import { CodeNode } from '@lexical/code-core'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import type { InitialConfigType } from '@lexical/react/LexicalComposer'
import type { EditorThemeClasses } from 'lexical'
import { CalloutNode, FoldNode, FoldTitleNode } from './box-nodes'
import { ImageNode } from './image-node'
import { MentionNode } from './mention-node'
import { $createPostQuote, PostQuoteNode } from './quote-node'

/** Every node the editor can hold; `tree/validate.server.ts` knows the same ones. */
export const nodes: InitialConfigType['nodes'] = [
  HeadingNode, ListNode, ListItemNode, LinkNode, AutoLinkNode, CodeNode, TableNode, TableRowNode, TableCellNode, HorizontalRuleNode, ImageNode, MentionNode,
  CalloutNode, FoldNode, FoldTitleNode,
  PostQuoteNode, QuoteNode, { replace: QuoteNode, with: () => $createPostQuote(), withKlass: PostQuoteNode },
]

export const theme: EditorThemeClasses = {
  text: { bold: 'ed-b', italic: 'ed-i', strikethrough: 'ed-s' },
  code: 'ed-pre',
  list: { nested: { listitem: 'ed-nest' }, checklist: 'ed-checks', listitemChecked: 'done', listitemUnchecked: 'open' },
  collaboration: { cursor: 'ed-caret', cursorName: 'ed-caret-name' },
  table: 'ed-table', tableScrollableWrapper: 'ed-scroll', tableCellSelected: 'ed-picked', tableSelection: 'ed-picking',
}
