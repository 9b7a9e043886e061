import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { replanSchema } from '~/features/forum/acts.schema'
import { topicPath } from '~/features/forum/paths'
import { cancelPlanned, publishNow, replanTopic } from '~/features/forum/plans.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** A topic that appears later: now, at another time, or not at all. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = Object.fromEntries(await readForm(request))
  if (form.act === 'now') return redirect(topicPath(await publishNow(member, { topicId })), 303)
  if (form.act === 'cancel') await cancelPlanned(member, { topicId })
  else {
    const parsed = replanSchema(member.timeZone).safeParse(form)
    if (!parsed.success) return redirect(`/forum/menunggu?salah=${topicId}&apa=planFormat`, 303)
    try {
      await replanTopic(member, { topicId, ...parsed.data })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return redirect(`/forum/menunggu?salah=${topicId}&apa=planPast`, 303)
    }
  }
  return redirect('/forum/menunggu', 303)
})
