import { useEffect, useState } from 'react'
import { ToastRegion, useToast } from './toast'

/** What somebody sent with a form, kept in this tab until it is known that it arrived. */
interface Sent {
  who: number
  /** the page the form stood on, and where it sends to */
  page: string
  action: string
  fields: [name: string, value: string][]
}

const PLACE = 'balai:sent'
const SIGN_IN = '/masuk'
const MOST = 200_000

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person can see and fill in: nothing hidden, no passwords, no files. */
const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter((one): one is Control =>
  'name' in one && one.name !== '' && (one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement || (one instanceof HTMLInputElement && !['hidden', 'password', 'file', 'submit', 'image', 'button'].includes(one.type))))

const isTick = (one: Control): one is HTMLInputElement => one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio')

export const typedIn = (form: HTMLFormElement): Sent['fields'] =>
  controlsOf(form).flatMap(one => (isTick(one) && !one.checked ? [] : one instanceof HTMLSelectElement && one.multiple ? [...one.selectedOptions].map(option => [one.name, option.value] as [string, string]) : [[one.name, one.value] as [string, string]]))

/** Puts it back, and tells whoever listens to the fields. */
export function fillIn(form: HTMLFormElement, fields: Sent['fields']): void {
  const left = [...fields]
  for (const one of controlsOf(form)) {
    if (isTick(one)) one.checked = fields.some(([name, value]) => name === one.name && value === one.value)
    else if (one instanceof HTMLSelectElement && one.multiple) for (const option of one.options) option.selected = fields.some(([name, value]) => name === one.name && value === option.value)
    else {
      const at = left.findIndex(([name]) => name === one.name)
      if (at < 0) continue
      one.value = left.splice(at, 1)[0]![1]
    }
    one.dispatchEvent(new Event(one instanceof HTMLSelectElement || isTick(one) ? 'change' : 'input', { bubbles: true }))
  }
}

/** Storage can be full, switched off or written by somebody else: then nothing is brought back. */
function remember(sent: Sent | null): void {
  try {
    const text = JSON.stringify(sent)
    if (sent && text.length <= MOST) sessionStorage.setItem(PLACE, text)
    else sessionStorage.removeItem(PLACE)
  } catch { /* see above */ }
}

function remembered(): Sent | null {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Sent | null
  } catch {
    return null
  }
}

const here = () => location.pathname + location.search
const pathOf = (form: HTMLFormElement) => new URL(form.action, document.baseURI).pathname

/** Whoever comes from there has just signed in. */
const fromSignIn = () => URL.canParse(document.referrer) && new URL(document.referrer).pathname === SIGN_IN

/** Called on every page of somebody signed in: the form that was refused because the session had ended is filled in again for the same person. @returns whether it was */
export function bringBack(who: number): boolean {
  const sent = remembered()
  if (!sent) return false
  remember(null)
  if (!fromSignIn() || sent.who !== who || sent.page !== here()) return false
  const form = [...document.forms].find(one => one.method === 'post' && pathOf(one) === sent.action && controlsOf(one).some(control => sent.fields.some(([name]) => name === control.name)))
  if (!form) return false
  fillIn(form, sent.fields)
  controlsOf(form)[0]?.focus()
  return true
}

function Say({ text }: { text: string }) {
  const { show } = useToast()
  useEffect(() => show({ text }), [show, text])
  return null
}

/**
 * A session can end while somebody fills in a long form. What they typed waits in this tab while they sign in, and stands in the form when
 * they are back. Forms that keep drafts, and those sent by script, take care of themselves.
 */
export default function SentForms({ who, page, words }: { who: number; page: string; words: { back: string; region: string; close: string } }) {
  const [back, setBack] = useState(false)
  useEffect(() => { if (bringBack(who)) setBack(true) }, [who, page])
  useEffect(() => {
    const keep = (event: SubmitEvent) => {
      const form = event.target
      if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return
      const fields = typedIn(form)
      if (fields.length > 0) remember({ who, page: here(), action: pathOf(form), fields })
    }
    window.addEventListener('submit', keep)
    return () => window.removeEventListener('submit', keep)
  }, [who])
  return back ? <ToastRegion label={words.region} closeLabel={words.close}><Say text={words.back} /></ToastRegion> : null
}
