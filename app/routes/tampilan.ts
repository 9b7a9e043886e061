import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { Invalid } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, safePath } from '~/platform/http/route.server'
import { preferenceCookie } from '~/platform/http/session-cookie.server'

/** Chooses light, dark or "as the device" for this browser. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const form = await readForm(request)
  const theme = String(form.get('tampilan'))
  if (!['light', 'dark', 'auto'].includes(theme)) throw new Invalid('http:invalid.format')
  return redirect(safePath(String(form.get('ke') ?? '')), { status: 303, headers: { 'Set-Cookie': preferenceCookie('theme', theme === 'auto' ? '' : theme) } })
})

export const loader = () => redirect('/')
