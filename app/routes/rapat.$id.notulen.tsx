import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { getMinutesForm, reachMinutes, takeOver } from '~/features/forum/minutes.queries.server'
import { readMinutes } from '~/features/forum/minutes-form.server'
import { saveMinutes } from '~/features/forum/minutes.server'
import { MinutesPage } from '~/features/forum/pages/minutes-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('meeting')
  const page = idParam(new URL(request.url).searchParams.get('halaman') ?? undefined) ?? 1
  const form = await getMinutesForm(member, id, page)
  return { form, clientKey: randomUUID(), title: translator(member.locale, 'meetings')('minutes.of', { title: form.meeting.title }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('meeting')
  const { meeting } = await reachMinutes(member, topicId)
  const sent = await readForm(request)
  const { typed, input } = readMinutes(sent)
  const again = (more: { errors?: Record<string, string[]>; taken?: number; doc?: unknown; markdown?: string; revision?: number }, init: ResponseInit = { status: 422 }) =>
    data({ typed: { ...typed, doc: more.doc ?? typed.doc, markdown: more.markdown ?? typed.markdown, revision: more.revision ?? typed.revision }, errors: more.errors ?? {}, taken: more.taken ?? null, clientKey: randomUUID() }, init)
  try {
    const number = idParam(String(sent.get('kutip') ?? ''))
    if (number) return again({ taken: number, ...await takeOver(member, topicId, number, { doc: typed.doc ?? undefined, markdown: typed.markdown }) }, { status: 200 })
    if ('errors' in input) return again({ errors: input.errors })
    return redirect(`${topicPath(await saveMinutes(member, { topicId, ...input.value }))}#notulen`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    // another version was saved meanwhile: the next press replaces it knowingly
    return again({ errors, ...(error instanceof Invalid && errors.form ? { revision: meeting.minutesRevision } : {}) }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Minutes() {
  const { form, clientKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <MinutesPage form={sent ? { ...form, ...sent.typed, draftAt: null } : form} clientKey={sent?.clientKey ?? clientKey} errors={sent?.errors ?? {}} taken={sent?.taken ?? null} />
}
