import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { pairingSchema } from '~/features/mentoring/care.schema'
import { pairingPath } from '~/features/mentoring/paths'
import { startPairing } from '~/features/mentoring/pairings.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'

/** An officer asks who would go well with whom. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const parsed = pairingSchema.safeParse(textsOf(await readForm(request)))
  if (!parsed.success) throw new Invalid('http:invalid.format')
  return redirect(pairingPath(await startPairing(member, parsed.data.waveId ?? null)), 303)
})
