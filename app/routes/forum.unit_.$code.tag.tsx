import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { getUnitHeard } from '~/features/forum/heard.queries.server'
import { followTags } from '~/features/forum/heard.server'
import { heardPath, UnitHeardPage } from '~/features/forum/pages/heard-pages'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'

/** Its form stands on the unit's page. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  await memberOf(request)
  return redirect(heardPath(params.code ?? ''))
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const code = params.code ?? ''
  const tags = String((await readForm(request)).get('tags') ?? '')
  try {
    await followTags(member, { code, tags })
    return redirect(heardPath(code), 303)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return data({ page: { ...(await getUnitHeard(member, code)), tags: tags.split(',').map(tag => tag.trim()) }, error: error.fields.tags ?? error.fields.form ?? [] }, { status: 422 })
  }
})

export default function FollowTags() {
  const refused = useActionData<typeof action>()
  return refused ? <UnitHeardPage {...refused} cursor={null} /> : null
}
