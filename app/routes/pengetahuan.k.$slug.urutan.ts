import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { orderCollection } from '~/features/knowledge/collections.server'
import { collectionPath } from '~/features/knowledge/paths'
import { memberOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'

/** One place up or down among its siblings. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const slug = params.slug ?? ''
  await orderCollection(member, slug, (await readForm(request)).get('ke') === 'naik' ? 'naik' : 'turun')
  return redirect(`${collectionPath(slug)}/atur`, 303)
})
