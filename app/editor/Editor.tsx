import { AutoLinkPlugin, createLinkMatcherWithRegExp } from '@lexical/react/LexicalAutoLinkPlugin'
import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { HorizontalRulePlugin } from '@lexical/react/LexicalHorizontalRulePlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { TablePlugin } from '@lexical/react/LexicalTablePlugin'
import { useCallback, useId, useState, type ComponentType, type Ref } from 'react'
import './editor.css'
import { nodes, theme } from './nodes/all'
import { Handle, startOf, type EditorHandle } from './plugins/handle'
import { LinkField } from './plugins/link-field'
import { Manners } from './plugins/manners'
import { Mentions, type SearchPeople } from './plugins/mentions'
import { Toolbar } from './plugins/toolbar'
import type { UploadFile } from './plugins/upload-context'
import { UploadsProvider } from './plugins/uploads'
import type { SharedText } from './shared-text'
import { safeUrl } from './tree/safe-url'

export interface EditorProps {
  /** editors of one name take each other's copies as they are */
  namespace: string
  /** the tree as an object or JSON; Markdown becomes one by `fromMarkdown` */
  initialDoc?: object | string | undefined
  label: string
  describedBy?: string | undefined
  invalid?: boolean | undefined
  placeholder: string
  /** at once with what it begins with (`begun`), then after every change */
  onChange: (docJson: string, isEmpty: boolean, begun: boolean) => void
  /** Ctrl+Enter, ⌘+Enter */
  onSubmit: () => void
  onEscape?: (() => void) | undefined
  uploadFile?: UploadFile | undefined
  /** files still on their way: what is sent now would miss them */
  onBusy?: ((waiting: number) => void) | undefined
  searchPeople?: SearchPeople | undefined
  /** offers callouts and folded parts: for texts that are read as pages */
  boxes?: boolean | undefined
  handle?: Ref<EditorHandle> | undefined
  autoFocus?: boolean | undefined
  /** written together with others: the text comes over the line instead of `initialDoc`, and undo is only of one's own */
  shared?: { text: SharedText; Binding: ComponentType<{ text: SharedText }> } | undefined
}

const matchers = [
  createLinkMatcherWithRegExp(/https?:\/\/[^\s<>"'\\]{3,2000}[^\s<>"'\\.,;:!?)\]]/, url => safeUrl(url) ?? ''),
  createLinkMatcherWithRegExp(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/, address => `mailto:${address}`),
].map(match => (text: string) => {
  const found = match(text)
  return found && safeUrl(found.url) ? found : null
})
const isSafe = (url: string): boolean => safeUrl(url) !== null

/** The rich editor: text, toolbar, lists that open. Needs a `.comp` around it. Loaded only where someone writes. */
export default function Editor(props: EditorProps) {
  const { namespace, label, placeholder, searchPeople, uploadFile, shared } = props
  const id = useId()
  const [linking, setLinking] = useState(false)
  const [config] = useState(() => ({
    namespace, nodes, theme, editorState: props.shared ? null : startOf(props.initialDoc),
    onError: (error: Error) => { console.error(error) },
  }))
  const openLink = useCallback(() => { setLinking(true) }, [])
  const closeLink = useCallback(() => { setLinking(false) }, [])
  return (
    <LexicalComposer initialConfig={config}>
      <UploadsProvider send={uploadFile} onBusy={props.onBusy}>
        <div className="ed">
          <div className="ed-area">
            <RichTextPlugin
              contentEditable={
                <ContentEditable
                  id={id} className="tx prose" aria-label={label} aria-multiline {...(searchPeople ? { 'aria-autocomplete': 'list' as const } : {})}
                  {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})} {...(props.invalid ? { 'aria-invalid': true } : {})}
                  aria-placeholder={placeholder} placeholder={<div className="ed-empty" aria-hidden>{placeholder}</div>}
                />
              }
              ErrorBoundary={LexicalErrorBoundary}
            />
            {searchPeople && <Mentions search={searchPeople} />}
            {shared && <shared.Binding text={shared.text} />}
          </div>
          {linking && <LinkField close={closeLink} />}
          <Toolbar id={id} files={uploadFile !== undefined} people={searchPeople !== undefined} boxes={props.boxes === true} openLink={openLink} />
        </div>
        {!shared && <HistoryPlugin />}
        <ListPlugin />
        <CheckListPlugin />
        <LinkPlugin validateUrl={isSafe} />
        <AutoLinkPlugin matchers={matchers} />
        <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} hasHorizontalScroll />
        <HorizontalRulePlugin />
        <Manners onSubmit={props.onSubmit} onEscape={props.onEscape} boxes={props.boxes === true} />
        <Handle handle={props.handle} onChange={props.onChange} autoFocus={props.autoFocus === true} />
      </UploadsProvider>
    </LexicalComposer>
  )
}
