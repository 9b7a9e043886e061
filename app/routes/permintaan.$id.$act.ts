import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { closeRequestSchema } from '~/features/knowledge/readers.schema'
import { closeRequest, supportRequest, takeRequest } from '~/features/knowledge/requests.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import type { Member } from '~/platform/viewer'

type Typed = Record<string, string>

/** Acts of one press on a request for an article: /permintaan/12/dukung. */
const acts: Record<string, (member: Member, requestId: number, typed: Typed) => Promise<void>> = {
  dukung: (member, requestId, typed) => supportRequest(member, { requestId, on: typed.on !== '0' }),
  ambil: (member, requestId) => takeRequest(member, { requestId, on: true }),
  lepas: (member, requestId) => takeRequest(member, { requestId, on: false }),
  tutup: (member, requestId, typed) => {
    const parsed = closeRequestSchema.safeParse(typed)
    if (!parsed.success) throw new Invalid('http:invalid.tooLong')
    return closeRequest(member, { requestId, note: parsed.data.note })
  },
}

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const requestId = idParam(params.id)
  const act = Object.hasOwn(acts, params.act ?? '') ? acts[params.act ?? ''] : undefined
  if (!requestId || !act) throw new NotFound('request')
  await act(member, requestId, textsOf(await readForm(request)))
  return redirect(`/pengetahuan/permintaan/${requestId}`, 303)
})
