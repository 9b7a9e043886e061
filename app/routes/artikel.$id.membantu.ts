import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { helpfulSchema } from '~/features/knowledge/articles.schema'
import { sayHelpful } from '~/features/knowledge/notes.server'
import { articlePath } from '~/features/knowledge/paths'
import { viewerOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { visitorOf } from '~/features/people/devices.server'
import { handle, idParam } from '~/platform/http/route.server'

/** Anybody who reads says whether it helped; who says no is asked why. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const viewer = await viewerOf(request)
  const parsed = helpfulSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) throw new Invalid('http:invalid.format')
  const { helpful, text } = parsed.data
  const article = await sayHelpful(viewer, { articleId, helpful: helpful === 'ya', text, from: visitorOf(request).address })
  return redirect(`${articlePath(article)}?membantu=${text ? 'ya' : helpful}#membantu`, 303)
})
