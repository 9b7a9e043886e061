import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import type { Locale } from '~/platform/viewer'

/** The light tokens of the design system as hex: mail programs know no variables and no oklch. */
export const inkOf = { paper: '#f4f2ed', surface: '#fffefd', line: '#e2e1db', ink: '#152324', ink2: '#415151', ink3: '#5d6b6a', sea: '#005a54', onSea: '#fcfcf9', seaText: '#005d57', gold: '#b5812a' }
const font = "'Plus Jakarta Sans',Segoe UI,Helvetica,Arial,sans-serif"

export interface LetterProps {
  locale: Locale
  /** shown by mail programs beside the subject */
  preheader: string
  city: string
  heading: string
  children: ReactNode
  footer: ReactNode
}

/** The one sheet every mail of the house is written on: 600 px column, gold top line, no pictures. */
export function Letter({ locale, preheader, city, heading, children, footer }: LetterProps) {
  return (
    <Html lang={locale}>
      <Head><meta name="color-scheme" content="light" /></Head>
      <Preview>{preheader}</Preview>
      <Body style={{ margin: 0, background: inkOf.paper, color: inkOf.ink, fontFamily: font }}>
        <Section style={{ padding: '24px 10px' }}>
          <Container style={{ width: '100%', maxWidth: 600, background: inkOf.surface, border: `1px solid ${inkOf.line}`, borderTop: `3px solid ${inkOf.gold}` }}>
            <Section style={{ padding: '28px 32px' }}>
              <Text style={{ margin: '0 0 22px', fontSize: 15, color: inkOf.ink3 }}><strong style={{ fontSize: 19, color: inkOf.sea }}>Balai</strong>{'\u00a0 '}{city}</Text>
              <Heading as="h1" style={{ margin: '0 0 12px', fontSize: 24, lineHeight: '30px', letterSpacing: '-.4px' }}>{heading}</Heading>
              {children}
            </Section>
          </Container>
          <Container style={{ width: '100%', maxWidth: 600 }}>
            <Text style={{ margin: 0, padding: '16px 32px', fontSize: 12.5, lineHeight: '20px', color: inkOf.ink3 }}>{footer}</Text>
          </Container>
        </Section>
      </Body>
    </Html>
  )
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ margin: '0 0 16px', fontSize: 15, lineHeight: '24px', color: inkOf.ink2 }}>{children}</Text>
}

/** The one act of a mail, with its address written out below for programs that hide links. */
export function LetterAction({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <Link href={href} style={{ display: 'inline-block', padding: '11px 18px', borderRadius: 8, background: inkOf.sea, color: inkOf.onSea, fontSize: 15, fontWeight: 600, textDecoration: 'none' }}>{children}</Link>
      <Text style={{ margin: '14px 0 16px', fontSize: 12.5, lineHeight: '20px', color: inkOf.ink3, wordBreak: 'break-all' }}>{href}</Text>
    </>
  )
}
