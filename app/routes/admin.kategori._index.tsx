import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listKeptCategories } from '~/features/forum/categories.queries.server'
import { CategoriesPage } from '~/features/forum/pages/categories-page'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  return { categories: await listKeptCategories(officer), title: translator(officer.locale, 'shelves')('title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Categories() {
  return <CategoriesPage categories={useLoaderData<typeof loader>().categories} />
}
