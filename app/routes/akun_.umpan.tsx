import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dropFeedToken, feedTokenMade, renewFeedToken } from '~/features/people/feed-token.server'
import { FeedsPage } from '~/features/people/pages/feeds-page'
import { memberOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { made: await feedTokenMade(member), origin: originOf(request), title: translator(member.locale, 'feeds')('title') }
})

/** The answer to making addresses shows them, and is the only page that ever does. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  if ((await readForm(request)).get('act') === 'baru') return data({ token: await renewFeedToken(member) }, { headers: { 'Cache-Control': 'no-store' } })
  await dropFeedToken(member)
  return redirect('/akun/umpan', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Feeds() {
  const { made, origin } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <FeedsPage made={made} origin={origin} token={answer && 'token' in answer ? answer.token : null} />
}
