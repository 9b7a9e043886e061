import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { canonicalTag } from '~/features/forum/tags.queries.server'
import { cleanTag } from '~/features/forum/topics.schema'
import { watchSchema } from '~/features/notifications/watch.schema'
import { setWatch } from '~/features/notifications/watches.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, safePath } from '~/platform/http/route.server'

/** One click on a topic, category, tag or profile: `target`, `tingkat`, and `ke`, the page it came from. A tag may also be typed, as `label`. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  const label = form.get('label')
  const parsed = watchSchema.safeParse({ target: typeof label === 'string' ? `tag:${await canonicalTag(cleanTag(label))}` : form.get('target'), level: form.get('tingkat') })
  if (!parsed.success) throw new Invalid('http:invalid.format')
  await setWatch(member, parsed.data)
  return redirect(safePath(String(form.get('ke') ?? ''), '/akun/ikuti'), 303)
})
