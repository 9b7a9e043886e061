import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { competencyTags } from '~/features/competency/catalogue.server'
import { discardDraft, findDraft } from '~/features/discussion/drafts.server'
import { listCategories, listTemplates } from '~/features/forum/categories.queries.server'
import { momentOf } from '~/features/forum/dates'
import { kindFieldNames } from '~/features/forum/components/kind-fields'
import { NewTopicPage, type NewTopicPageProps } from '~/features/forum/pages/new-topic-page'
import { topicPath } from '~/features/forum/paths'
import { canUseKind } from '~/features/forum/policy'
import { pollOf } from '~/features/forum/polls.schema'
import { findSimilar } from '~/features/forum/similar.server'
import { openTopicSchema } from '~/features/forum/topics.schema'
import { openTopic } from '~/features/forum/topics.server'
import { topicKinds, type TopicKindName } from '~/features/forum/views'
import { memberOf } from '~/features/people/viewer.server'
import { listVoices } from '~/features/people/voices.server'
import { fieldErrors } from '~/platform/checked'
import { Invalid } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const typedOf = (form: Record<string, unknown>) => Object.fromEntries(kindFieldNames.flatMap(name => (typeof form[name] === 'string' ? [[name, form[name]]] : [])))
const kindOf = (value: unknown): TopicKindName => topicKinds.find(kind => kind === value) ?? 'DISCUSSION'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const asked = new URL(request.url).searchParams
  const [draft, templates, units, categories] = await Promise.all([findDraft(member, 'new-topic'), listTemplates(member), listVoices(member), listCategories(member)])
  const values = {
    ...typedOf(draft?.fields ?? {}), category: draft?.fields.category || (asked.get('kategori') ?? ''), kind: kindOf(draft?.fields.kind ?? asked.get('jenis')),
    title: draft?.title ?? asked.get('judul') ?? '', tags: draft?.fields.tags ?? '',
  }
  const template = templates.find(one => one.category === values.category && one.kind === values.kind)?.template ?? ''
  return {
    categories: categories.filter(category => category.mayOpen), kinds: topicKinds.filter(kind => canUseKind(member, kind)), values, templates,
    competencies: await competencyTags(),
    units: units.map(({ unitId, unit }) => ({ unitId, unit })),
    initialDoc: draft?.doc ?? null, initialMarkdown: draft ? draft.markdown : template, draftAt: draft?.updatedAt ?? null, clientKey: randomUUID(),
    pageTitle: translator(member.locale, 'forum')('new.title'),
  }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = Object.fromEntries(await readForm(request))
  form.tags = [form.tags, form.kompetensi].filter(part => typeof part === 'string' && part).join(', ')
  const text = (name: string) => String(form[name] ?? '')
  const refuse = async (errors: NewTopicPageProps['errors'], init: ResponseInit = { status: 422 }) => data({
    similar: await findSimilar(member, text('title')),
    errors, clientKey: text('clientKey') || randomUUID(),
    values: { ...typedOf(form), category: text('category'), kind: kindOf(form.kind), title: text('title'), tags: text('tags'), publishAt: text('publishAt'), samaran: text('samaran') }, initialDoc: text('doc') || null, initialMarkdown: text('markdown'),
  }, init)
  const parsed = openTopicSchema.safeParse(form)
  if (!parsed.success) return await refuse(fieldErrors(parsed.error))
  try {
    const { doc, markdown, category, kind, title, tags, clientKey, publishAt: later, samaran: masked, ...given } = parsed.data
    const publishAt = later ? momentOf(later, member.timeZone) : null
    if (later && !publishAt) throw new Invalid({ publishAt: ['forum:errors.planFormat'] })
    const made = await openTopic(member, { category, kind, title, tags, clientKey, written: { doc, markdown }, given, poll: pollOf(form), publishAt, masked })
    await discardDraft(member, 'new-topic')
    return redirect(made.held ? '/menunggu?baru' : topicPath(made), 303)
  } catch (error) {
    return await refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function NewTopic() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <NewTopicPage {...loaded} errors={{}} {...refused} />
}
