import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { registerTexts, type Texts } from '~/platform/i18n/i18n'

// Only the page's own language travels to the browser, as one file that stays in its cache.
async function hydrate() {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id'
  const { texts }: { texts: Texts } = locale === 'en' ? await import('./locales.en') : await import('./locales.id')
  registerTexts(locale, texts)
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  })
}

void hydrate()
