import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { topicPath } from '~/features/forum/paths'
import { getTopicHead } from '~/features/forum/topics.queries.server'
import { searchPeople } from '~/features/people/people.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { getInvitePage, inviteToAnswer } from '~/features/recognition/invitations.server'
import { InvitePage } from '~/features/recognition/pages/invite-page'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  if (!threadId) throw new NotFound('thread')
  const search = new URL(request.url).searchParams
  const query = (search.get('nama') ?? '').replaceAll('\0', '').trim().slice(0, 60)
  const topic = await getTopicHead(member, threadId)
  const named = query ? (await searchPeople(member, query, topic.audience, 12)).map(person => person.id) : []
  const { suggested, left } = await getInvitePage(member, threadId, topic.tags, named)
  return {
    threadId, title: topic.title, url: topicPath(topic), suggested: query && named.length === 0 ? [] : suggested, left, query, note: search.has('terkirim'),
    pageTitle: translator(member.locale, 'recognition')('invite.title'),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  const personId = idParam(String((await readForm(request)).get('orang') ?? ''))
  if (!threadId || !personId) throw new NotFound('thread')
  try {
    await inviteToAnswer(member, { threadId, personId })
    return redirect(`/utas/${threadId}/undang?terkirim`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors: Object.values(errors).flat() }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function Invite() {
  const { pageTitle: _title, ...props } = useLoaderData<typeof loader>()
  return <InvitePage {...props} errors={useActionData<typeof action>()?.errors ?? []} />
}
