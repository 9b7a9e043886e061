import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardDraft, listDrafts } from '~/features/discussion/drafts.server'
import { DraftsPage } from '~/features/discussion/pages/drafts-page'
import { listTopicTitles } from '~/features/forum/topics.queries.server'
import { listRoomTitles } from '~/features/mentoring/room.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const drafts = await listDrafts(member)
  const idOf = (place: string) => Number(/^thread:(\d+)$/.exec(place)?.[1] ?? 0)
  const ids = drafts.map(draft => idOf(draft.place)).filter(Boolean)
  const [titles, rooms] = await Promise.all([listTopicTitles(member, ids), listRoomTitles(member, ids)])
  return { drafts: drafts.map(draft => ({ ...draft, about: (titles.get(idOf(draft.place)) ?? rooms.get(idOf(draft.place)))?.title ?? '' })), title: translator(member.locale, 'discussion')('drafts.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  await discardDraft(member, String((await readForm(request)).get('place') ?? ''))
  return redirect('/draf', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Drafts() {
  return <DraftsPage drafts={useLoaderData<typeof loader>().drafts} />
}

