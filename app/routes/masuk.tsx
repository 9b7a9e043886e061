import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signInSchema } from '~/features/people/accounts.schema'
import { visitorOf } from '~/features/people/devices.server'
import { letIn } from '~/features/people/door.server'
import { SignInPage } from '~/features/people/pages/sign-in-page'
import { signIn, signOut } from '~/features/people/sessions.server'
import { viewerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle, safePath } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const notes = { surel: 'verified', keluar: 'signedOut' } as const

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const asked = new URL(request.url).searchParams
  const to = safePath(asked.get('ke'))
  if (viewer.suspended) throw redirect('/ditangguhkan')
  if (viewer.personId !== null) throw redirect(to)
  const note = notes[asked.get('kabar') as keyof typeof notes] ?? (asked.has('ke') && to !== '/' ? ('needed' as const) : null)
  return { to, note, title: translator(viewer.locale, 'people')('signIn.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const viewer = await viewerOf(request)
  return submit(await readForm(request), signInSchema, async input => {
    const opened = await signIn(visitorOf(request), input)
    await signOut(viewer)
    return letIn(opened, opened.suspended ? '/ditangguhkan' : input.ke)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function SignIn() {
  const { to, note } = useLoaderData<typeof loader>()
  return <SignInPage to={to} note={note} answer={useActionData<typeof action>()} />
}
