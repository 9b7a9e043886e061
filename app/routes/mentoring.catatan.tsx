import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NotesPage } from '~/features/mentoring/care/pages/notes-page'
import { topicNoteSchema } from '~/features/mentoring/care.schema'
import { tagsOf } from '~/features/mentoring/tags'
import { isOfficer } from '~/features/mentoring/offers-policy'
import { listNotedTags, listTopicNotes, mayWriteNotes, removeTopicNote, saveTopicNote } from '~/features/mentoring/topic-notes.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { Invalid, NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const pathOf = (tag: string) => `/mentoring/catatan?tag=${encodeURIComponent(tag)}`

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const tag = tagsOf(new URL(request.url).searchParams.get('tag') ?? '')[0] ?? null
  const [notes, tags, may] = await Promise.all([listTopicNotes(member, tag ? [tag] : []), listNotedTags(), mayWriteNotes(member)])
  return { tag, notes, tags, may, me: member.personId, officer: isOfficer(member), title: translator(member.locale, 'care')('notes.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const values = textsOf(await readForm(request))
  if (values.act === 'hapus') {
    const id = idParam(values.id)
    if (!id) throw new NotFound('note')
    await removeTopicNote(member, id)
    return redirect(pathOf(values.tag ?? ''), 303)
  }
  return keepTyped({ values }, async () => {
    const { text, links } = checked(topicNoteSchema, values)
    const tag = tagsOf(values.tag ?? '')[0]
    if (!tag) throw new Invalid({ tag: ['http:invalid.required'] })
    await saveTopicNote(member, { tag, text, links: links.split(/\s+/).filter(Boolean) })
    return redirect(pathOf(tag), 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Notes() {
  const { title: _title, ...page } = useLoaderData<typeof loader>()
  return <NotesPage {...page} values={{}} errors={{}} {...useActionData<typeof action>()} />
}
