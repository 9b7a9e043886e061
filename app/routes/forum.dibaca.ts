import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { markAllRead } from '~/features/discussion/reading.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'

/** Everything up to `sampai`, the moment (milliseconds) the page was made; without it up to now. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const until = String((await readForm(request)).get('sampai') ?? '')
  await markAllRead(member, /^\d{12,14}$/.test(until) ? { upTo: Number(until) } : {})
  return redirect('/forum/belum-dibaca', 303)
})
