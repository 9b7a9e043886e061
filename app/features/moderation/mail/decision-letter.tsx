import { translator } from '~/platform/i18n/words'
import { Letter, LetterAction, Paragraph } from '~/platform/mail/letter'
import type { Locale } from '~/platform/viewer'
import type { Act } from '../words'

export interface DecisionLetterProps {
  locale: Locale
  city: string
  name: string
  href: string
  act: Act
  reason: string
  title: string
  /** the end of a silence or suspension, in words */
  until: string
  /** of an appeal: what came of it and what was answered; null for the decision itself */
  judged: { upheld: boolean; answer: string } | null
}

/** A decision or the answer to an appeal, with everything that matters in it: somebody suspended cannot look it up. */
export function DecisionLetter({ locale, city, name, href, act, reason, title, until, judged }: DecisionLetterProps) {
  const t = translator(locale, 'moderation')
  const part = judged ? 'judged' : 'decided'
  return (
    <Letter locale={locale} city={city} preheader={title} heading={t(`mail.${part}.heading`)} footer={t('mail.footer', { city })}>
      <Paragraph>{t('mail.greeting', { name })}</Paragraph>
      <Paragraph>{title}</Paragraph>
      {judged ? (
        <><Paragraph>{t(judged.upheld ? 'mail.judged.upheld' : 'mail.judged.granted')}</Paragraph><Paragraph>{judged.answer}</Paragraph></>
      ) : (
        <>
          <Paragraph>{t('mail.decided.body', { act: t(`act.${act}`) })}{until ? ` ${t('own.until', { time: until })}` : ''}</Paragraph>
          <Paragraph>{t('mail.decided.reason', { reason })}</Paragraph>
          <Paragraph>{t('mail.decided.appeal')}</Paragraph>
        </>
      )}
      <LetterAction href={href}>{t(`mail.${part}.action`)}</LetterAction>
    </Letter>
  )
}
