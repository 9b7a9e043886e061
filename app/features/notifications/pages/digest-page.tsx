import { formatMoment } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Segments } from '~/ui/navigation'
import type { Digest } from '../digest'
import { toldWords } from '../words'

/** The digest as it would leave now, in the order and with the words of the mail. */
export function DigestPage({ digest, subject, weekly }: { digest: Digest; subject: string; weekly: boolean }) {
  const t = useT('notifications')
  const m = useT('mail')
  const tongue = useTongue()
  const base = '/akun/pemberitahuan/ringkasan'
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('ui:nav.settings'), href: '/akun' }, { label: t('settings.title'), href: '/akun/pemberitahuan' }, { label: t('preview.title') }]} />
      <h1>{t('preview.title')}</h1>
      <p className="lede mt-2">{t('preview.lede')}</p>
      <Segments label={t('preview.range')} items={[{ label: t('preview.daily'), href: base, current: !weekly }, { label: t('preview.weekly'), href: `${base}?laju=mingguan`, current: weekly }]} />
      {digest.threads.length === 0 ? <div className="mt-5"><EmptyState title={t('preview.nothing')}>{t('preview.nothingText')}</EmptyState></div> : (
        <article className="card mt-5">
          <p className="sm muted">{t('preview.subject')}</p>
          <p className="b">{subject}</p>
          {digest.threads.map(thread => (
            <section key={thread.key} className="mt-4 border-t border-line pt-4">
              <p className="sm muted">{toldWords(t, thread.why, thread.whyCount, thread.names)}</p>
              <h2><a href={thread.url}>{thread.title}</a></h2>
              {thread.lines.map((line, at) => (
                <p key={at} className="mt-2"><b className="b">{line.name}</b> <span className="xs faint">{formatMoment(line.at, tongue)}</span>{line.text && <><br />{line.name === '' ? line.text : m('said', { text: line.text })}</>}</p>
              ))}
              {thread.more > 0 && <p className="sm muted mt-2">{m('more', { count: thread.more })}</p>}
              <p className="mt-2"><a className="link b" href={thread.url}>{thread.count > 1 ? m('readMany', { count: thread.count }) : m(thread.names.some(name => name !== '') ? 'read' : 'see')}</a></p>
            </section>
          ))}
          {digest.also.length > 0 && (
            <p className="mt-4 border-t border-line pt-4">{m('also')} {digest.also.map((one, at) => <span key={one.url}>{at > 0 && ', '}<a className="link" href={one.url}>{one.title}</a> {m('count', { count: one.count })}</span>)}{digest.rest > 0 && <> {m('rest', { count: digest.rest })}</>}</p>
          )}
        </article>
      )}
    </div>
  )
}
