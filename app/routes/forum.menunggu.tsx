import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WaitingPage } from '~/features/forum/pages/act-lists'
import { listPlanned, listUnseen } from '~/features/forum/waiting.queries.server'
import { moderatesSomething } from '~/features/moderation/policy'
import { memberOf } from '~/features/people/viewer.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const asked = new URL(request.url).searchParams
  const wrongId = idParam(asked.get('salah') ?? undefined)
  const [planned, unseen] = await Promise.all([listPlanned(member), listUnseen(member)])
  return {
    planned, unseen, official: member.roles.length > 0 || moderatesSomething(member), pageTitle: translator(member.locale, 'acts')('waiting'),
    wrong: wrongId ? { id: wrongId, error: asked.get('apa') === 'planPast' ? 'errors.planPast' : 'errors.planFormat' } : null,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function Waiting() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  return <WaitingPage {...loaded} />
}
