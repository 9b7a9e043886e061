import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCases } from '~/features/moderation/cases.queries.server'
import { idAfter, shelfParam } from '~/features/moderation/moderation.schema'
import { QueuePage } from '~/features/moderation/pages/queue-page'
import { canKeepRules } from '~/features/moderation/policy'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const asked = new URL(request.url).searchParams
  const queue = await listCases(member, { shelf: shelfParam.parse(asked.get('daftar') ?? ''), after: idAfter.parse(asked.get('setelah')) })
  return { queue, administrator: canKeepRules(member), title: translator(member.locale, 'moderation')('title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Queue() {
  const { queue, administrator } = useLoaderData<typeof loader>()
  return <QueuePage queue={queue} administrator={administrator} />
}
