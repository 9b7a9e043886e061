import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PersonPage } from '~/features/people/pages/person-page'
import { getProfile } from '~/features/people/profile.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => ({ person: await getProfile(await viewerOf(request), params.slug ?? '') }))

/** Found by those who look here, not by search engines: people did not come to be indexed. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Person() {
  return <PersonPage person={useLoaderData<typeof loader>().person} />
}
