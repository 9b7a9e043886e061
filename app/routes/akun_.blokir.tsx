import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { blockPerson, listBlocked, unblockPerson } from '~/features/people/blocks.server'
import { BlockedPage } from '~/features/people/pages/blocked-page'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { people: await listBlocked(member), title: translator(member.locale, 'people')('blocks.title') }
})

/** `orang` is kept away, or with `buka` no longer. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  const personId = idParam(String(form.get('orang') ?? ''))
  if (!personId) throw new NotFound('person')
  await (form.has('buka') ? unblockPerson : blockPerson)(member, { personId })
  return redirect('/akun/blokir', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Blocked() {
  return <BlockedPage people={useLoaderData<typeof loader>().people} />
}
