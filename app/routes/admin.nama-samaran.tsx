import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getPost } from '~/features/discussion/posts.queries.server'
import { UnmaskingPage } from '~/features/people/pages/unmasking-page'
import { canAgreeToUnmask, canReadUnmasked } from '~/features/people/unmasking'
import { askToUnmask, decideUnmasking, listUnmaskings, readUnmasked, type UnmaskingRow } from '~/features/people/unmasking.server'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { hasRole } from '~/platform/viewer'

const stateOf = (one: UnmaskingRow) => (one.refused ? 'refused' as const : one.agreedById !== null ? 'agreed' as const : one.expiresAt <= Date.now() ? 'late' as const : 'waiting' as const)

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const postId = idParam(new URL(request.url).searchParams.get('pos') ?? undefined)
  const found = postId ? await getPost(officer, postId) : null
  if (found && !found.author.alias) throw new NotFound('pseudonym')
  const items = (await listUnmaskings(officer)).map(one => ({
    id: one.id, label: one.label, postId: one.postId, reason: one.reason, askedBy: one.askedBy, askedAt: one.askedAt, expiresAt: one.expiresAt, steps: one.steps, state: stateOf(one),
    mayAgree: !one.refused && canAgreeToUnmask(officer, one), mayRead: canReadUnmasked(officer, one),
  }))
  return {
    items, administrator: hasRole(officer, 'ADMINISTRATOR'), ask: found ? { postId: found.post.id, label: found.author.name } : null, pageTitle: translator(officer.locale, 'people')('unmask.title'),
  }
})

/** Asks, decides, reads: what was read stands in the answer and nowhere else. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const form = await readForm(request)
  const [act, typed, id, postId] = [form.get('act'), String(form.get('reason') ?? ''), idParam(String(form.get('id') ?? '')), idParam(String(form.get('pos') ?? ''))]
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ errors, typed, opened: null }, init)
  try {
    if (act === 'ask') {
      if (!postId) throw new NotFound('post')
      const { author, post } = await getPost(officer, postId)
      await askToUnmask(officer, { personId: author.id, postId: post.id, reason: typed })
      return redirect('/admin/nama-samaran', 303)
    }
    if (!id) throw new NotFound('unmasking')
    if (act === 'read') return data({ errors: {}, typed: '', opened: { id, ...(await readUnmasked(officer, { id })) } })
    await decideUnmasking(officer, { id, agree: act === 'agree' })
    return redirect('/admin/nama-samaran', 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function Unmasking() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  return <UnmaskingPage opened={null} typed="" errors={{}} {...loaded} {...useActionData<typeof action>()} />
}
