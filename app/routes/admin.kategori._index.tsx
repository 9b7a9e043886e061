import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listKeptCategories } from '~/features/forum/categories.queries.server'
import { CategoriesPage } from '~/features/forum/pages/categories-page'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => ({ categories: await listKeptCategories(await officerOf(request, 'ADMINISTRATOR')) }))

export default function Categories() {
  return <CategoriesPage {...useLoaderData<typeof loader>()} />
}
