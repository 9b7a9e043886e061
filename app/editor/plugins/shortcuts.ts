import { BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, CHECK_LIST, CODE, INLINE_CODE, ITALIC_STAR, ITALIC_UNDERSCORE, LINK, ORDERED_LIST, QUOTE, STRIKETHROUGH, UNORDERED_LIST, type ElementTransformer, type Transformer } from '@lexical/markdown'
import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode'
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text'
import { $createParagraphNode } from 'lexical'

/** "# " and "## " are the larger of our two headings, more signs the smaller. */
const heading: ElementTransformer = {
  dependencies: [HeadingNode], export: () => null, regExp: /^(#{1,6})\s/, type: 'element',
  replace: (parent, children, match) => {
    const node = $createHeadingNode((match[1] ?? '').length <= 2 ? 'h2' : 'h3')
    node.append(...children)
    parent.replace(node)
    node.select(0, 0)
  },
}

const rule: ElementTransformer = {
  dependencies: [HorizontalRuleNode], export: () => null, regExp: /^(---|\*\*\*|___)\s$/, type: 'element',
  replace: parent => {
    const line = $createHorizontalRuleNode()
    const after = parent.getNextSibling() ?? $createParagraphNode()
    parent.replace(line)
    if (!after.getParent()) line.insertAfter(after)
    after.selectStart()
  },
}

/** What turns into its meaning while it is typed. */
export const shortcuts: Transformer[] = [
  heading, QUOTE, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, CODE, rule,
  INLINE_CODE, BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, ITALIC_STAR, ITALIC_UNDERSCORE, STRIKETHROUGH, LINK,
]
