import { translator } from '~/platform/i18n/words'
import { Letter, LetterAction, Paragraph } from '~/platform/mail/letter'
import type { Locale } from '~/platform/viewer'

export type LetterName = 'reset' | 'verify' | 'alreadyRegistered' | 'passwordChanged' | 'invitation' | 'changeEmail' | 'emailChanged'

/** The mails about an account: one heading, what happened, one act, and what to do when it was not you. */
export function AccountLetter({ letter, locale, name, href, city, by }: { letter: LetterName; locale: Locale; name: string; href: string; city: string; by: string }) {
  const t = translator(locale, 'people')
  return (
    <Letter locale={locale} city={city} preheader={t(`mail.${letter}.preheader`)} heading={t(`mail.${letter}.heading`)} footer={t('mail.footer', { city })}>
      <Paragraph>{t('mail.greeting', { name })}</Paragraph>
      <Paragraph>{t(`mail.${letter}.body`, { by, city })}</Paragraph>
      <LetterAction href={href}>{t(`mail.${letter}.action`)}</LetterAction>
      <Paragraph>{t(`mail.${letter}.notYou`)}</Paragraph>
    </Letter>
  )
}
