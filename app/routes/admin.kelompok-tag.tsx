import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TagsPage } from '~/features/forum/pages/tags-page'
import { listKeptTags, listTagGroups } from '~/features/forum/tags.queries.server'
import { tagGroupSchema } from '~/features/forum/tags.schema'
import { keepTagGroup } from '~/features/forum/tags.server'
import { officerOf } from '~/features/people/viewer.server'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Where a refused group form stands; without one it is the list of tags. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const [tags, groups] = [await listKeptTags(officer), await listTagGroups(officer)]
  return { ...tags, begins: '', paged: false, groups, title: translator(officer.locale, 'finding')('keep.groups') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const form = Object.fromEntries(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ refused: { id: String(form.id ?? ''), name: String(form.name ?? ''), errors } }, init)
  const parsed = tagGroupSchema.safeParse(form)
  if (!parsed.success) return refuse({ name: parsed.error.issues.map(issue => issue.message) })
  try {
    await keepTagGroup(officer, parsed.data)
    return redirect('/admin/tag', 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function TagGroups() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <TagsPage {...props} refused={useActionData<typeof action>()?.refused ?? null} />
}
