import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listModerators } from '~/features/moderation/moderators.server'
import { RulesPage } from '~/features/moderation/pages/rules-page'
import { listRules, listShelves } from '~/features/moderation/rules.server'
import { listTemplates } from '~/features/moderation/templates.server'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const [rules, shelves, templates, moderators] = await Promise.all([listRules(officer), listShelves(officer), listTemplates(), listModerators(officer)])
  return { rules, shelves, templates, moderators, saved: new URL(request.url).searchParams.has('tersimpan'), title: translator(officer.locale, 'moderation')('rules.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Rules() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <RulesPage {...loaded} part="" values={{}} errors={{}} />
}
