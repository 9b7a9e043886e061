import { useNavigate } from '@remix-run/react'
import { useEffect, useId, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import type { IconName } from '~/ui/icons/names'
import { forgetSearches, recentSearches, rememberSearch } from '../quick'
import { iconOf, Marked, useKindName } from './result'
import { useQuick } from './use-quick'

interface Option {
  key: string
  href: string
  icon: IconName
  /** escaped HTML, or plain text */
  html?: string
  text?: string
  detail?: string
}

interface Group {
  label: string
  options: Option[]
}

/** The overlay: a combobox over links. Arrows choose, Enter opens, Ctrl Enter opens beside, Esc goes back to where one was. */
export default function QuickPanel({ initial, open, onClose }: { initial: string; open: boolean; onClose: () => void }) {
  const t = useT('search')
  const dialog = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  const [text, setText] = useState(initial)
  const [active, setActive] = useState(0)
  const { groups, state, total } = useGroups(text)
  const options = useMemo(() => groups.flatMap(group => group.options), [groups])
  const id = useId()

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  useEffect(() => { document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' }) }, [active, id])

  const chosen = options[Math.min(active, options.length - 1)]
  const leave = (href: string, beside: boolean) => {
    rememberSearch(text)
    if (beside) {
      window.open(href, '_blank', 'noopener')
      return
    }
    onClose()
    navigate(href)
  }
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move && options.length > 0) {
      event.preventDefault()
      setActive(at => (Math.min(at, options.length - 1) + move + options.length) % options.length)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && chosen) {
      event.preventDefault()
      leave(chosen.href, true)
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) leave(chosen.href, false)
    else if (text.trim()) leave(`/cari?q=${encodeURIComponent(text.trim())}`, false)
  }

  let at = -1
  return (
    <dialog ref={dialog} className="pop qk" aria-label={t('quick.label')} onClose={onClose} onClick={event => { if (event.target === event.currentTarget) onClose() }}>
      <form className="q" role="search" action="/cari" onSubmit={send}>
        <Icon name="search" />
        <input
          name="q" type="text" role="combobox" aria-label={t('quick.field')} placeholder={t('quick.field')} value={text} maxLength={100} autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false}
          enterKeyHint="search" aria-expanded={options.length > 0} aria-controls={options.length > 0 ? `${id}-list` : undefined} aria-autocomplete="list" aria-activedescendant={chosen ? `${id}-${options.indexOf(chosen)}` : undefined}
          onChange={event => { setText(event.target.value); setActive(0) }} onKeyDown={press}
        />
        <button type="button" className="ib s" aria-label={t('quick.close')} onClick={onClose}><kbd className="pc" aria-hidden="true">Esc</kbd><Icon name="x" className="ph" /></button>
      </form>
      {options.length > 0 && <div role="listbox" id={`${id}-list`} aria-label={t('quick.results')}>
        {groups.map(group => (
          <div role="group" aria-label={group.label} key={group.label}>
            <p className="gh" aria-hidden="true">{group.label}</p>
            {group.options.map(option => {
              at += 1
              const own = at
              return (
                <a key={option.key} id={`${id}-${own}`} className="o" role="option" tabIndex={-1} href={option.href} aria-selected={option === chosen}
                  onMouseMove={() => setActive(own)} onClick={event => { rememberSearch(text); if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onClose() }}>
                  <Icon name={option.icon} />
                  <span className="min-w-0 flex-1">{option.html === undefined ? option.text : <Marked html={option.html} />}{option.detail && <small>{option.detail}</small>}</span>
                  {option === chosen && <kbd className="pc" aria-hidden="true">↵</kbd>}
                </a>
              )
            })}
          </div>
        ))}
      </div>}
      <p className="vh" role="status">{state === 'done' ? (total === null ? '' : t('quick.status', { count: total.count, total: total.text })) : ''}</p>
      {state !== 'done' && state !== 'loading' && <p className="sm muted px-4 pt-3">{state === 'failed' ? t('quick.failed') : t('quick.start')}</p>}
      {state === 'done' && total?.count === 0 && <p className="sm muted px-4 pt-3">{t('quick.none', { text: text.trim() })}</p>}
      <Foot recent={text.trim() === '' && options.length > 0} onForget={() => { forgetSearches(); onClose() }} />
    </dialog>
  )
}

function Foot({ recent, onForget }: { recent: boolean; onForget: () => void }) {
  const t = useT('search')
  return (
    <div className="f">
      <span><kbd>↑</kbd> <kbd>↓</kbd> {t('quick.choose')}</span>
      <span><kbd>↵</kbd> {t('quick.open')}</span>
      <span><kbd>Ctrl ↵</kbd> {t('quick.newTab')}</span>
      {recent && <button type="button" className="link" onClick={onForget}>{t('quick.forget')}</button>}
    </div>
  )
}

/** What the list shows for the text typed so far. */
function useGroups(text: string): { groups: Group[]; state: 'short' | 'loading' | 'done' | 'failed'; total: { count: number; text: string } | null } {
  const t = useT('search')
  const { locale } = useTongue()
  const kindName = useKindName()
  const { answer, of, state } = useQuick(text)
  const typed = text.trim()
  return useMemo(() => {
    const all = (words: string): string => `/cari?q=${encodeURIComponent(words)}`
    if (typed === '') {
      const recent = recentSearches()
      return { state, total: null, groups: recent.length === 0 ? [] : [{ label: t('quick.recent'), options: recent.map(words => ({ key: words, href: all(words), icon: 'history' as const, text: words })) }] }
    }
    const count = answer ? `${formatNumber(answer.total.count, locale)}${answer.total.open ? '+' : ''}` : ''
    const direct: Option[] = (answer?.hits ?? []).map(hit => ({
      key: hit.id, href: hit.url, icon: iconOf(hit), html: hit.title,
      detail: (hit.kind === 'person' ? [hit.meta.position, hit.meta.unit] : [hit.meta.label ? t(hit.meta.label) : kindName(hit.kind), hit.meta.shelfName, hit.authorName]).filter(Boolean).join(' · '),
    }))
    const commands: Option[] = [
      ...(answer?.write ? [{ key: 'write', href: answer.write + encodeURIComponent(typed), icon: 'pen-line' as const, text: t('quick.write', { text: typed }), detail: t('quick.writeHint') }] : []),
      { key: 'all', href: all(typed), icon: 'search', text: t('quick.all', { text: typed }), ...(answer && of === typed && { detail: t(answer.total.open ? 'countOpen' : 'count', { count: answer.total.count, total: formatNumber(answer.total.count, locale) }) }) },
    ]
    return {
      state, total: answer && of === typed ? { count: answer.total.count, text: count } : null,
      groups: [...(direct.length > 0 ? [{ label: t('quick.direct'), options: direct }] : []), { label: t('quick.commands'), options: commands }],
    }
  }, [typed, answer, of, state, locale, t, kindName])
}
