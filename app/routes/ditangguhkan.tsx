import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnDecisions } from '~/features/moderation/decisions.queries.server'
import { SuspendedPage } from '~/features/moderation/pages/own-pages'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** What a suspended person sees where their account was: why, until when, and the appeal. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  if (viewer.personId !== null) throw redirect('/')
  const { suspended } = viewer
  return { until: suspended?.until ?? null, decisions: suspended ? await listOwnDecisions(viewer) : [], title: translator(viewer.locale, 'moderation')('suspended.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Suspended() {
  const { until, decisions } = useLoaderData<typeof loader>()
  return <SuspendedPage until={until} decisions={decisions} />
}
