import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { writeNote } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { getPairHead } from '~/features/mentoring/room.queries.server'
import { listNotes } from '~/features/mentoring/sessions.queries.server'
import { noteSchema } from '~/features/mentoring/sessions.schema'
import { NotesPage } from '~/features/mentoring/sessions/pages/notes-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const [pair, notes] = await Promise.all([getPairHead(member, id), listNotes(member, id)])
  return { pair, notes, work: pair.can.work, clientKey: randomUUID(), title: translator(member.locale, 'sessions')('notes.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = noteSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    await writeNote(member, { pairId, ...parsed.data })
    return redirect(roomPath(pairId, 'catatan'), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Notes() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <NotesPage key={loaded.clientKey} values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
