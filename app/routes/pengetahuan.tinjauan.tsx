import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMyWork, listWaiting } from '~/features/knowledge/lists.queries.server'
import { listMaterialWork } from '~/features/knowledge/materials.queries.server'
import { WorkListPage } from '~/features/knowledge/pages/list-pages'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const [waiting, work, files] = await Promise.all([listWaiting(member), listMyWork(member), listMaterialWork(member)])
  return { waiting, work, files, title: translator(member.locale, 'knowledge')('work.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Reviews() {
  const { waiting, work, files } = useLoaderData<typeof loader>()
  return <WorkListPage waiting={waiting} work={work} files={files} />
}
