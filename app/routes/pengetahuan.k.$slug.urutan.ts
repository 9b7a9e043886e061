import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { orderCollection } from '~/features/knowledge/collections.server'
import { collectionPath } from '~/features/knowledge/paths'
import { memberOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'

/** One place up or down among its siblings, or to where one of them stands: `ke=naik|turun`, or `di=` its word. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const slug = params.slug ?? ''
  const form = await readForm(request)
  const at = String(form.get('di') ?? '')
  await orderCollection(member, slug, at ? { at } : form.get('ke') === 'naik' ? 'naik' : 'turun')
  return redirect(form.get('dari') === 'susunan' ? '/pengetahuan/susunan?disimpan' : `${collectionPath(slug)}/atur`, 303)
})
