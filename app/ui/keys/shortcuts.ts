/** Single-letter keys. Fetched at the first such key; the list of them is the page `/pintasan`, which the sheet shows. */

const places: Record<string, string> = { h: '/', f: '/forum', u: '/forum/belum-dibaca', b: '/forum/baru', m: '/markah', p: '/pemberitahuan' }
/** How long, in ms, `g` waits for its second letter. */
const WAIT = 1_500

let going = 0

function step(by: 1 | -1): void {
  const things = [...document.querySelectorAll<HTMLElement>('.post, .trow')]
  if (things.length === 0) return
  const line = 120
  const at = things.findLastIndex(thing => thing.getBoundingClientRect().top <= line)
  const next = things[Math.min(things.length - 1, Math.max(0, by === 1 ? at + 1 : (at < 0 ? 0 : at - (Math.abs((things[at]?.getBoundingClientRect().top ?? 0) - 88) < 40 ? 1 : 0))))]
  if (!next) return
  const target = next.querySelector<HTMLElement>('h3 a') ?? next
  if (target === next && !next.hasAttribute('tabindex')) next.tabIndex = -1
  target.focus({ preventScroll: true })
  window.scrollTo({ top: window.scrollY + next.getBoundingClientRect().top - 88 })
}

async function sheet(): Promise<void> {
  const open = document.querySelector<HTMLDialogElement>('dialog[data-shortcuts]')
  if (open) return open.close()
  const answer = await fetch('/pintasan')
  if (!answer.ok) return location.assign('/pintasan')
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#pintasan')
  if (!page) return location.assign('/pintasan')
  const dialog = document.createElement('dialog')
  dialog.dataset.shortcuts = ''
  dialog.className = 'pop dlg'
  dialog.setAttribute('aria-labelledby', 'pintasan-judul')
  dialog.append(document.importNode(page, true))
  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'row mt-5'
  const close = document.createElement('button')
  close.className = 'btn p'
  close.textContent = page.getAttribute('data-close') ?? '×'
  form.append(close)
  dialog.append(form)
  const before = document.activeElement
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (before instanceof HTMLElement) before.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}

/** @returns whether the key meant something here */
export function pressed(key: string): boolean {
  if (document.querySelector('dialog[open]') && key !== '?') return false
  if (Date.now() - going < WAIT && places[key]) {
    going = 0
    location.assign(places[key])
    return true
  }
  going = 0
  if (key === 'g') going = Date.now()
  else if (key === 'j') step(1)
  else if (key === 'k') step(-1)
  else if (key === '?') void sheet()
  else if (key === 'r') {
    const reply = document.querySelector<HTMLElement>('.post:focus-within a[data-act=reply], .post:focus a[data-act=reply]') ?? document.querySelector<HTMLElement>('.comp [contenteditable], .comp textarea, .comp button')
    if (!reply) return false
    if (reply.matches('a')) reply.click()
    else {
      reply.scrollIntoView({ block: 'center' })
      reply.focus()
      if (reply.matches('button')) reply.click()
    }
  } else return false
  return true
}
