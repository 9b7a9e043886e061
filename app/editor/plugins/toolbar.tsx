import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, KEY_DOWN_COMMAND, SKIP_DOM_SELECTION_TAG } from 'lexical'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Icon, type IconProps } from '~/ui/icon'
import { calloutKinds } from '../tree/doc'
import { insertCallout, insertFold, setCallout, unwrapBox } from './boxes'
import { $situation, changeTable, insertRule, insertTable, redo, setBlock, toggleFormat, typeAt, undo, type BlockKind, type Situation, type TableAct } from './commands'
import { INSERT_FILES } from './uploads'

/** `into`: the writer goes on in the text. `apart`: opens something with a focus of its own. */
interface Key { id: string; icon: IconProps['name']; act: () => void; pressed?: boolean; disabled?: boolean; word?: string; into?: true; apart?: true }

/** One tab stop: arrows, Home and End move inside, Esc returns to the text, Alt+F10 comes here from the text. */
export function Toolbar({ id, files, people, boxes, openLink }: { id: string; files: boolean; people: boolean; boxes: boolean; openLink: () => void }) {
  const [editor] = useLexicalComposerContext()
  const t = useT('editor')
  const bar = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [current, setCurrent] = useState('bold')
  const [now, setNow] = useState<Situation>({ formats: new Set(), block: 'paragraph', link: false, table: false, code: false, box: null, mayBox: true, title: false })
  const [can, setCan] = useState({ undo: false, redo: false })

  useEffect(() => mergeRegister(
    editor.registerUpdateListener(({ editorState }) => { setNow(editorState.read($situation)) }),
    editor.registerCommand(CAN_UNDO_COMMAND, possible => { setCan(last => ({ ...last, undo: possible })); return false }, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, possible => { setCan(last => ({ ...last, redo: possible })); return false }, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_DOWN_COMMAND, event => {
      if (!event.altKey || event.key !== 'F10') return false
      event.preventDefault()
      bar.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus()
      return true
    }, COMMAND_PRIORITY_LOW),
  ), [editor])

  const block = (kind: BlockKind, icon: IconProps['name']): Key => ({ id: kind, icon, pressed: now.block === kind, disabled: now.title, act: () => { setBlock(editor, kind, now.block) } })
  const table = (act: TableAct, icon: IconProps['name']): Key => ({ id: act, icon, word: t(`table.${act}Word`), act: () => { changeTable(editor, act) } })
  const groups: Key[][] = [
    [
      { id: 'bold', icon: 'bold', pressed: now.formats.has('bold'), act: () => { toggleFormat(editor, 'bold') } },
      { id: 'italic', icon: 'italic', pressed: now.formats.has('italic'), act: () => { toggleFormat(editor, 'italic') } },
      { id: 'strike', icon: 'strikethrough', pressed: now.formats.has('strikethrough'), act: () => { toggleFormat(editor, 'strikethrough') } },
      { id: 'codeInline', icon: 'code', pressed: now.formats.has('code'), act: () => { toggleFormat(editor, 'code') } },
    ],
    [block('h2', 'heading-2'), block('h3', 'heading-3'), block('bullet', 'list'), block('number', 'list-ordered'), block('check', 'list-checks'), block('quote', 'quote'), block('code', 'square-code')],
    [
      { id: 'link', icon: 'link', pressed: now.link, apart: true, act: openLink },
      ...(files ? [{ id: 'file', icon: 'paperclip' as const, apart: true as const, act: () => { picker.current?.click() } }] : []),
      ...(people ? [{ id: 'mention', icon: 'at-sign' as const, into: true as const, act: () => { typeAt(editor) } }] : []),
      { id: 'table', icon: 'table', disabled: now.table, into: true, act: () => { insertTable(editor) } },
      { id: 'rule', icon: 'minus', into: true, act: () => { insertRule(editor) } },
      ...(boxes ? [{ id: 'callout', icon: 'info' as const, disabled: !now.mayBox, into: true as const, act: () => { insertCallout(editor, 'note') } }, { id: 'fold', icon: 'list-collapse' as const, disabled: !now.mayBox, into: true as const, act: () => { insertFold(editor) } }] : []),
    ],
    [{ id: 'undo', icon: 'undo-2', disabled: !can.undo, act: () => { undo(editor) } }, { id: 'redo', icon: 'redo-2', disabled: !can.redo, act: () => { redo(editor) } }],
    ...(now.table ? [[table('rowAbove', 'plus'), table('rowBelow', 'plus'), table('columnBefore', 'plus'), table('columnAfter', 'plus'), table('rowRemove', 'minus'), table('columnRemove', 'minus'), table('remove', 'trash-2')]] : []),
    ...(now.box ? [[
      ...(now.box === 'fold' ? [] : calloutKinds.map((kind): Key => ({ id: `callout-${kind}`, icon: 'info', word: t(`callout.${kind}`), pressed: now.box === kind, act: () => { setCallout(editor, kind) } }))),
      { id: 'unwrap', icon: 'x' as const, word: t(now.box === 'fold' ? 'fold.remove' : 'callout.remove'), act: () => { unwrapBox(editor) } },
    ]] : []),
  ]
  const keys = groups.flat()
  const stop = keys.some(key => key.id === current) ? current : 'bold'

  /** By keyboard the bar keeps the focus, unless the key leads into the text; by pointer the text has or gets it. */
  const press = (key: Key, byKeyboard: boolean): void => {
    if (key.disabled) return
    if (key.apart) key.act()
    else if (!byKeyboard && document.activeElement !== editor.getRootElement()) editor.focus(key.act)
    else if (byKeyboard && !key.into) editor.update(key.act, { tag: SKIP_DOM_SELECTION_TAG })
    else editor.focus(key.act)
  }

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      editor.focus()
      return
    }
    const at = keys.findIndex(key => key.id === stop)
    const to = event.key === 'ArrowRight' ? (at + 1) % keys.length : event.key === 'ArrowLeft' ? (at + keys.length - 1) % keys.length : event.key === 'Home' ? 0 : event.key === 'End' ? keys.length - 1 : -1
    const next = keys[to]
    if (!next) return
    event.preventDefault()
    setCurrent(next.id)
    bar.current?.querySelector<HTMLButtonElement>(`[data-key="${next.id}"]`)?.focus()
  }

  return (
    <div className="bar ed-bar" role="toolbar" aria-label={t('toolbar')} aria-controls={id} aria-orientation="horizontal" ref={bar} onKeyDown={move}>
      {groups.map((group, at) => (
        <span className={at >= 4 ? 'ed-group ed-tablekeys' : 'ed-group'} key={at}>
          {group.map(key => (
            <button
              key={key.id} type="button" data-key={key.id} className={key.word ? 'btn q sm' : 'ib'} tabIndex={key.id === stop ? 0 : -1}
              aria-label={key.word ? undefined : t(`key.${key.id}`)} title={key.word ? undefined : t(`key.${key.id}`)}
              aria-pressed={key.pressed} aria-disabled={key.disabled ? true : undefined}
              onMouseDown={event => { event.preventDefault() }} onFocus={() => { setCurrent(key.id) }} onClick={event => { press(key, event.detail === 0) }}
            >
              {key.word && key.pressed !== undefined ? null : <Icon name={key.icon} {...(key.word ? { small: true } : {})} />}{key.word}
            </button>
          ))}
        </span>
      ))}
      {files && <input ref={picker} type="file" multiple hidden aria-hidden tabIndex={-1} onChange={event => {
        editor.dispatchCommand(INSERT_FILES, [...(event.target.files ?? [])])
        event.target.value = ''
      }} />}
    </div>
  )
}
