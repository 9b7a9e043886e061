import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TagFormPage } from '~/features/forum/pages/tags-page'
import { getKeptTag, listTagGroups } from '~/features/forum/tags.queries.server'
import { keepTagSchema } from '~/features/forum/tags.schema'
import { keepTag } from '~/features/forum/tags.server'
import { officerOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const [tag, groups] = [await getKeptTag(officer, params.slug ?? ''), await listTagGroups(officer)]
  return {
    slug: tag.slug, groups: groups.map(({ id, name }) => ({ id, name })), saved: new URL(request.url).searchParams.has('tersimpan'),
    values: { description: tag.description, groupId: String(tag.groupId ?? ''), synonyms: tag.synonyms.map(word => word.replaceAll('-', ' ')).join(', ') },
    title: `${tag.slug} · ${translator(officer.locale, 'finding')('keep.title')}`,
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const slug = params.slug ?? ''
  const form = Object.fromEntries(await readForm(request))
  const values = { description: String(form.description ?? ''), groupId: String(form.groupId ?? ''), synonyms: String(form.synonyms ?? '') }
  const parsed = keepTagSchema.safeParse(form)
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, { status: 422 })
  return keepTyped({ values }, async () => {
    await keepTag(officer, slug, parsed.data)
    return redirect(`/admin/tag/${slug}?tersimpan`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function KeptTag() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <TagFormPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}
