import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { registerTexts, type Texts } from '~/platform/i18n/i18n'

/**
 * Remix decodes the data of the page by throwing a promise out of its first render. Hydration that waits so breaks (React's error 345)
 * when a key is pressed meanwhile; so the first throw is caught here, before React is told of the page.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown
  }
}

// Only the page's own language travels to the browser, as one file that stays in its cache.
async function hydrate() {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id'
  const { texts }: { texts: Texts } = locale === 'en' ? await import('./locales.en') : await import('./locales.id')
  registerTexts(locale, texts)
  await pageData()
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
