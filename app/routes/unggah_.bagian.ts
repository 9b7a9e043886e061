import type { ActionFunctionArgs } from '@remix-run/node'
import { memberOf } from '~/features/people/viewer.server'
import { beginIncoming } from '~/features/uploads/pieces.server'
import { readForm } from '~/platform/http/form.server'
import { handleJson } from '~/platform/http/route.server'

/** Begins a large file that comes in pieces, or says how far it came before. Answers `{ slug, received, piece }`. */
export const action = handleJson(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  return beginIncoming(member, { name: String(form.get('name') ?? ''), size: Number(form.get('size')) })
})

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })
