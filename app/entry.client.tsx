import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadWords, setWordSource, startExpecting, type Tree } from '~/platform/i18n/words'
import { wordFile } from './locales.files'
import { spokenRooms } from './root.words'

// Words travel by room and language: those this page speaks with came beside the scripts, others when a page that needs them is opened.
setWordSource(async (locale, ns) => {
  const answer = await fetch(wordFile(locale, ns) ?? '')
  if (!answer.ok) throw new Error(`${ns}: ${answer.status}`)
  return (await answer.json()) as Tree
})

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

async function hydrate() {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id'
  await Promise.all([loadWords(locale, spokenRooms()), pageData()])
  startExpecting(locale)
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
