import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerOf } from '~/features/people/viewer.server'
import { SearchAdminPage, type SearchAdminProps } from '~/features/search/pages/search-admin-page'
import { synonymsSchema } from '~/features/search/search-admin.schema'
import { searchState } from '~/features/search/search.server'
import { keepSynonyms, synonymGroups } from '~/features/search/synonyms.server'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const notes: Record<string, SearchAdminProps['note']> = { susun: 'asked', kata: 'saved' }

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const note = notes[new URL(request.url).searchParams.get('kabar') ?? ''] ?? null
  return { state: await searchState(officer), synonyms: await synonymGroups(), note, title: translator(officer.locale, 'search')('admin.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const form = await readForm(request)
  const words = String(form.get('words') ?? '')
  const parsed = synonymsSchema.safeParse({ id: form.get('id') || null, words })
  const refuse = (id: number | null, errors: string[], init: ResponseInit = { status: 422 }) => data({ refused: { id, words, errors } }, init)
  if (!parsed.success) return refuse(Number(form.get('id')) || null, parsed.error.issues.map(issue => issue.message))
  try {
    await keepSynonyms(officer, parsed.data)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return refuse(parsed.data.id, Object.values(errors).flat(), init)
  }
  return redirect('/admin/pencarian?kabar=kata', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} · Balai` }]

export default function SearchAdmin() {
  const page = useLoaderData<typeof loader>()
  return <SearchAdminPage {...page} refused={useActionData<typeof action>()?.refused ?? null} />
}
