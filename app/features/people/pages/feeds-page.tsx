import { Fragment } from 'react'
import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { NoteBar } from '~/ui/marks'
import { AccountFrame } from '../components/account-frame'

export const feedNames = ['belum-dibaca', 'diikuti', 'pemberitahuan'] as const

/** Addresses of one's own feeds. They are shown once, when they are made. */
export function FeedsPage({ made, token, origin }: { made: number | null; token: string | null; origin: string }) {
  const t = useT('feeds')
  const tongue = useTongue()
  return (
    <AccountFrame title={t('title')} lede={t('lede')}>
      {token ? (
        <NoteBar tone="leaf" role="status">
          <p>{t('shownOnce')}</p>
          <dl className="dl mt-3">
            {feedNames.map(name => <Fragment key={name}><dt>{t(`name.${name}`)}</dt><dd><code className="break-all">{`${origin}/umpan/${token}/${name}.xml`}</code></dd></Fragment>)}
          </dl>
        </NoteBar>
      ) : <p className="muted">{made ? t('made', { day: formatDate(made, tongue) }) : t('none')}</p>}
      <div className="row mt-5">
        <form method="post" action="/akun/umpan"><Button look={made ? 'plain' : 'primary'} name="act" value="baru">{t(made ? 'renew' : 'make')}</Button></form>
        {made ? <form method="post" action="/akun/umpan"><Button look="quiet" name="act" value="hapus">{t('drop')}</Button></form> : null}
      </div>
      {made ? <p className="sm faint mt-2">{t('renewHint')}</p> : null}
    </AccountFrame>
  )
}
