import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardShared, getSharedChanges } from '~/features/knowledge/discarding.server'
import { DiscardPage } from '~/features/knowledge/pages/discard-page'
import { articleActPath } from '~/features/knowledge/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  return { changes: await getSharedChanges(member, articleId), title: translator(member.locale, 'knowledge')('discard.link') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  await discardShared(member, { articleId, generation: idParam(String((await readForm(request)).get('generation') ?? '')) ?? 0 })
  return redirect(articleActPath(articleId, 'ubah'), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Discard() {
  return <DiscardPage {...useLoaderData<typeof loader>().changes} />
}
