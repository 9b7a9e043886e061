import { useEffect, useState } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'

type State = 'asking' | 'cannot' | 'off' | 'on' | 'working' | 'denied'

async function subscription(): Promise<PushSubscription | null> {
  return (await (await navigator.serviceWorker.ready).pushManager.getSubscription()) ?? null
}

const bytesOf = (key: string) => Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0))

async function post(fields: Record<string, string>): Promise<void> {
  const answer = await fetch('/akun/pemberitahuan/perangkat', { method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
}

async function switchOn(publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
  const manager = (await navigator.serviceWorker.ready).pushManager
  const made = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) })
  const { endpoint = '', keys } = made.toJSON()
  await post({ endpoint, p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' })
}

async function switchOff(): Promise<void> {
  const known = await subscription()
  if (!known) return
  await post({ endpoint: known.endpoint, matikan: '1' })
  await known.unsubscribe()
}

/** Wakes this very browser for its person, or lets it rest. Only where browser and script can. */
export function PushSwitch({ publicKey }: { publicKey: string }) {
  const t = useT('notifications')
  const [state, setState] = useState<State>('asking')
  useEffect(() => {
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return setState('cannot')
    let gone = false
    setState('off')
    subscription().then(known => { if (!gone && known) setState('on') }, () => undefined)
    return () => { gone = true }
  }, [])
  const press = () => {
    setState('working')
    const act = state === 'on' ? switchOff() : switchOn(publicKey)
    act.then(() => location.assign('/akun/pemberitahuan#devices'), () => setState('denied'))
  }
  if (state === 'asking') return <noscript><p className="sm muted">{t('settings.needsScript')}</p></noscript>
  if (state === 'cannot') return <p className="sm muted">{t('settings.cannot')}</p>
  return (
    <>
      <Button type="button" onClick={press} working={state === 'working'} workingLabel={t('settings.working')}>{t(state === 'on' ? 'settings.off' : 'settings.on')}</Button>
      {state === 'denied' && <p className="err" role="alert">{t('settings.denied')}</p>}
    </>
  )
}
