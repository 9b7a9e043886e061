import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { memberOf } from '~/features/people/viewer.server'
import { WhyPage } from '~/features/recognition/pages/why-page'
import { getOwnPraise, sayWhy } from '~/features/recognition/praise.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { threadId, number, ...own } = await getOwnPraise(member, postId)
  return { ...own, postId, url: `/forum/t/${threadId}/-/${number}#p${number}`, title: translator(member.locale, 'recognition')(`why.title.${own.kind}`, { name: own.authorName }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const why = String((await readForm(request)).get('why') ?? '')
  try {
    const { threadId, number } = await sayWhy(member, { postId, why })
    return redirect(`/forum/t/${threadId}/-/${number}#p${number}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ why, errors: Object.values(errors).flat() }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Why() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <WhyPage {...loaded} errors={[]} {...useActionData<typeof action>()} />
}
