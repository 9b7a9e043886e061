import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReadingsPage } from '~/features/knowledge/pages/readings-page'
import { getReadings } from '~/features/knowledge/readings.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** How often the article was read, for those who work on it. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const { article, ...readings } = await getReadings(member, id)
  return { ...readings, article: { id: article.id, slug: article.slug, title: article.title }, title: translator(member.locale, 'readers')('readings.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Readings() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <ReadingsPage {...props} />
}
