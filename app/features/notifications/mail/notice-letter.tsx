import { Link, Section, Text } from '@react-email/components'
import { formatDate } from '~/platform/i18n/format'
import { translator, type Tongue } from '~/platform/i18n/i18n'
import { inkOf, Letter, Paragraph } from '~/platform/mail/letter'
import type { Locale } from '~/platform/viewer'
import type { Digest, DigestThread } from '../digest'
import type { Pace } from '../groups'
import { toldWords } from '../words'

type LetterPace = Exclude<Pace, 'OFF'>

const small = { margin: '0 0 3px', fontSize: 13, lineHeight: '20px', color: inkOf.ink3 }
const link = { color: inkOf.seaText }

function Thread({ thread, locale, origin }: { thread: DigestThread; locale: Locale; origin: string }) {
  const t = translator(locale, 'mail')
  const href = origin + thread.url
  return (
    <Section style={{ padding: '18px 0 0', borderTop: `1px solid ${inkOf.line}` }}>
      <Text style={small}>{toldWords(translator(locale, 'notifications'), thread.why, thread.whyCount, thread.names)}</Text>
      <Text style={{ margin: '0 0 6px', fontSize: 17, lineHeight: '24px', fontWeight: 700 }}><Link href={href} style={{ color: inkOf.ink, textDecoration: 'none' }}>{thread.title}</Link></Text>
      {thread.lines.filter(line => line.text !== '').map((line, at) => (
        <Text key={at} style={{ margin: '0 0 8px', fontSize: 15, lineHeight: '24px', color: inkOf.ink2 }}>{line.name === '' ? line.text : <><strong style={{ color: inkOf.ink }}>{line.name}:</strong> {t('said', { text: line.text })}</>}</Text>
      ))}
      {thread.more > 0 && <Text style={small}>{t('more', { count: thread.more })}</Text>}
      <Text style={{ margin: '4px 0 18px', fontSize: 14 }}><Link href={href} style={{ color: inkOf.seaText, fontWeight: 600 }}>{thread.count > 1 ? t('readMany', { count: thread.count }) : t(thread.names.some(name => name !== '') ? 'read' : 'see')}</Link></Text>
    </Section>
  )
}

export interface NoticeLetterProps {
  digest: Digest
  pace: LetterPace
  name: string
  tongue: Tongue
  city: string
  /** scheme and host */
  origin: string
  /** the page that ends these mails */
  stop: string
}

/** Mail at once and digests are one letter: by thread, what concerns the reader first, with the words that matter and one link each. */
export function NoticeLetterMail({ digest, pace, name, tongue, city, origin, stop }: NoticeLetterProps) {
  const { locale } = tongue
  const t = translator(locale, 'mail')
  const count = digest.threads.length + digest.also.length + digest.rest
  const first = digest.threads[0]
  return (
    <Letter
      locale={locale} city={city} heading={t(count > 1 ? 'heading.many' : 'heading.one', { count, name })}
      preheader={[first?.lines[0]?.name, first?.lines[0]?.text].filter(Boolean).join(': ').slice(0, 120)}
      footer={<>{t(`why.${pace}`)} <Link href={`${origin}/akun/pemberitahuan`} style={{ color: inkOf.ink2 }}>{t('change')}</Link> · <Link href={stop} style={{ color: inkOf.ink2 }}>{t(`stop.${pace}`)}</Link><br />{t('house', { city })}</>}
    >
      <Paragraph>{t(`lede.${pace}`, { date: formatDate(tongue.now, tongue) })}</Paragraph>
      {digest.threads.map(thread => <Thread key={thread.key} thread={thread} locale={locale} origin={origin} />)}
      {digest.also.length > 0 && (
        <Section style={{ padding: '16px 0 0', borderTop: `1px solid ${inkOf.line}` }}>
          <Text style={{ margin: 0, fontSize: 14, lineHeight: '22px', color: inkOf.ink2 }}>
            {t('also')} {digest.also.map((one, at) => <span key={one.url}>{at > 0 && ', '}<Link href={origin + one.url} style={link}>{one.title}</Link> {t('count', { count: one.count })}</span>)}
            {digest.rest > 0 && <> {t('rest', { count: digest.rest })}</>}
          </Text>
        </Section>
      )}
    </Letter>
  )
}
