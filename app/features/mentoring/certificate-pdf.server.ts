import { encode } from 'uqr'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import { printable, wrap } from '~/platform/report/pdf.server'
import type { Viewer } from '~/platform/viewer'
import type { CertificateView } from './certificates-views'

/** The squares of a QR code as one SVG path; `size` counts squares with the quiet edge. */
export function qrPath(address: string): { size: number; path: string } {
  const { size, data } = encode(address, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}

const SIZE: [number, number] = [841.89, 595.28]
const CENTRE = SIZE[0] / 2

/** One page, A4 across: band on top, the name in the middle, number and QR at the foot. No NIP and no date of birth. */
export async function certificatePdf({ facts, number, issuedAt }: CertificateView, address: string, viewer: Viewer): Promise<Buffer> {
  const { PDFDocument, rgb, StandardFonts } = await import('pdf-lib')
  const t = translator(viewer.locale, 'requests')
  const tongue = { locale: viewer.locale, timeZone: 'Asia/Jakarta', now: issuedAt }
  const day = (text: string) => formatDate(`${text}T12:00:00Z`, { ...tongue, timeZone: 'UTC' })
  const pdf = await PDFDocument.create()
  pdf.setTitle(`${t('certificate.title', { number })}`)
  pdf.setLanguage(viewer.locale)
  const [plain, bold] = await Promise.all([pdf.embedFont(StandardFonts.Helvetica), pdf.embedFont(StandardFonts.HelveticaBold)])
  const ink = rgb(0.1, 0.16, 0.17)
  const quiet = rgb(0.38, 0.43, 0.42)
  const gold = rgb(0.68, 0.51, 0.16)
  const page = pdf.addPage(SIZE)
  for (let x = 0; x < SIZE[0]; x += 16) {
    page.drawRectangle({ x, y: SIZE[1] - 22, width: 16, height: 22, color: gold })
    page.drawSvgPath('M8 3 L13 11 L8 19 L3 11 Z', { x, y: SIZE[1], color: rgb(1, 0.98, 0.93) })
  }
  let y = SIZE[1] - 96
  const centred = (words: string, size: number, { strong = false, after = 8, pale = false }: { strong?: boolean; after?: number; pale?: boolean } = {}) => {
    const font = strong ? bold : plain
    for (const line of wrap(printable(words), part => font.widthOfTextAtSize(part, size), SIZE[0] - 180)) {
      page.drawText(line, { x: CENTRE - font.widthOfTextAtSize(line, size) / 2, y, size, font, color: pale ? quiet : ink })
      y -= size * 1.35
    }
    y -= after
  }
  centred(t('certificate.kicker'), 15, { pale: true, after: 2 })
  centred(number, 10.5, { pale: true, after: 26 })
  centred(facts.name, facts.name.length > 40 ? 25 : 32, { strong: true, after: 8 })
  centred(t(facts.role === 'MENTOR' ? 'certificate.asMentor' : 'certificate.asLearner', { title: facts.title }), 15, { after: 6 })
  // a group's mentor has many; the certificate stays one page
  const others = facts.withNames.filter(Boolean)
  if (others.length > 0 && others.length <= 6) centred(t('certificate.with', { names: others.join(', ') }), 11.5, { pale: true, after: 14 })
  const worth = facts.role === 'LEARNER' ? t('certificate.jpOf', { jp: formatNumber(facts.jp, viewer.locale, 1), minutes: facts.minutes }) : t('certificate.minutesOf', { minutes: facts.minutes })
  centred(`${t('certificate.fromTo', { from: day(facts.startsOn), to: day(facts.endsOn) })} · ${t('certificate.sessions')}: ${facts.sessions} · ${worth}`, 11.5, { after: 2 })
  if (facts.goals > 0) centred(t('certificate.goals', { achieved: facts.goalsAchieved, count: facts.goals }), 11.5, { after: 2 })
  page.drawText(printable(facts.issuer), { x: 72, y: 92, size: 12, font: bold, color: ink })
  page.drawText(printable(`${t('certificate.issued')} ${formatDate(issuedAt, tongue)}`), { x: 72, y: 75, size: 10.5, font: plain, color: quiet })
  page.drawText(printable(`${t('certificate.at')} ${address}`), { x: 72, y: 48, size: 8.5, font: plain, color: quiet })
  const { size, path } = qrPath(address)
  page.drawSvgPath(path, { x: SIZE[0] - 72 - 92, y: 136, scale: 92 / size, color: rgb(0, 0, 0) })
  return Buffer.from(await pdf.save())
}
