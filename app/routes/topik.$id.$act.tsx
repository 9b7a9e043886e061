import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actNamed } from '~/features/forum/act-names'
import { listCategories } from '~/features/forum/categories.queries.server'
import { ActPage, type ActPageProps } from '~/features/forum/pages/act-page'
import { topicPath } from '~/features/forum/paths'
import { canListTopic, canModerateTopic } from '~/features/forum/policy'
import { actOnTopic } from '~/features/forum/topic-act.server'
import { getTopicHead } from '~/features/forum/topics.queries.server'
import { moderatesAll } from '~/features/moderation/policy'
import { memberOf } from '~/features/people/viewer.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `/topik/12/pindah` and its sisters: one page and one form for each act on a whole topic. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const [act, id] = [actNamed(params.act), idParam(params.id)]
  if (!act || !id) throw new NotFound('page')
  const topic = await getTopicHead(member, id)
  if (!(act === 'tampilkan' ? canListTopic : canModerateTopic)(member, topic)) throw new Forbidden()
  const categories = act === 'pindah' ? (await listCategories(member)).filter(one => one.id !== topic.category.id).map(({ slug, name, nameEn }) => ({ slug, name, nameEn })) : []
  return {
    act, categories, everywhere: moderatesAll(member), topic: { id, title: topic.title, kind: topic.kind, url: topicPath(topic), lastNumber: topic.lastNumber },
    values: { minutes: String(topic.slowMinutes ?? 5), numbers: new URL(request.url).searchParams.get('nomor') ?? '' }, pageTitle: translator(member.locale, 'acts')(`${act}.title`),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const [act, topicId] = [actNamed(params.act), idParam(params.id)]
  if (!act || !topicId) throw new NotFound('page')
  const form = Object.fromEntries(await readForm(request))
  const refuse = (errors: ActPageProps['errors'], init: ResponseInit = { status: 422 }) => data({ errors, values: Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)])) as ActPageProps['values'] }, init)
  try {
    return redirect(topicPath(await actOnTopic(act, member, topicId, form)), 303)
  } catch (error) {
    if (error instanceof NotFound && act === 'gabung') return refuse({ into: ['forum:errors.mergeInto'] })
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function TopicAct() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  return <ActPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}
