import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listLog } from '~/features/moderation/decisions.queries.server'
import { momentBefore, shelfParam } from '~/features/moderation/moderation.schema'
import { LogPage } from '~/features/moderation/pages/log-page'
import { viewerOf } from '~/features/people/viewer.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const asked = new URL(request.url).searchParams
  pageTags('moderation')
  const log = await listLog(viewer, { shelf: shelfParam.parse(asked.get('daftar') ?? ''), before: momentBefore.parse(asked.get('sebelum')) })
  return { log, title: translator(viewer.locale, 'moderation')('log.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Log() {
  return <LogPage log={useLoaderData<typeof loader>().log} />
}
