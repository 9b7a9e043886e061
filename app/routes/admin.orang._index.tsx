import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PeopleListPage } from '~/features/people/pages/admin-people-pages'
import { listPeople, peopleFilter } from '~/features/people/people.queries.server'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { hasRole } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const asked = new URL(request.url).searchParams
  const filter = peopleFilter(asked)
  const { people, next, total } = await listPeople(officer, filter)
  const older = new URLSearchParams(asked)
  if (next) {
    older.set('nama', next.name)
    older.set('sesudah', String(next.id))
  }
  return { people, total, older: next ? `?${older}` : null, filter, administrator: hasRole(officer, 'ADMINISTRATOR'), title: translator(officer.locale, 'people')('admin.people.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function People() {
  const { filter, ...list } = useLoaderData<typeof loader>()
  return <PeopleListPage {...list} filter={filter} />
}
