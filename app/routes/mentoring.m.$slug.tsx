import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCompetencies } from '~/features/mentoring/directory.queries.server'
import { getMentor } from '~/features/mentoring/mentors.queries.server'
import { MentorPage } from '~/features/mentoring/pages/mentor-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const [mentor, competencies] = await Promise.all([getMentor(member, params.slug ?? ''), listCompetencies()])
  return { mentor, competencies, title: mentor.name }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Mentor() {
  const { mentor, competencies } = useLoaderData<typeof loader>()
  return <MentorPage mentor={mentor} competencies={competencies} />
}
