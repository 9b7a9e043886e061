import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import { $createTextNode, $getSelection, $isRangeSelection, $isTextNode, COMMAND_PRIORITY_HIGH, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, type LexicalCommand } from 'lexical'
import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { $createMention } from '../nodes/mention-node'

export interface FoundPerson { id: number; name: string; slug: string; detail: string }
export type SearchPeople = (query: string) => Promise<FoundPerson[]>

const asked = /(?:^|[\s(])@((?:[\p{L}\p{N}.'’-]+ ?){0,3})$/u
const MOST = 6

/** What is being typed after "@" right before the caret, or null. */
function $query(): string | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || !node.isSimpleText() || node.hasFormat('code') || node.getParent()?.getType() === 'code') return null
  const match = asked.exec(node.getTextContent().slice(0, selection.anchor.offset).slice(-60))
  return match && !match[1]?.startsWith(' ') ? match[1] ?? '' : null
}

/** Puts the person in the place of "@query". */
function $choose(person: FoundPerson, query: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const node = selection.anchor.getNode()
  if (!$isTextNode(node)) return
  const end = selection.anchor.offset
  const parts = node.splitText(Math.max(0, end - query.length - 1), end)
  const typed = end - query.length - 1 <= 0 ? parts[0] : parts[1]
  const mention = $createMention({ id: person.id, slug: person.slug, name: person.name })
  typed?.replace(mention)
  const space = $createTextNode(' ')
  mention.insertAfter(space)
  space.select(1, 1)
}

/** The list of people after "@": arrows choose, Enter and Tab take, Esc closes until the next "@". */
export function Mentions({ search }: { search: SearchPeople }) {
  const [editor] = useLexicalComposerContext()
  const t = useT('editor')
  const id = useId()
  const [query, setQuery] = useState<string | null>(null)
  const [people, setPeople] = useState<FoundPerson[]>([])
  const [chosen, setChosen] = useState(0)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const closedFor = useRef<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const open = query !== null && people.length > 0

  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const typed = editor.isComposing() && query === null ? null : editorState.read($query)
    if (typed === null) closedFor.current = null
    setQuery(typed !== null && closedFor.current !== null && typed.startsWith(closedFor.current) ? null : typed)
  }), [editor, query])

  useEffect(() => {
    if (query === null) {
      setPeople([])
      return
    }
    let stale = false
    const timer = setTimeout(() => {
      search(query.trim()).then(found => {
        if (stale) return
        setPeople(found.slice(0, MOST))
        setChosen(0)
      }, () => { if (!stale) setPeople([]) })
    }, query === '' ? 0 : 120)
    return () => { stale = true; clearTimeout(timer) }
  }, [query, search])

  useEffect(() => {
    const root = editor.getRootElement()
    const box = root?.closest('.ed-area')?.getBoundingClientRect()
    const range = open ? window.getSelection() : null
    if (!root || !box || !range?.rangeCount) return
    const caret = range.getRangeAt(0).getBoundingClientRect()
    const width = Math.min(384, box.width)
    setPlace({ left: Math.max(0, Math.min(caret.left - box.left - 20, box.width - width)), top: (caret.bottom || root.getBoundingClientRect().bottom) - box.top + 6 })
  }, [editor, open, query])

  useEffect(() => {
    const root = editor.getRootElement()
    if (!root || !open) return
    root.setAttribute('aria-controls', id)
    root.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
    return () => { root.removeAttribute('aria-controls'); root.removeAttribute('aria-activedescendant') }
  }, [editor, open, chosen, id])

  const take = (at: number): void => {
    const person = people[at]
    if (!person || query === null) return
    editor.update(() => { $choose(person, query) })
    setQuery(null)
  }
  const latest = useRef(take)
  latest.current = take

  useEffect(() => {
    if (!open) return
    const on = (command: LexicalCommand<KeyboardEvent | null>, act: () => void): (() => void) => editor.registerCommand(command, event => {
      if (event?.ctrlKey || event?.metaKey || event?.isComposing) return false
      event?.preventDefault()
      event?.stopPropagation()
      act()
      return true
    }, COMMAND_PRIORITY_HIGH)
    const choose = (): void => { latest.current(chosen) }
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND as LexicalCommand<KeyboardEvent | null>, () => { setChosen(at => (at + 1) % people.length) }),
      on(KEY_ARROW_UP_COMMAND as LexicalCommand<KeyboardEvent | null>, () => { setChosen(at => (at + people.length - 1) % people.length) }),
      on(KEY_ENTER_COMMAND, choose),
      on(KEY_TAB_COMMAND as LexicalCommand<KeyboardEvent | null>, choose),
      on(KEY_ESCAPE_COMMAND as LexicalCommand<KeyboardEvent | null>, () => { closedFor.current = query; setQuery(null) }),
    )
  }, [editor, open, people, chosen, query])

  return (
    <>
      <span className="vh" role="status">{open ? t('mention.count', { count: people.length }) : ''}</span>
      {open && (
        <ul className="pop ed-people" id={id} ref={list} role="listbox" aria-label={t('mention.list')} style={place}>
          {people.map((person, at) => (
            <li key={person.id} id={`${id}-${at}`} role="option" aria-selected={at === chosen} onMouseDown={event => { event.preventDefault() }} onMouseMove={() => { setChosen(at) }} onClick={() => { take(at) }}>
              <b>{person.name}</b>
              <span>{person.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
