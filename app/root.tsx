import font from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, ScrollRestoration, useLocation, useMatches, useRouteError } from '@remix-run/react'
import { useContext, useMemo, type ReactNode } from 'react'
import { moderatesSomething } from '~/features/moderation/policy'
import { useBell } from '~/features/notifications/live/use-bell'
import { countUnread } from '~/features/notifications/notices.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { QuickSearch } from '~/features/search/components/QuickSearch'
import { house } from '~/platform/http/house.server'
import { NonceContext, useRequestId } from '~/platform/http/nonce'
import { handle } from '~/platform/http/route.server'
import { TongueProvider, type Tongue } from '~/platform/i18n/i18n'
import { translator } from '~/platform/i18n/words'
import { Shell } from '~/ui/shell'
import styles from '~/ui/styles/app.css?url'
import { useRootData, type RootData } from './root.data'
import { errorTitleKey, HouseError } from './root.error'
import { PageScripts } from './root.scripts'
import { useShellProps } from './root.shell'
import { SpokenWords } from './root.words'

export const links: LinksFunction = () => [
  { rel: 'preload', href: font, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export const loader = handle(async ({ request }: LoaderFunctionArgs): Promise<RootData> => {
  const viewer = await viewerOf(request)
  const { personId, kind, locale, timeZone, name, slug, photo, roles } = viewer
  return {
    house: house(request),
    locale, timeZone,
    now: Date.now(),
    me: personId === null || kind === 'STRANGER' ? null : { id: personId, name, slug, kind, photo, roles, unread: await countUnread(viewer), moderates: moderatesSomething(viewer), silencedUntil: viewer.silencedUntil },
  }
})

/** The title of pages that give themselves none, and of the page that stands in for one that failed. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  [{ title: error === undefined ? 'Balai' : `${translator(data?.locale ?? 'id', 'ui')(errorTitleKey(error))} · Balai` }]

/** Pages from edge to edge, and pages where a person only writes, say so in their `handle`. */
interface PageManner {
  bare?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRootData()
  const nonce = useContext(NonceContext)
  const requestId = useRequestId()
  const failed = Boolean(useRouteError()) // null where nothing failed
  const { locale, timeZone, now } = data
  const tongue = useMemo<Tongue>(() => ({ locale, timeZone, now, ...(typeof document === 'undefined' ? { spoken: new Set() } : {}) }), [locale, timeZone, now])
  return (
    <html lang={locale} data-theme={data.house.theme === 'auto' ? undefined : data.house.theme} data-request={failed && requestId ? requestId : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1616" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <TongueProvider tongue={tongue}>
          <House>{children}</House>
          <SpokenWords />
        </TongueProvider>
        <ScrollRestoration nonce={nonce} />
        <PageScripts nonce={nonce} />
      </body>
    </html>
  )
}

function House({ children }: { children: ReactNode }) {
  const data = useRootData()
  const { pathname, search } = useLocation()
  const manner = useMatches().reduce<PageManner>((all, match) => ({ ...all, ...(match.handle as PageManner | undefined) }), {})
  const props = useShellProps(data, pathname + search, useBell(data.me))
  return (
    <>
      <Shell {...props} bare={manner.bare}>
        {children}
      </Shell>
      <QuickSearch />
    </>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <HouseError />
}
