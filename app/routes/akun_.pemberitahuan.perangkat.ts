import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { deviceSchema } from '~/features/notifications/preferences.schema'
import { addDevice, removeDevice } from '~/features/notifications/push.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handleJson, idParam } from '~/platform/http/route.server'

/** A browser comes (`endpoint`, `p256dh`, `auth`), rests (`endpoint`, `matikan`), or is taken off the list (`hapus`: its number) by a plain form. */
export const action = handleJson(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = Object.fromEntries(await readForm(request))
  const id = idParam(typeof form.hapus === 'string' ? form.hapus : undefined)
  if (id) {
    await removeDevice(member, { id })
    return redirect('/akun/pemberitahuan#devices', 303)
  }
  if (form.matikan) return removeDevice(member, { endpoint: String(form.endpoint) })
  const parsed = deviceSchema.safeParse(form)
  if (!parsed.success) throw new Invalid('http:invalid.format')
  return addDevice(member, { ...parsed.data, userAgent: request.headers.get('User-Agent') ?? '' })
})
