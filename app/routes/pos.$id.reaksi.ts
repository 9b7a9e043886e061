import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { react, unreact } from '~/features/discussion/reactions.server'
import { reactionNames, type ReactionName } from '~/features/discussion/views'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handleJson, idParam } from '~/platform/http/route.server'

/** `kind=AGREE` puts a reaction, `kind=-AGREE` takes it back. */
export const action = handleJson(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const value = String((await readForm(request)).get('kind') ?? '')
  const kind = value.replace(/^-/, '') as ReactionName
  if (!reactionNames.includes(kind)) throw new Invalid('http:invalid.format')
  const state = await (value.startsWith('-') ? unreact : react)(member, { postId, kind })
  if (request.headers.get('Accept')?.includes('application/json')) return state
  return redirect(`/forum/t/${state.threadId}/-/${state.number}#p${state.number}`, 303)
})
