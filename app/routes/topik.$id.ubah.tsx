import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { competencyTags } from '~/features/competency/catalogue.server'
import { mayBecome } from '~/features/forum/kinds'
import { EditTopicPage } from '~/features/forum/pages/edit-topic-page'
import type { NewTopicPageProps } from '~/features/forum/pages/new-topic-page'
import { getPartsForEdit, getRepliersForEdit } from '~/features/forum/parts.queries.server'
import { topicPath } from '~/features/forum/paths'
import { canEditTopic, canUseKind } from '~/features/forum/policy'
import { getTopicHead } from '~/features/forum/topics.queries.server'
import { editTopicSchema } from '~/features/forum/topics.schema'
import { editTopic } from '~/features/forum/topics.server'
import { topicKinds, type TopicKindName } from '~/features/forum/views'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { Forbidden, NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const partsTyped = (form: Record<string, FormDataEntryValue>) => Object.fromEntries(['situation', 'outcome', 'repeat', 'asked', 'answerers', 'people'].map(name => [name, String(form[name] ?? '')]))

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const topic = await getTopicHead(member, id)
  if (!canEditTopic(member, topic)) throw new Forbidden()
  return {
    topic: { id }, url: topicPath(topic), competencies: await competencyTags(), kinds: topicKinds.filter(kind => kind === topic.kind || (mayBecome(topic.kind, kind) && canUseKind(member, kind))),
    values: { title: topic.title, kind: topic.kind, tags: topic.tags.join(', '), ...(await getPartsForEdit(member, id)), ...(topic.kind === 'FEEDBACK' ? await getRepliersForEdit(member, id) : {}) }, pageTitle: translator(member.locale, 'forum')('edit.title'),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = Object.fromEntries(await readForm(request))
  form.tags = [form.tags, form.kompetensi].filter(part => typeof part === 'string' && part).join(', ')
  const refuse = (errors: NewTopicPageProps['errors'], init: ResponseInit = { status: 422 }) => data({
    errors, values: { ...partsTyped(form), title: String(form.title ?? ''), kind: (topicKinds.find(kind => kind === form.kind) ?? 'DISCUSSION') satisfies TopicKindName, tags: String(form.tags ?? '') },
  }, init)
  const parsed = editTopicSchema.safeParse(form)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    const { situation, outcome, repeat, asked, answerers, people, ...topic } = parsed.data
    return redirect(topicPath(await editTopic(member, { topicId, ...topic, given: { situation, outcome, repeat, asked, answerers, people } })), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function EditTopic() {
  const { pageTitle: _title, ...loaded } = useLoaderData<typeof loader>()
  return <EditTopicPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}
