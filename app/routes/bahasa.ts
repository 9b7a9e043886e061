import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { setLocale } from '~/features/people/profile.server'
import { viewerOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, safePath } from '~/platform/http/route.server'
import { preferenceCookie } from '~/platform/http/session-cookie.server'
import { isMember } from '~/platform/viewer'

/** Chooses the language: a cookie for this browser, and the person's own where somebody is signed in. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const form = await readForm(request)
  const locale = form.get('bahasa')
  if (locale !== 'id' && locale !== 'en') throw new Invalid('http:invalid.format')
  const viewer = await viewerOf(request)
  if (isMember(viewer)) await setLocale(viewer, locale)
  return redirect(safePath(String(form.get('ke') ?? '')), { status: 303, headers: { 'Set-Cookie': preferenceCookie('lang', locale) } })
})

export const loader = () => redirect('/')
