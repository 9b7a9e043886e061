import type { LoaderFunctionArgs } from '@remix-run/node'
import { findThread } from '~/features/discussion/posts.queries.server'
import { searchPeople } from '~/features/people/people.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handleJson, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Completion of mentions: only people who may read the thread; for a topic not yet opened, colleagues. */
export const loader = handleJson(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const threadId = idParam(search.get('utas') ?? undefined)
  const thread = threadId ? await findThread(member, threadId) : null
  const audience = thread?.audience ?? (member.kind === 'ASN' ? 'asn' : 'public')
  const t = translator(member.locale, 'discussion')
  const people = await searchPeople(member, search.get('q') ?? '', audience)
  return { people: people.map(person => ({ id: person.id, name: person.name, slug: person.slug, detail: person.kind === 'ASN' ? [person.position, person.unit].filter(Boolean).join(' · ') : t(`kind.${person.kind === 'CITIZEN' ? 'citizen' : 'partner'}`) })) }
})
