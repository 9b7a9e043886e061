import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editNote } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { getPairHead } from '~/features/mentoring/room.queries.server'
import { getOwnNote } from '~/features/mentoring/sessions.queries.server'
import { editNoteSchema } from '~/features/mentoring/sessions.schema'
import { EditNotePage } from '~/features/mentoring/sessions/pages/notes-page'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
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
  const values = Object.fromEntries([...await readForm(request)].map(([name, value]) => [name, String(value)]))
  const refuse = (errors: Record<string, string[]>) => data({ values, errors }, { status: 422 })
  const parsed = editNoteSchema.safeParse(values)
  if (!parsed.success) return refuse(Object.fromEntries(parsed.error.issues.map(issue => [String(issue.path[0] ?? 'form'), [issue.message]])))
  try {
    return redirect(roomPath((await editNote(member, { noteId, ...parsed.data })).pairId, 'catatan'), 303)
  } catch (error) {
    if (error instanceof Invalid) return refuse(error.fields)
    throw error
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function EditNote() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <EditNotePage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
