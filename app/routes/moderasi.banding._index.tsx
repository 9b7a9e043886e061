import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAppeals } from '~/features/moderation/decisions.queries.server'
import { AppealsPage } from '~/features/moderation/pages/appeal-pages'
import { canKeepRules } from '~/features/moderation/policy'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { appeals: await listAppeals(member), administrator: canKeepRules(member), title: translator(member.locale, 'moderation')('appeal.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Appeals() {
  return <AppealsPage {...useLoaderData<typeof loader>()} />
}
