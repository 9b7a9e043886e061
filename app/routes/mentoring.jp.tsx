import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getOwnJp } from '~/features/mentoring/jp.queries.server'
import { JpPage } from '~/features/mentoring/sessions/pages/jp-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { jp: await getOwnJp(member), title: translator(member.locale, 'sessions')('jp.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Jp() {
  return <JpPage jp={useLoaderData<typeof loader>().jp} />
}
