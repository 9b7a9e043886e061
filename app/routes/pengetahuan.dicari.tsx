import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GapsPage } from '~/features/knowledge/pages/gaps-page'
import { memberOf } from '~/features/people/viewer.server'
import { dismissGap, listGaps } from '~/features/search/gaps.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Searches that found nothing, for those who write. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { gaps: await listGaps(member), title: translator(member.locale, 'readers')('gaps.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  await dismissGap(member, String((await readForm(request)).get('kata') ?? '').slice(0, 100))
  return redirect('/pengetahuan/dicari', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Gaps() {
  return <GapsPage gaps={useLoaderData<typeof loader>().gaps} />
}
