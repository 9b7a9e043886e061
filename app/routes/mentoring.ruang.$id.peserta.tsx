import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPair, listQueue } from '~/features/mentoring/pairs.queries.server'
import { MembersPage } from '~/features/mentoring/requests/pages/members-page'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const [pair, queue] = await Promise.all([getPair(member, id), listQueue(member, id)])
  return { pair, ...queue, title: translator(member.locale, 'requests')('members.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · ${data?.pair.title ?? ''} · Balai` }]

export default function Members() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <MembersPage {...loaded} />
}
