import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RulesPage } from '~/features/mentoring/pages/rules-page'
import { directoryPath } from '~/features/mentoring/paths'
import { acceptRules, hasAcceptedRules } from '~/features/mentoring/rules.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle, safePath } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `?ke=` is where the person was going. */
const backOf = (request: Request): string => safePath(new URL(request.url).searchParams.get('ke'), directoryPath)

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { accepted: await hasAcceptedRules(member.personId), back: backOf(request), title: translator(member.locale, 'mentoring')('rules.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  await acceptRules(await memberOf(request))
  return redirect(backOf(request), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Rules() {
  const { accepted, back } = useLoaderData<typeof loader>()
  return <RulesPage accepted={accepted} back={back} />
}
