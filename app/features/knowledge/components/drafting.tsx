import { useCallback, useEffect, useRef, useState } from 'react'
import type { SharedText } from '~/editor/ComposerField'
import { useT } from '~/platform/i18n/i18n'
import { NoteBar } from '~/ui/marks'
import type { Drafting, DraftingView } from '../drafting/session'
import type { SharedForm } from '../drafting-facts'

const before: DraftingView = { state: 'opening', people: [], base: null, generation: null, saved: null, discarded: null }

/** Writing one text together: brings it over, and says who is here and what became of it. Its script comes only where somebody edits. */
export function useDrafting(form: SharedForm | null): { view: DraftingView; shared: (() => Promise<SharedText | null>) | undefined } {
  const [view, setView] = useState(before)
  const running = useRef<{ drafting: Promise<Drafting>; gone: boolean } | null>(null)
  const shared = useCallback(async () => {
    if (!form) return null
    const last = running.current
    if (last) {
      last.gone = true
      last.drafting.then(drafting => drafting.end(), () => undefined)
      setView(before)
    }
    const mine = { gone: false, drafting: import('../drafting/session').then(({ Drafting }) => new Drafting(form, next => { if (!mine.gone) setView(next) })) }
    running.current = mine
    return (await mine.drafting).begin()
  }, [form])
  useEffect(() => () => {
    const mine = running.current
    running.current = null
    if (!mine) return
    mine.gone = true
    mine.drafting.then(drafting => drafting.end(), () => undefined)
  }, [])
  // what was typed a moment ago goes before the form does
  useEffect(() => {
    const flush = (): void => { running.current?.drafting.then(drafting => drafting.flush(), () => undefined) }
    document.addEventListener('submit', flush, true)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('submit', flush, true)
      window.removeEventListener('pagehide', flush)
    }
  }, [])
  return { view, shared: form ? shared : undefined }
}

interface Told { name: string; revision: number; own: boolean }
interface Anew { turn: number; told: Told; doc: unknown; markdown: string; shared: SharedForm }

/** Somebody threw the shared text away: the last revision is fetched and takes its place. The other fields of the form stay. */
export function useAnew(articleId: number | null): { anew: Anew | null; follow: (told: Told) => void } {
  const [anew, setAnew] = useState<Anew | null>(null)
  const told = useRef<Told | null>(null)
  const follow = useCallback((next: Told) => {
    if (told.current === next) return
    told.current = next
    fetch(`/artikel/${articleId}/naskah`).then(async answer => {
      const text = answer.ok ? (await answer.json() as Omit<Anew, 'turn' | 'told'>) : null
      if (text && told.current === next) setAnew(before => ({ turn: (before?.turn ?? 0) + 1, told: next, ...text }))
    }).catch(() => undefined) // the page stays apart, with the words it has
  }, [articleId])
  return { anew, follow }
}

function Mark({ colour }: { colour: string }) {
  return <span className="ed-dot" ref={dot => { dot?.style.setProperty('--ed-dot', colour) }} />
}

/** Who is here, and how it stands, in words. */
export function DraftingLine({ view, form }: { view: DraftingView; form: SharedForm }) {
  const t = useT('knowledge')
  const { state, people, saved } = view
  const others = people.filter(person => person.id !== form.person.id)
  const words = state === 'opening' ? '' : t(`together.${state}`)
  const told = saved === null ? '' : saved.own ? t('together.savedOwn', { number: saved.revision }) : t(saved.with ? 'together.saved' : 'together.savedElsewhere', { name: saved.name, number: saved.revision })
  return (
    <div className="ed-together">
      {others.length > 0 ? (
        <p className="ed-here sm" aria-label={t('together.here')}>
          {others.map(person => <span key={person.id} className="ed-who"><Mark colour={person.colour} />{person.name}</span>)}
        </p>
      ) : null}
      <p className="xs muted" role="status">{[words, told].filter(Boolean).join(' ')}</p>
      {state === 'on' && form.aside ? (
        <details className="mt-3">
          <summary className="b">{t('together.aside')}</summary>
          <NoteBar tone="sea" className="mt-2">{t('together.asideText')}</NoteBar>
          <textarea className="in mt-2" rows={8} readOnly aria-label={t('together.aside')} defaultValue={form.aside} />
        </details>
      ) : null}
    </div>
  )
}
