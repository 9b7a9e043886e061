import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { listCollections } from '~/features/knowledge/collections.queries.server'
import { RequestFormPage } from '~/features/knowledge/pages/requests-page'
import { canRequest } from '~/features/knowledge/policy'
import { requestSchema } from '~/features/knowledge/readers.schema'
import { requestArticle } from '~/features/knowledge/requests.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `?judul=` what was searched in vain, `?koleksi=` */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const collections = (await listCollections(member)).filter(one => canRequest(member, one))
  return { collections, values: { title: (search.get('judul') ?? '').slice(0, 150), collection: search.get('koleksi') ?? '' } as Record<string, string>, clientKey: randomUUID(), pageTitle: translator(member.locale, 'readers')('requests.new') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const typed = textsOf(await readForm(request))
  return keepTyped({ values: typed, clientKey: typed.clientKey || randomUUID() }, async () => {
    const { id, repeated } = await requestArticle(member, checked(requestSchema, typed))
    return redirect(`/pengetahuan/permintaan/${id}?tercatat=${repeated ? 'sama' : 'baru'}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function NewRequest() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  return <RequestFormPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
