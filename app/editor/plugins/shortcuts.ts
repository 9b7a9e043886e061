import { BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, CHECK_LIST, CODE, INLINE_CODE, ITALIC_STAR, ITALIC_UNDERSCORE, LINK, ORDERED_LIST, QUOTE, STRIKETHROUGH, UNORDERED_LIST, type ElementTransformer, type MultilineElementTransformer, type Transformer } from '@lexical/markdown'
import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode'
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text'
import { $createParagraphNode } from 'lexical'
import { $createCallout, $createFold, $createFoldTitle, $isFoldTitle, CalloutNode, FoldNode, FoldTitleNode } from '../nodes/box-nodes'
import { calloutNamed } from '../tree/from-markdown'
import { $boxed } from './boxes'

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

/** "[!TIP] " at the beginning of a paragraph or of a quotation. */
const callout: ElementTransformer = {
  dependencies: [CalloutNode], export: () => null, regExp: /^\[!([a-z]{2,12})\]\s/i, type: 'element',
  replace: (parent, children, match) => {
    const kind = calloutNamed(match[1] ?? '')
    return kind ? $boxed(parent, children, () => $createCallout(kind)) : false
  },
}

const fold: ElementTransformer = {
  dependencies: [FoldNode, FoldTitleNode], export: () => null, regExp: /^<details>\s/i, type: 'element',
  replace: (parent, children) => $boxed(parent, children, () => $createFold().append($createFoldTitle())),
}

/** The title of a folded part is words alone. */
const notInTitle = (one: Transformer): Transformer => {
  if (one.type === 'element') {
    const replace: ElementTransformer['replace'] = (parent, children, match, isImport) => ($isFoldTitle(parent) ? false : one.replace(parent, children, match, isImport))
    return { ...one, replace }
  }
  if (one.type !== 'multiline-element') return one
  const replace: MultilineElementTransformer['replace'] = (parent, ...more) => ($isFoldTitle(parent) ? false : one.replace(parent, ...more))
  return { ...one, replace }
}

/** What turns into its meaning while it is typed. `boxes`: callouts and folded parts too */
export const shortcuts = (boxes: boolean): Transformer[] => [
  ...[heading, ...(boxes ? [callout, fold] : []), QUOTE, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, CODE, rule].map(notInTitle),
  INLINE_CODE, BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, ITALIC_STAR, ITALIC_UNDERSCORE, STRIKETHROUGH, LINK,
]
