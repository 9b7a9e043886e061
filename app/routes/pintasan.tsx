import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { ShortcutsPage } from '~/features/about/pages/shortcuts-page'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => ({ title: translator((await viewerOf(request)).locale, 'shortcuts')('title') }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Shortcuts() {
  return <ShortcutsPage />
}
