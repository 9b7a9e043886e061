import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TagsPage } from '~/features/forum/pages/tags-page'
import { listKeptTags, listTagGroups } from '~/features/forum/tags.queries.server'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const search = new URL(request.url).searchParams
  const begins = (search.get('q') ?? '').slice(0, 40)
  const after = search.get('setelah')
  const [tags, groups] = [await listKeptTags(officer, { begins, after: after ?? '' }), await listTagGroups(officer)]
  return { ...tags, begins, paged: after !== null, groups, title: translator(officer.locale, 'finding')('keep.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Tags() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <TagsPage {...props} refused={null} />
}
