import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editNote } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { getPairHead } from '~/features/mentoring/room.queries.server'
import { getOwnNote } from '~/features/mentoring/sessions.queries.server'
import { editNoteSchema } from '~/features/mentoring/sessions.schema'
import { EditNotePage } from '~/features/mentoring/sessions/pages/notes-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('note')
  const note = await getOwnNote(member, id)
  return { note, pair: await getPairHead(member, note.pairId), title: translator(member.locale, 'sessions')('notes.editTitle') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const noteId = idParam(params.id)
  if (!noteId) throw new NotFound('note')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = editNoteSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    return redirect(roomPath((await editNote(member, { noteId, ...parsed.data })).pairId, 'catatan'), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function EditNote() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <EditNotePage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
