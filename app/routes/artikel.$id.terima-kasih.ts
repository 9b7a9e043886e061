import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { articlePath } from '~/features/knowledge/paths'
import { thankAuthors } from '~/features/knowledge/thanks.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** `on=1` thanks, `on=0` takes it back. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const article = await thankAuthors(member, { articleId, on: (await readForm(request)).get('on') !== '0' })
  return redirect(`${articlePath(article)}#membantu`, 303)
})
