import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnHeld } from '~/features/discussion/held.queries.server'
import { HeldPage } from '~/features/discussion/pages/held-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { held: await listOwnHeld(member), fresh: new URL(request.url).searchParams.has('baru'), title: translator(member.locale, 'discussion')('held.page') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Held() {
  const { held, fresh } = useLoaderData<typeof loader>()
  return <HeldPage held={held} fresh={fresh} />
}
