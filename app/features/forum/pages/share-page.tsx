import { useEffect, useState } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { AudienceWord } from '../components/topic-row'

/** The address of a post, and plain links that carry it elsewhere. No script of anybody else's. */
export function SharePage({ path, address, title, number, audience }: { path: string; address: string; title: string; number: number; audience: string }) {
  const t = useT('finding', 'forum')
  const [said, setSaid] = useState('')
  const [native, setNative] = useState(false)
  useEffect(() => setNative(typeof navigator.share === 'function'), [])
  const words = `${title}${number > 1 ? ` #${number}` : ''}`
  const copy = () => { void navigator.clipboard?.writeText(address).then(() => setSaid(t('share.copied')), () => undefined) }
  return (
    <div className="text">
      <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: words, href: path }]} />
      <h1>{t('share.title')}</h1>
      <p className="lede mt-2">{words}</p>
      {audience === 'public' ? null : <NoteBar className="mt-4"><AudienceWord audience={audience} /> · {t('share.onlyReaders')}</NoteBar>}
      <div className="form mt-5">
        <Field label={t('share.address')} name="alamat"><TextInput readOnly defaultValue={address} onFocus={event => event.currentTarget.select()} /></Field>
        <div className="row">
          <Button type="button" look="primary" className="js" onClick={copy}>{t('share.copy')}</Button>
          {native ? <Button type="button" onClick={() => { void navigator.share({ title: words, url: address }).catch(() => undefined) }}>{t('share.device')}</Button> : null}
          <ButtonLink href={`https://wa.me/?text=${encodeURIComponent(`${words}\n${address}`)}`} rel="noopener noreferrer">{t('share.whatsapp')}</ButtonLink>
          <ButtonLink href={`mailto:?subject=${encodeURIComponent(words)}&body=${encodeURIComponent(address)}`}>{t('share.mail')}</ButtonLink>
        </div>
        <p role="status" className="sm muted">{said}</p>
      </div>
      <ButtonLink look="quiet" href={path}>{t('share.back')}</ButtonLink>
    </div>
  )
}
