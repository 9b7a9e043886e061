import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCollection, loadCollectionForm } from '~/features/knowledge/collections-form.server'
import { editCollection } from '~/features/knowledge/collections.server'
import { CollectionFormPage } from '~/features/knowledge/pages/keep-pages'
import { collectionPath } from '~/features/knowledge/paths'
import { memberOf } from '~/features/people/viewer.server'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const t = translator(member.locale, 'knowledge')
  const loaded = await loadCollectionForm(member, t, params.slug ?? '')
  return { ...loaded, title: t('collection.settingsOf', { name: loaded.form.values.name ?? '' }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const { typed, kinds, parsed, errors } = readCollection(await readForm(request))
  if (!parsed) return data({ typed, kinds, errors }, { status: 422 })
  return keepTyped({ typed, kinds }, async () => redirect(collectionPath((await editCollection(member, params.slug ?? '', parsed)).slug), 303))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Settings() {
  const { title: _title, form, ...loaded } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <CollectionFormPage {...loaded} form={sent ? { ...form, values: sent.typed, kinds: sent.kinds } : form} errors={sent?.errors ?? {}} />
}
