import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { NoteBar, State } from '~/ui/marks'
import type { CertificateView } from '../../certificates-views'
import { useDay } from './agreement-page'

/** What a certificate says, for whoever holds it against the light. `qr` is a picture of this page's own address, as an SVG path. */
export function CertificatePage({ certificate, address, qr }: { certificate: CertificateView; address: string; qr: { size: number; path: string } }) {
  const t = useT('requests')
  const tongue = useTongue()
  const dayOf = useDay()
  const { facts } = certificate
  const worth = facts.role === 'LEARNER' ? t('certificate.jpOf', { jp: formatNumber(facts.jp, tongue.locale, 1), minutes: facts.minutes }) : t('certificate.minutesOf', { minutes: facts.minutes })
  return (
    <div className="text">
      <div className="songket" aria-hidden="true" />
      <p className="sm muted mt-4">{t('certificate.kicker')}</p>
      <h1>{facts.name}</h1>
      <p className="lede mt-2">{t(facts.role === 'MENTOR' ? 'certificate.asMentor' : 'certificate.asLearner', { title: facts.title })}</p>
      {certificate.revoked ? <NoteBar tone="red">{t('certificate.revoked')}</NoteBar> : <p className="mt-3"><State icon="circle-check" tone="leaf">{t('certificate.valid')}</State></p>}
      <table className="table mt-5">
        <caption className="vh">{t('certificate.caption')}</caption>
        <tbody>
          <tr><th scope="row">{t('certificate.number')}</th><td>{certificate.number}</td></tr>
          <tr><th scope="row">{t('certificate.worth')}</th><td>{worth}</td></tr>
          <tr><th scope="row">{t('certificate.sessions')}</th><td>{formatNumber(facts.sessions, tongue.locale)}</td></tr>
          <tr><th scope="row">{t('certificate.term')}</th><td>{t('certificate.fromTo', { from: dayOf(facts.startsOn), to: dayOf(facts.endsOn) })}</td></tr>
          <tr><th scope="row">{t('certificate.issued')}</th><td>{formatDate(certificate.issuedAt, tongue)}</td></tr>
          <tr><th scope="row">{t('certificate.issuer')}</th><td>{facts.issuer}</td></tr>
        </tbody>
      </table>
      <div className="row items-end mt-5">
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} width="128" height="128" role="img" aria-label={t('certificate.qr')}><rect width={qr.size} height={qr.size} fill="#fff" /><path d={qr.path} fill="#000" /></svg>
        <p className="sm muted flex-1 break-all">{t('certificate.at')} {address}</p>
      </div>
      {certificate.mine ? <p className="mt-5"><ButtonLink icon="download" href={`/sertifikat/${certificate.code}/unduh`}>{t('closing.download')}</ButtonLink></p> : null}
    </div>
  )
}
