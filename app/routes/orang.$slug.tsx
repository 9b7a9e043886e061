import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FlagLink } from '~/features/moderation/components/flag-link'
import { moderatesAll } from '~/features/moderation/policy'
import { WatchMenu } from '~/features/notifications/components/watch-menu'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { BlockForm } from '~/features/people/components/block-form'
import { PersonPage } from '~/features/people/pages/person-page'
import { getProfile } from '~/features/people/profile.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { RecognitionSection } from '~/features/recognition/components/recognition-section'
import { findRecognition } from '~/features/recognition/recognition.queries.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const person = await getProfile(viewer, params.slug ?? '')
  const [watch, found] = await Promise.all([
    person.own || person.closed ? null : findWatch(viewer, `person:${person.id}`),
    person.showsContributions ? findRecognition(viewer, person.id) : null,
  ])
  return { person, block: viewer.personId === null || person.own ? null : { personId: person.id, blocked: viewer.blocks.includes(person.id) }, watch, found, report: viewer.personId === null || person.own || person.closed ? null : { kind: 'profile', id: person.id, moderate: moderatesAll(viewer) } }
})

/** Found by those who look here, not by search engines: people did not come to be indexed. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Person() {
  const { person, block, watch, found, report } = useLoaderData<typeof loader>()
  return <PersonPage person={person} acts={<>{watch && <WatchMenu watch={watch} back={`/orang/${person.slug}`} />}{block && <BlockForm {...block} />}{report && <FlagLink {...report} />}</>}
    more={found && <RecognitionSection found={found} name={person.name} />} />
}
