import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnDecisions } from '~/features/moderation/decisions.queries.server'
import { OwnDecisionsPage } from '~/features/moderation/pages/own-pages'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  return { decisions: await listOwnDecisions(viewer), title: translator(viewer.locale, 'moderation')('own.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function OwnDecisions() {
  return <OwnDecisionsPage decisions={useLoaderData<typeof loader>().decisions} />
}
